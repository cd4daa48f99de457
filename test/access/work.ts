import type { Row } from './people.ts'

export const workAccess: Row[] = [
  // Everybody their own: what they hold decides what is in it.
  ['GET /api/v1/work', '/api/v1/work', 'signed-in'],
  ['GET /api/v1/work/:group', '/api/v1/work/returned', 'signed-in'],
  ['GET /api/v1/work-side', '/api/v1/work-side?period=2021', 'signed-in'],
  ['GET /api/v1/notices', '/api/v1/notices', 'signed-in'],
  ['POST /api/v1/notices/read', '/api/v1/notices/read', 'signed-in', { upTo: '1' }],
  ['GET /api/v1/notices/settings', '/api/v1/notices/settings', 'signed-in'],
  ['PUT /api/v1/notices/settings', '/api/v1/notices/settings', 'signed-in', { lang: 'vi', ways: {} }],
]
