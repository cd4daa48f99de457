import type { Row } from './people.ts'

const WITH_PASSWORD = { password: 'x' }
const PASSKEY = { challenge: 'x', credential: { id: 'x', type: 'public-key' } }

export const sessionAccess: Row[] = [
  ['POST /api/v1/session', '/api/v1/session', 'anyone', { username: 'x', password: 'x' }],
  ['GET /api/v1/session', '/api/v1/session', 'signed-in'],
  ['DELETE /api/v1/session', '/api/v1/session', 'signed-in'],
  ['POST /api/v1/session/passkey/challenge', '/api/v1/session/passkey/challenge', 'anyone', {}],
  ['POST /api/v1/session/passkey', '/api/v1/session/passkey', 'anyone', { passkey: PASSKEY }],
  ['GET /api/v1/session/ways', '/api/v1/session/ways', 'anyone'],
  ['POST /api/v1/session/outside/leave', '/api/v1/session/outside/leave', 'anyone', {}],
  ['POST /api/v1/session/outside/return', '/api/v1/session/outside/return', 'anyone', { returned: '?x' }],
  ['GET /api/v1/me/sessions', '/api/v1/me/sessions', 'signed-in'],
  ['DELETE /api/v1/me/sessions', '/api/v1/me/sessions', 'signed-in'],
  ['DELETE /api/v1/me/sessions/:id', '/api/v1/me/sessions/0', 'signed-in'],
  ['PUT /api/v1/me/password', '/api/v1/me/password', 'signed-in', { present: 'x', password: 'x' }],
  ['PUT /api/v1/me/email', '/api/v1/me/email', 'signed-in', { email: null }],
  ['GET /api/v1/me/security', '/api/v1/me/security', 'signed-in'],
  ['POST /api/v1/me/code-app', '/api/v1/me/code-app', 'signed-in', WITH_PASSWORD],
  ['PUT /api/v1/me/code-app', '/api/v1/me/code-app', 'signed-in', { code: '000000' }],
  ['POST /api/v1/me/code-app/removal', '/api/v1/me/code-app/removal', 'signed-in', WITH_PASSWORD],
  ['POST /api/v1/me/recovery-codes', '/api/v1/me/recovery-codes', 'signed-in', WITH_PASSWORD],
  ['POST /api/v1/me/passkeys/challenge', '/api/v1/me/passkeys/challenge', 'signed-in', WITH_PASSWORD],
  ['POST /api/v1/me/passkeys', '/api/v1/me/passkeys', 'signed-in', { name: 'x', passkey: PASSKEY }],
  ['POST /api/v1/me/passkeys/:id/removal', '/api/v1/me/passkeys/x/removal', 'signed-in', WITH_PASSWORD],
]
