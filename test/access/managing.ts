import type { Row } from './people.ts'

const TARGET = { indicator: 'i', unit: 'A', period: '2021', value: '1' }

export const managingAccess: Row[] = [
  ['GET /api/v1/targets', '/api/v1/targets?unit={unit}&period=2021', 'anyone'],
  ['GET /api/v1/targets/cascade', '/api/v1/targets/cascade?indicator=i&period=2021&unit={unit}', 'signed-in'],
  [
    'GET /api/v1/targets/revisions',
    '/api/v1/targets/revisions?indicator=i&period=2021&unit={unit}',
    'signed-in',
  ],
  ['PUT /api/v1/targets', '/api/v1/targets', 'office', { targets: [TARGET] }],
]
