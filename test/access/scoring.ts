import type { Row } from './people.ts'

const ROUND = '/api/v1/rounds/1'
const SHEET = `${ROUND}/subjects/A`
const OPENING = { scheme: 'par', name: 'x' }
const EVIDENCE = { number: '1-KH/HU', criteria: ['1'] }

/**
 * That a round is held is no secret; its subjects and scores are. Of what is not there only who may see everything is
 * told so: `scoring/*.test.ts` have the others.
 */
export const scoringAccess: Row[] = [
  ['GET /api/v1/rounds', '/api/v1/rounds?unit={unit}', 'signed-in'],
  ['GET /api/v1/rounds/:round', ROUND, 'signed-in'],
  ['GET /api/v1/rounds/:round/subjects', `${ROUND}/subjects`, 'signed-in'],
  ['GET /api/v1/round-subjects', '/api/v1/round-subjects?keeper={unit}&period=2021', 'office'],
  ['POST /api/v1/rounds', '/api/v1/rounds?keeper={unit}&period=2021', 'office', OPENING],
  ['PUT /api/v1/rounds/:round', ROUND, '', { name: 'x' }],
  ['POST /api/v1/rounds/:round/move', `${ROUND}/move`, '', { to: 'verify' }],
  ['POST /api/v1/rounds/:round/subjects/:unit/return', `${SHEET}/return`, '', { reason: 'x' }],
  ['GET /api/v1/rounds/:round/subjects/:unit', SHEET, ''],
  ['GET /api/v1/rounds/:round/subjects/:unit/scores/:criterion', `${SHEET}/scores/1`, ''],
  ['PUT /api/v1/rounds/:round/subjects/:unit/scores/:criterion', `${SHEET}/scores/1`, '', { stage: 'self' }],
  ['POST /api/v1/rounds/:round/subjects/:unit/send', `${SHEET}/send`, '', {}],
  ['POST /api/v1/rounds/:round/subjects/:unit/explain-done', `${SHEET}/explain-done`, '', {}],
  ['POST /api/v1/rounds/:round/subjects/:unit/evidence', `${SHEET}/evidence`, '', EVIDENCE],
  ['PUT /api/v1/rounds/:round/subjects/:unit/evidence/:id', `${SHEET}/evidence/1`, '', EVIDENCE],
  ['DELETE /api/v1/rounds/:round/subjects/:unit/evidence/:id', `${SHEET}/evidence/1`, ''],
  ['GET /api/v1/rounds/:round/queue', `${ROUND}/queue?area=I`, 'verifier'],
  [
    'POST /api/v1/rounds/:round/verify',
    `${ROUND}/verify`,
    'verifier',
    { cells: [{ unit: 'A', criterion: '1' }] },
  ],
  ['GET /api/v1/rounds/:round/table', `${ROUND}/table`, ''],
  ['POST /api/v1/rounds/:round/final', `${ROUND}/final`, '', {}],
]
