import type { Row } from './people.ts'

export const programmeAccess: Row[] = [
  ['GET /api/v1/figures', '/api/v1/figures?period=2021', 'anyone'],
  ['GET /api/v1/lineage/:key', '/api/v1/lineage/F04?period=2021', 'anyone'],
  ['GET /api/v1/installation', '/api/v1/installation', 'signed-in'],
]
