import type { Row } from './people.ts'

/** Whoever carries directives out keeps a register: for their own unit, the office for all. */
const KEEPERS = 'office officer'
const DRAFT = {
  number: '12-BC/HU',
  type: 'report',
  issuedOn: '2021-05-01',
  excerpt: 'Báo cáo',
}

export const directiveAccess: Row[] = [
  ['GET /api/v1/directives', '/api/v1/directives', 'signed-in'],
  ['GET /api/v1/directives/:id', '/api/v1/directives/1', 'signed-in'],
  ['GET /api/v1/directives/:id/cascade', '/api/v1/directives/1/cascade', 'signed-in'],
  ['POST /api/v1/directives', '/api/v1/directives?unit={unit}', KEEPERS, DRAFT],
  // Of one that is not there, only who may everywhere is told so
  ['PUT /api/v1/directives/:id', '/api/v1/directives/9', '', { ...DRAFT, unit: 'A' }],
]
