import type { Row } from './people.ts'

export const sessionAccess: Row[] = [
  ['POST /api/v1/session', '/api/v1/session', 'anyone', { username: 'x', password: 'x' }],
  ['GET /api/v1/session', '/api/v1/session', 'signed-in'],
  ['DELETE /api/v1/session', '/api/v1/session', 'signed-in'],
]
