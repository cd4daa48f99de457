import type { Row } from './people.ts'

export const workbookAccess: Row[] = [
  // It holds what is below a unit and the caller's own: `workbook/workbook.test.ts`.
  ['GET /api/v1/forms/:form/workbook', '/api/v1/forms/none/workbook?under=A&period=2021', 'signed-in'],
  ['POST /api/v1/workbooks/marked', '/api/v1/workbooks/marked', 'officer collector'],
  // Whoever saves reports may bring in a workbook; each report is asked for at its own unit.
  ['POST /api/v1/imports', '/api/v1/imports?format=workbook', 'officer collector'],
]
