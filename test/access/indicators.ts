import type { Row } from './people.ts'

const REPORT = '/api/v1/reports/form/{unit}/2021'
const IN_URL = '/api/v1/reports/:form/:unit/:period'
const ROLLUP = '/api/v1/rollup?indicator=i&period=2021&unit={unit}'

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
]
