import type { Row } from './people.ts'

export const organisationAccess: Row[] = [
  ['GET /api/v1/units', '/api/v1/units', 'anyone'],
  ['GET /api/v1/units/:id', '/api/v1/units/1', 'anyone'],
  ['GET /api/v1/units/:id/timeline', '/api/v1/units/1/timeline', 'anyone'],
]
