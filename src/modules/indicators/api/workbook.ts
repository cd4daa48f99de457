import * as z from 'zod'
import { contract, FileAnswer } from '#kernel/contract.ts'

/** No workbook is for more units: half a million cells are more than anybody fills in. */
export const MAX_WORKBOOK_UNITS = 1_000

/** A form to fill in with Excel or LibreOffice; `POST /api/v1/imports?format=workbook` takes it back. */
export const getWorkbook = contract({
  method: 'GET',
  path: '/api/v1/forms/:form/workbook',
  summary: 'summary.workbook.get',
  input: z
    .object({
      form: z.string(),
      period: z.string(),
      /** Codes, separated by commas. */
      unit: z.string().min(1).optional(),
      /** All units below this one that are to report and that the caller reads. */
      under: z.string().min(1).optional(),
    })
    .refine(({ unit, under }) => (unit === undefined) !== (under === undefined), { error: 'unitOrUnder' }),
  output: FileAnswer,
})

/** Takes a filled-in workbook and answers with the same, in which every cell that is wrong says why. Writes nothing. */
export const markWorkbook = contract({
  method: 'POST',
  path: '/api/v1/workbooks/marked',
  summary: 'summary.workbook.mark',
  input: z.object({ conflicts: z.enum(['refuse', 'keep', 'replace']).default('refuse') }),
  output: FileAnswer,
})
