import type { Row } from './people.ts'

const APPEAL = '/api/v1/appeals/1'
const RULING = { outcome: 'rejected', reason: 'x', number: '1', decidedOn: '2021-12-31' }

/** What was decided is for everybody; of what waits only who reads scores there. `appeals/*.test.ts` have the others. */
export const appealsAccess: Row[] = [
  [
    'GET /api/v1/appeals',
    '/api/v1/appeals?unit={unit}',
    'office verifier officer collector leader auditor administrator',
  ],
  ['GET /api/v1/appeals/:appeal', APPEAL, ''],
  ['GET /api/v1/appeals/:appeal/owners', `${APPEAL}/owners`, ''],
  ['PUT /api/v1/appeals/:appeal/owner', `${APPEAL}/owner`, '', { owner: 'x' }],
  ['POST /api/v1/appeals/:appeal/decide', `${APPEAL}/decide`, '', RULING],
  ['POST /api/v1/appeals/:appeal/withdraw', `${APPEAL}/withdraw`, '', {}],
  [
    'POST /api/v1/rounds/:round/subjects/:unit/appeals',
    '/api/v1/rounds/1/subjects/A/appeals',
    '',
    { claim: 'x' },
  ],
  [
    'POST /api/v1/gradings/:grading/subjects/:subject/appeals',
    '/api/v1/gradings/1/subjects/1/appeals',
    '',
    { claim: 'x' },
  ],
  ['GET /api/v1/results/:round/appeals', '/api/v1/results/1/appeals', 'anyone'],
  ['GET /api/v1/rounds/:round/feed', '/api/v1/rounds/1/feed', ''],
  ['POST /api/v1/rounds/:round/feed', '/api/v1/rounds/1/feed', '', {}],
]
