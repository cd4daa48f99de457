// How a cell of a workbook says what it is: hidden ids in its row and in its column, one a unit's and the other an
// indicator's, whichever way the sheet lies. Pure.

import type { ReportValue } from '../schema.ts'

/** Stands in the corner of the sheet: which form and period. A later version of the layout has another number. */
export type Corner = { form: string; period: string }

/** What a row or a column is of. `key` is `indicator` or `indicator|dimension=item`. */
export type AxisId = { kind: 'unit'; unit: string } | { kind: 'value'; key: string } | { kind: 'quality' }

const CORNER = 'songma-workbook/1'
/** In the corner of the sheet that nobody sees: what each cell held when the workbook was given out. */
export const BASE_CORNER = 'songma-base/1'
/** The key under which that sheet keeps how sure a report's values are. */
export const QUALITY = 'quality'

export const cornerText = ({ form, period }: Corner): string => `${CORNER} ${period} ${form}`

export function readCorner(text: unknown): Corner | null {
  const [mark, period, ...form] = typeof text === 'string' ? text.split(' ') : []
  return mark === CORNER && period && form.length > 0 ? { period, form: form.join(' ') } : null
}

export function idText(id: AxisId): string {
  if (id.kind === 'unit') return `unit:${id.unit}`
  return id.kind === 'value' ? `value:${id.key}` : QUALITY
}

export function readId(text: unknown): AxisId | null {
  if (typeof text !== 'string') return null
  if (text === QUALITY) return { kind: 'quality' }
  const [kind, ...rest] = text.split(':')
  const name = rest.join(':')
  if (name === '') return null
  if (kind === 'unit') return { kind, unit: name }
  return kind === 'value' ? { kind, key: name } : null
}

type Named = Pick<ReportValue, 'indicator' | 'breakdown'>

export function keyOf({ indicator, breakdown }: Named): string {
  const [item] = Object.entries(breakdown ?? {})
  return item ? `${indicator}|${item[0]}=${item[1]}` : indicator
}

export function namedBy(key: string): Named {
  const [indicator = '', item] = key.split('|', 2)
  if (item === undefined) return { indicator }
  const at = item.indexOf('=')
  return { indicator, breakdown: { [item.slice(0, at)]: item.slice(at + 1) } }
}

/** `AB12` of a row and a column that count from 0. */
export function addressOf(row: number, column: number): string {
  let letters = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return `${letters}${row + 1}`
}
