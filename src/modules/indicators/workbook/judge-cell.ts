// What a cell of a returned workbook means, between what it held when the file was given out and what the report
// holds now. Pure.

import { Big, type Decimal } from '#kernel/decimal.ts'
import { type Translate, translator } from '#platform/i18n/translate.ts'
import { QUALITIES, type Quality } from '../schema.ts'
import type { ValueHead } from './content.ts'
import { type FileCell, readCell } from './read-cell.ts'

/** What becomes of a value or quality: nothing, a change, or a question for a person. '' is missing. */
export type Change = 'unchanged' | 'changed' | 'conflict'

/**
 * Decides by three texts: `base` when the file was given out, `file` now in it, `now` in the report. Who left a cell as it
 * was, wants nothing, whatever somebody else has done meanwhile. A conflict is only where both changed the same cell to
 * different values.
 */
export function judgeChange(base: string, file: string, now: string): Change {
  if (file === base || file === now) return 'unchanged'
  return now === base ? 'changed' : 'conflict'
}

/** `code` is the key after `import.`, `details` fill its sentence. */
export type CellFault = { code: string; details: Record<string, unknown> }

/** A value as its text, '' for an empty cell; or why it cannot be taken. */
export function judgeValue(
  cell: FileCell,
  { unitOfMeasure, minimum }: ValueHead,
): { value: string } | CellFault {
  const read = readCell(cell, unitOfMeasure)
  if ('code' in read) return { code: `workbook.${read.code}`, details: { value: read.shown, unitOfMeasure } }
  const { value } = read
  if (value !== null && minimum !== null && isBelow(value, minimum))
    return { code: 'values.minimum', details: { value, minimum } }
  return { value: value ?? '' }
}

const isBelow = (value: Decimal, minimum: Decimal) => new Big(value).lt(minimum)

const WORDS: readonly Translate[] = [translator('vi'), translator('en')]

/** A quality by its word in either language; an emptied cell leaves it as it is. */
export function judgeQuality({ value }: FileCell, base: string): { value: string } | CellFault {
  if (value === null || value === '') return { value: base }
  const said = String(value).normalize('NFC').trim().toLowerCase()
  const found = QUALITIES.find(
    (quality) => quality === said || WORDS.some((t) => wordOf(quality, t) === said),
  )
  return found ? { value: found } : { code: 'workbook.quality', details: { value: String(value) } }
}

const wordOf = (quality: Quality, t: Translate) => t(`workbook.quality.${quality}`).toLowerCase()
