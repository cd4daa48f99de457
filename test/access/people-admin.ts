import type { Row } from './people.ts'

const ADMINISTRATOR = 'administrator'
const NEW = { username: '!', displayName: 'x', password: 'x', role: 'collector' }
const NOBODY = '/api/v1/accounts/no-such-account'

/** Which accounts somebody sees, and is in charge of: `organisation/access/access.test.ts`. */
export const peopleAdminAccess: Row[] = [
  ['GET /api/v1/accounts', '/api/v1/accounts', ADMINISTRATOR],
  ['GET /api/v1/accounts/:username', NOBODY, ADMINISTRATOR],
  ['POST /api/v1/accounts', '/api/v1/accounts?unit={unit}', ADMINISTRATOR, NEW],
  ['PUT /api/v1/accounts/:username', NOBODY, ADMINISTRATOR, { displayName: null, email: null }],
  ['PUT /api/v1/accounts/:username/password', `${NOBODY}/password`, ADMINISTRATOR, { password: 'x' }],
  ['PUT /api/v1/accounts/:username/disabled', `${NOBODY}/disabled`, ADMINISTRATOR, { isDisabled: true }],
  [
    'POST /api/v1/accounts/:username/grants',
    `${NOBODY}/grants?unit={unit}`,
    ADMINISTRATOR,
    { role: 'collector' },
  ],
  // Of a grant that is not there only who may give roles everywhere is told so
  ['POST /api/v1/grants/:id/end', '/api/v1/grants/0/end', '', {}],
  ['GET /api/v1/roles', '/api/v1/roles', ADMINISTRATOR],
  // Held everywhere, which a grant at one district is not: `organisation/access/claims.test.ts`
  ['GET /api/v1/claim-rules', '/api/v1/claim-rules', ''],
  ['PUT /api/v1/claim-rules', '/api/v1/claim-rules', '', { rules: [] }],
  ['GET /api/v1/delegations', '/api/v1/delegations', 'signed-in'],
  ['POST /api/v1/delegations', '/api/v1/delegations', 'signed-in', { to: 'x', validTo: '2022-01-31' }],
  ['POST /api/v1/delegations/:id/end', '/api/v1/delegations/0/end', 'signed-in', {}],
]
