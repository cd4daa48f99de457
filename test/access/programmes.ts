import type { Row } from './people.ts'

const ATTAINMENT = '/api/v1/programmes/:slug/attainment'
const HOUSING = '/api/v1/programmes/housing/attainment'

export const programmeAccess: Row[] = [
  ['GET /api/v1/figures', '/api/v1/figures?period=2021', 'anyone'],
  ['GET /api/v1/lineage/:key', '/api/v1/lineage/F04?period=2021', 'anyone'],
  ['GET /api/v1/lineage/:key', '/api/v1/lineage/F04?period=2021&unit={unit}&state=submitted', 'signed-in'],
  ['GET /api/v1/standings', '/api/v1/standings?period=2021&unit={unit}', 'anyone'],
  ['GET /api/v1/standings', '/api/v1/standings?period=2021&unit={unit}&state=submitted', 'signed-in'],
  [`GET ${ATTAINMENT}`, `${HOUSING}?period=2021&unit={unit}`, 'anyone'],
  [`GET ${ATTAINMENT}`, `${HOUSING}?period=2021&unit={unit}&state=submitted`, 'signed-in'],
  [`GET ${ATTAINMENT}.csv`, `${HOUSING}.csv?period=2021&unit={unit}`, 'anyone'],
  [`GET ${ATTAINMENT}.csv`, `${HOUSING}.csv?period=2021&unit={unit}&state=submitted`, 'signed-in'],
  [`GET ${ATTAINMENT}.xlsx`, `${HOUSING}.xlsx?period=2021&unit={unit}`, 'anyone'],
  [`GET ${ATTAINMENT}.xlsx`, `${HOUSING}.xlsx?period=2021&unit={unit}&state=submitted`, 'signed-in'],
  ['GET /api/v1/borders', '/api/v1/borders?period=2021&unit={unit}', 'anyone'],
  ['GET /api/v1/installation', '/api/v1/installation', 'signed-in'],
]
