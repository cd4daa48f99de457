import type { Row } from './people.ts'

const SURVEY = '/api/v1/surveys/1'
const DRAFT = {
  name: 'x',
  groups: [{ code: 'citizens', name: 'x' }],
  questions: [{ kind: 'yes-no', text: 'x' }],
}

/** That a survey is held is no secret among staff. Of what is not there only who may see everything is told so. */
export const surveysAccess: Row[] = [
  ['GET /api/v1/surveys', '/api/v1/surveys?unit={unit}', 'signed-in'],
  ['GET /api/v1/surveys/:survey', SURVEY, 'signed-in'],
  ['POST /api/v1/rounds/:round/surveys', '/api/v1/rounds/1/surveys', '', DRAFT],
  ['PUT /api/v1/surveys/:survey', SURVEY, '', DRAFT],
  ['POST /api/v1/surveys/:survey/start', `${SURVEY}/start`, '', {}],
  ['POST /api/v1/surveys/:survey/tokens', `${SURVEY}/tokens`, '', { group: 'citizens', count: 1 }],
  ['GET /api/v1/surveys/:survey/units', `${SURVEY}/units`, ''],
  ['GET /api/v1/surveys/:survey/units/:unit', `${SURVEY}/units/A`, ''],
  [
    'POST /api/v1/surveys/:survey/units/:unit/papers',
    `${SURVEY}/units/A/papers`,
    '',
    { group: 'citizens', papers: [{ number: 1, answers: [1] }] },
  ],
  ['POST /api/v1/surveys/:survey/close', `${SURVEY}/close`, '', {}],
]
