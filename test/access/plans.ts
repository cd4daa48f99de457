import type { Row } from './people.ts'

const ONE = '/api/v1/plans/1'

/** Of a plan that is not there only who may see everything is told so: `plans/routes.test.ts` has the others. */
export const plansAccess: Row[] = [
  ['GET /api/v1/plans', '/api/v1/plans?unit={unit}', 'signed-in'],
  ['GET /api/v1/plans/:id', ONE, ''],
  ['GET /api/v1/plans/:id/targets', `${ONE}/targets`, ''],
  ['GET /api/v1/plans/:id/tasks/:task/progress', `${ONE}/tasks/1/progress`, ''],
  ['POST /api/v1/plans', '/api/v1/plans?unit={unit}', 'office officer', { period: '2021', title: 'x' }],
  ['PUT /api/v1/plans/:id', ONE, '', { title: 'x' }],
  ['POST /api/v1/plans/:id/withdraw', `${ONE}/withdraw`, '', { reason: 'x' }],
  ['POST /api/v1/plans/:id/issue', `${ONE}/issue`, '', { number: '1-KH/HU', issuedOn: '2021-01-01' }],
  ['POST /api/v1/plans/:id/tasks/:task/progress', `${ONE}/tasks/1/progress`, '', { percent: 1 }],
  ['POST /api/v1/plans/:id/carry', `${ONE}/carry`, '', { period: '2022' }],
  ['POST /api/v1/plans/:id/pass', `${ONE}/pass`, '', { directive: '1', to: ['A'] }],
]
