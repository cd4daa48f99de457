import type { Row } from './people.ts'

const POST = { title: 'x', from: '2021-01-01' }
const PERSON = { code: 'X1', name: 'x' }

/**
 * Staff see posts with masked names; names are for who may read people there. Of somebody who is not there only who may
 * see everything is told so: `people/routes.test.ts` and `grading/*.test.ts` have the others.
 */
export const peopleRecordsAccess: Row[] = [
  ['GET /api/v1/people', '/api/v1/people?unit={unit}', 'signed-in'],
  ['GET /api/v1/people/:person', '/api/v1/people/1', ''],
  ['GET /api/v1/my-person', '/api/v1/my-person', 'signed-in'],
  ['POST /api/v1/people', '/api/v1/people?unit={unit}', 'office officer', { ...PERSON, post: POST }],
  ['PUT /api/v1/people/:person', '/api/v1/people/1', '', PERSON],
  ['POST /api/v1/people/:person/posts', '/api/v1/people/1/posts', '', { ...POST, unit: 'A' }],
  ['PUT /api/v1/posts/:post', '/api/v1/posts/1', '', POST],
]
