import type { Row } from './people.ts'

const SCHEME = {
  code: 'other',
  name: 'x',
  subjects: 'units',
  validFrom: '2021-01-01',
  areas: [
    { code: 'I', name: 'x', max: '1', criteria: [{ code: '1', name: 'x', max: '1', rule: { type: 'met' } }] },
  ],
}
const DRAFT = '/api/v1/scheme-drafts/1'

/** What units are scored by is known to all of them; it is written by whoever holds that right everywhere. */
export const schemeAccess: Row[] = [
  ['GET /api/v1/schemes', '/api/v1/schemes', 'signed-in'],
  ['GET /api/v1/schemes/:code', '/api/v1/schemes/x', 'signed-in'],
  ['GET /api/v1/schemes/:code/:version/file', '/api/v1/schemes/x/1/file', 'signed-in'],
  ['GET /api/v1/scheme-drafts', '/api/v1/scheme-drafts', ''],
  ['GET /api/v1/scheme-drafts/:id', DRAFT, ''],
  ['POST /api/v1/scheme-drafts', '/api/v1/scheme-drafts', '', { scheme: SCHEME }],
  ['PUT /api/v1/scheme-drafts/:id', DRAFT, '', { scheme: SCHEME }],
  ['DELETE /api/v1/scheme-drafts/:id', DRAFT, ''],
  ['POST /api/v1/scheme-drafts/:id/in-force', `${DRAFT}/in-force`, '', {}],
  ['GET /api/v1/scheme-drafts/:id/trial', `${DRAFT}/trial?period=2021`, ''],
]
