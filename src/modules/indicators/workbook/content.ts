// What a workbook holds, whichever way its sheet lies and whatever library writes it.

import type { Decimal } from '#kernel/decimal.ts'
import type { Quality, ReportState } from '../schema.ts'

/** One indicator, or one item of its breakdown. `key` as in `ids.ts`; `label` in the reader's language. */
export type ValueHead = {
  key: string
  label: string
  unitOfMeasure: string
  /** The least value that is taken; null: any. */
  minimum: Decimal | null
}

export type ValueCell = { value: Decimal | null; previous: Decimal | null }

/** One unit's report. */
export type UnitLine = {
  unit: { code: string; name: string }
  /** Null: nothing saved yet. */
  state: ReportState | null
  etag: string | null
  quality: Quality
  /** False: it may not be typed in now, or not by whoever downloads. */
  isOpen: boolean
  /** By head. */
  cells: readonly ValueCell[]
}

export type WorkbookContent = {
  form: { code: string; name: string }
  period: string
  previousPeriod: string
  heads: readonly ValueHead[]
  lines: readonly UnitLine[]
}
