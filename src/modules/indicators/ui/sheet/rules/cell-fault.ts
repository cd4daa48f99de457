import { Big } from '#kernel/decimal.ts'
import type { Tongue } from '#kernel/number-text.ts'
import type { SheetColumn } from '../../../api/sheet.ts'
import { readNumber } from './read-number.ts'

/** Why a text is no value of its column. `minimum` goes with the least value that is taken. */
export type Fault = { code: 'number' | 'date' | 'size' | 'minimum'; minimum?: string }

export type CellRead =
  | { kind: 'value'; value: string | null; isAmbiguous: boolean }
  | { kind: 'fault'; fault: Fault }

/** Reads what was typed into a column's cell; a blank empties the cell. */
export function readCell(text: string, { unitOfMeasure, minimum }: SheetColumn, lang: Tongue): CellRead {
  const read = readNumber(text, lang, unitOfMeasure === '%')
  if (read.kind === 'fault') return { kind: 'fault', fault: { code: read.code } }
  if (read.kind === 'blank') return { kind: 'value', value: null, isAmbiguous: false }
  if (minimum !== null && new Big(read.value).lt(minimum))
    return { kind: 'fault', fault: { code: 'minimum', minimum } }
  return { kind: 'value', value: read.value, isAmbiguous: read.isAmbiguous }
}
