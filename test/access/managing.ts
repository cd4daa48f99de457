import type { Row } from './people.ts'

const TARGET = { indicator: 'i', unit: 'A', period: '2021', value: '1' }

const RENAME = {
  date: '2022-01-01',
  basis: 'x',
  changes: [{ kind: 'rename', predecessors: ['A'], successors: [{ code: 'A', name: 'Xã Mới' }] }],
}

export const managingAccess: Row[] = [
  ['GET /api/v1/targets', '/api/v1/targets?unit={unit}&period=2021', 'anyone'],
  ['GET /api/v1/targets/cascade', '/api/v1/targets/cascade?indicator=i&period=2021&unit={unit}', 'signed-in'],
  [
    'GET /api/v1/targets/revisions',
    '/api/v1/targets/revisions?indicator=i&period=2021&unit={unit}',
    'signed-in',
  ],
  // Only who holds it everywhere: nobody does at one district.
  ['POST /api/v1/unit-changes', '/api/v1/unit-changes?dryRun=true', '', RENAME],
  ['PUT /api/v1/targets', '/api/v1/targets', 'office', { targets: [TARGET] }],
]
