import type { Row } from './people.ts'

const ONE = '/api/v1/duties/1'
const OF = '/api/v1/directives/1/duties'
const DUTY = { task: 't', product: 'report', dueOn: null, to: { by: 'list', units: ['A'] } }

/** Of an occurrence that is not there only who may see everything is told so: `duties/routes.test.ts` has the others. */
export const dutyAccess: Row[] = [
  ['GET /api/v1/duties', '/api/v1/duties?unit={unit}', 'signed-in'],
  ['GET /api/v1/directives/:id/duties', `${OF}?unit={unit}`, 'signed-in'],
  ['POST /api/v1/directives/:id/duties', `${OF}?decider={unit}`, 'office', DUTY],
  ['POST /api/v1/directives/:id/duties/:duty/withdraw', `${OF}/1/withdraw`, '', { reason: 'x' }],
  ['GET /api/v1/duties/:id', ONE, ''],
  ['POST /api/v1/duties/:id/receive', `${ONE}/receive`, ''],
  ['POST /api/v1/duties/:id/answer', `${ONE}/answer`, '', { kind: 'event', note: 'x' }],
  ['POST /api/v1/duties/:id/accept', `${ONE}/accept`, ''],
  ['POST /api/v1/duties/:id/return', `${ONE}/return`, '', { reason: 'x' }],
  ['POST /api/v1/duties/:id/extend', `${ONE}/extend`, '', { dueOn: '2022-01-31', reason: 'x' }],
  ['POST /api/v1/duties/:id/state-days', `${ONE}/state-days`, '', { received: '2022-01-01' }],
  ['POST /api/v1/duties/:id/withdraw', `${ONE}/withdraw`, '', { reason: 'x' }],
  ['POST /api/v1/duties/pass', '/api/v1/duties/pass?unit={unit}', 'office', { to: ['A'], directive: '1' }],
]
