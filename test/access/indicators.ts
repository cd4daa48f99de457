import type { Row } from './people.ts'

const REPORT = '/api/v1/reports/form/{unit}/2021'
const IN_URL = '/api/v1/reports/:form/:unit/:period'
const ROLLUP = '/api/v1/rollup?indicator=i&period=2021&unit={unit}'

const RULE = { frequency: 'year', due: { months: 0, day: 16 }, basis: 'x' }
const AT = 'unit={unit}&period=2021'

export const indicatorAccess: Row[] = [
  ['GET /api/v1/rollup', ROLLUP, 'anyone'],
  ['GET /api/v1/rollup', `${ROLLUP}&state=submitted`, 'signed-in'],
  [`GET ${IN_URL}`, REPORT, 'signed-in'],
  [`GET ${IN_URL}/history`, `${REPORT}/history`, 'signed-in'],
  [`PUT ${IN_URL}`, REPORT, 'officer collector', { values: [] }],
  [`POST ${IN_URL}/submit`, `${REPORT}/submit`, 'officer'],
  [`POST ${IN_URL}/return`, `${REPORT}/return`, 'office verifier', { reason: 'x' }],
  [`POST ${IN_URL}/approve`, `${REPORT}/approve`, 'office verifier'],
  [`POST ${IN_URL}/lock`, `${REPORT}/lock`, 'office'],
  [`POST ${IN_URL}/reopen`, `${REPORT}/reopen`, 'office', { reason: 'x' }],
  ['GET /api/v1/forms', '/api/v1/forms', 'signed-in'],
  // They show what is below a unit and the caller's own: `sheet/routes.test.ts`, `board/routes.test.ts`.
  ['GET /api/v1/forms/:form/sheet', '/api/v1/forms/none/sheet?under=A&period=2021', 'signed-in'],
  ['GET /api/v1/board', '/api/v1/board?unit=A&period=2021', 'signed-in'],
  // Rules hold everywhere, and a grant at a district is not enough for them: `cutoff/routes.test.ts`.
  ['GET /api/v1/cutoff-rules', '/api/v1/cutoff-rules', 'signed-in'],
  ['POST /api/v1/cutoff-rules', '/api/v1/cutoff-rules', '', RULE],
  ['POST /api/v1/cutoff-rules/:id/end', '/api/v1/cutoff-rules/1/end', '', { validTo: '2021-12-31' }],
  ['GET /api/v1/cutoff-exceptions', `/api/v1/cutoff-exceptions?${AT}`, 'signed-in'],
  [
    'POST /api/v1/cutoff-exceptions',
    `/api/v1/cutoff-exceptions?${AT}`,
    'office',
    { until: '2022-12-31', reason: 'x' },
  ],
  // Of one that is not there only who may see everything is told so.
  ['POST /api/v1/cutoff-exceptions/:id/end', '/api/v1/cutoff-exceptions/1/end', ''],
  ['GET /api/v1/openings', `/api/v1/openings?${AT}`, 'signed-in'],
  ['POST /api/v1/openings', `/api/v1/openings?${AT}`, 'office', { form: 'form' }],
]
