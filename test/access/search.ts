import type { Row } from './people.ts'

export const searchAccess: Row[] = [['GET /api/v1/search', '/api/v1/search?q=song', 'signed-in']]
