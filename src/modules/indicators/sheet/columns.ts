// The columns of a sheet: each indicator's whole and, behind it, the items of its breakdown.

import type { SheetColumn } from '../api/sheet.ts'
import { parseDimension } from '../rules/breakdown.ts'
import type { Form } from '../store/forms.ts'

/** A column with the key under which its cells are kept. `indicatorId` and the key of the whole are the same number. */
export type KeyedColumn = SheetColumn & { key: string; indicatorId: number }

/**
 * The columns of a form, in its order. Items of a closed breakdown stand as they are declared; an open one has those that
 * were met (`met`: keys of cells), by name.
 *
 * @param breakdowns keys (`channel=export`) by id. An item without an id was never written.
 */
export function columnsOf(
  form: Form,
  breakdowns: ReadonlyMap<number, string>,
  met: ReadonlySet<string>,
): KeyedColumn[] {
  const idOf = new Map([...breakdowns].map(([id, key]) => [key, id]))
  const columns: KeyedColumn[] = []
  for (const indicator of form.indicators) {
    const { code, name, nameEn, unitOfMeasure, minimum } = indicator
    const dimension = parseDimension(indicator.breakdown)
    const adds = indicator.acrossUnits === 'sum'
    const about = {
      indicator: code,
      name,
      nameEn,
      unitOfMeasure,
      minimum,
      indicatorId: indicator.id,
      ...(!adds && { adds }),
    }
    const whole = columns.length
    columns.push({
      ...about,
      key: String(indicator.id),
      ...(dimension && { addsUp: indicator.acrossUnits === 'sum' }),
    })
    if (!dimension) continue
    for (const item of dimension.items ?? metItems(dimension.name, indicator.id, breakdowns, met)) {
      const id = idOf.get(`${dimension.name}=${item}`)
      const key = id === undefined ? `${indicator.id}:` : `${indicator.id}:${id}`
      columns.push({ ...about, key, breakdown: { [dimension.name]: item }, of: whole })
    }
  }
  return columns
}

function metItems(
  dimension: string,
  indicatorId: number,
  breakdowns: ReadonlyMap<number, string>,
  met: ReadonlySet<string>,
): string[] {
  return [...breakdowns]
    .filter(([id, key]) => key.startsWith(`${dimension}=`) && met.has(`${indicatorId}:${id}`))
    .map(([, key]) => key.slice(dimension.length + 1))
    .sort()
}

/** The column as it is told. */
export const told = ({ key: _, indicatorId: __, ...column }: KeyedColumn): SheetColumn => column
