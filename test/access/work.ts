import type { Row } from './people.ts'

export const workAccess: Row[] = [
  ['GET /api/v1/notices', '/api/v1/notices', 'signed-in'],
  ['POST /api/v1/notices/read', '/api/v1/notices/read', 'signed-in', { upTo: '1' }],
  ['GET /api/v1/notices/settings', '/api/v1/notices/settings', 'signed-in'],
  ['PUT /api/v1/notices/settings', '/api/v1/notices/settings', 'signed-in', { lang: 'vi', ways: {} }],
]
