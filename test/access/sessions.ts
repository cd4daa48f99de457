import type { Row } from './people.ts'

const ROW = {
  heldOn: '2021-06-01',
  form: 'in-person',
  attendance: [{ kind: 'people', invited: 1, attended: 1 }],
}
const AT = '/api/v1/study-sessions'

/** Of a session that is not there only who may see everything is told so: `sessions/routes.test.ts` has the others. */
export const studySessionAccess: Row[] = [
  [`GET ${AT}`, `${AT}?unit={unit}`, 'signed-in'],
  [`GET ${AT}/:id`, `${AT}/1`, ''],
  [`POST ${AT}`, `${AT}?unit={unit}`, 'office officer', { directive: '1', ...ROW }],
  // Each row is asked about by itself.
  [`POST ${AT}/sheet`, `${AT}/sheet`, 'office officer', { directive: '1', rows: [{ unit: 'A', ...ROW }] }],
  [`PUT ${AT}/:id`, `${AT}/1`, '', ROW],
  [`POST ${AT}/:id/withdraw`, `${AT}/1/withdraw`, '', { reason: 'x' }],
]
