import type { Row } from './people.ts'

const CONTENT = { name: 'n', why: 'y', startsOn: '2021-01-01', endsOn: '2021-12-31' }
const ONE = '/api/v1/proposals/1'

/** Of a proposal that is not there only who may see everything is told so: `choosing/routes.test.ts` has the others. */
export const choosingAccess: Row[] = [
  ['GET /api/v1/proposals', '/api/v1/proposals?unit={unit}', 'signed-in'],
  ['GET /api/v1/proposals/:id', ONE, ''],
  ['POST /api/v1/proposals', '/api/v1/proposals?unit={unit}', 'office officer', { ...CONTENT, chooser: 'P' }],
  ['PUT /api/v1/proposals/:id', ONE, '', CONTENT],
  ['POST /api/v1/proposals/:id/remarks', `${ONE}/remarks`, '', { text: 'x' }],
  ['POST /api/v1/proposals/:id/withdraw', `${ONE}/withdraw`, '', { reason: 'x' }],
  [
    'POST /api/v1/proposals/decide',
    '/api/v1/proposals/decide',
    '',
    { directive: '1', chosen: [{ proposal: '1' }], rejected: [] },
  ],
]
