// A cascade as it is being written: what is typed lies over what is in force, and the remainder is of both together.

import type { Tongue } from '#kernel/number-text.ts'
import { readNumber } from '#modules/indicators/ui/sheet/rules/read-number.ts'
import type { CascadeRow, TargetInput } from '../../../api/targets.ts'
import { giveOut, judgeCascade, sameValue } from '../../../rules/cascade.ts'

/** What was typed, by unit code; a unit that nothing was typed for stays as it is. */
export type Typed = ReadonlyMap<string, string>
export type Cell = { value: string | null; isFault: boolean; isChanged: boolean }

/** The value of a row with what was typed over it; text that is no number leaves it as it was. */
export function cellOf(row: CascadeRow, typed: Typed, lang: Tongue): Cell {
  const text = typed.get(row.unit.code)
  if (text === undefined) return { value: row.value, isFault: false, isChanged: false }
  const read = readNumber(text, lang)
  if (read.kind === 'fault') return { value: row.value, isFault: true, isChanged: true }
  const value = read.kind === 'blank' ? null : read.value
  return { value, isFault: false, isChanged: !sameValue(value, row.value) }
}

export type Answer = { whole: CascadeRow; parts: readonly CascadeRow[]; indicator: { additive: boolean } }

/** The remainder of the cascade as it would be. */
export function judgeDraft({ whole, parts, indicator }: Answer, typed: Typed, lang: Tongue) {
  const value = (row: CascadeRow) => cellOf(row, typed, lang).value
  return judgeCascade(value(whole), parts.map(value), indicator.additive)
}

/** What is to be sent: changed cells, each with the value that was seen. `revises` counts those in force. */
export function changesOf({ whole, parts }: Answer, typed: Typed, lang: Tongue, asked: Asked) {
  const rows = [whole, ...parts].map((row) => ({ row, cell: cellOf(row, typed, lang) }))
  const changed = rows.filter(({ cell }) => cell.isChanged && !cell.isFault)
  return {
    faults: rows.filter(({ cell }) => cell.isFault).length,
    revises: changed.filter(({ row }) => row.revisions > 0).length,
    targets: changed.map(
      ({ row, cell }): TargetInput => ({
        ...asked,
        unit: row.unit.code,
        value: cell.value,
        was: row.value,
      }),
    ),
  }
}
type Asked = { indicator: string; period: string }

/** By what a whole is given out: as the parts stand, as they did before, evenly, or only the rest to those without. */
export const SCALES = ['parts', 'previous', 'even', 'rest'] as const
export type Scale = (typeof SCALES)[number]

/**
 * The parts that come to exactly the whole, by unit code as plain numbers; null when that cannot be: no whole, nobody
 * to give to, or more given out than there is.
 *
 * @param places decimals that every part is rounded to.
 */
export function scaleToFit(
  answer: Answer,
  typed: Typed,
  lang: Tongue,
  scale: Scale,
  places: number,
): Map<string, string> | null {
  const { parts } = answer
  const whole = cellOf(answer.whole, typed, lang).value
  const values = parts.map((row) => cellOf(row, typed, lang).value)
  const { remainder } = judgeDraft(answer, typed, lang)
  const rest = remainder ?? whole
  const amount = scale === 'rest' ? rest : whole
  if (amount === null) return null
  const weights = {
    parts: values,
    previous: parts.map((row) => row.previousActual ?? row.previousTarget),
    even: parts.map(() => '1'),
    rest: values.map((value) => (value === null ? '1' : null)),
  }[scale]
  const given = giveOut(amount, weights.map(notNegative), places)
  if (!given) return null
  return new Map(
    parts.flatMap((row, at) => (given[at] === null ? [] : [[row.unit.code, given[at]!] as const])),
  )
}

const notNegative = (weight: string | null): string | null => (weight?.startsWith('-') ? '0' : weight)
