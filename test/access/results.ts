import type { Row } from './people.ts'

const ONE = '/api/v1/results/1'
const DECISION = { decision: 'QĐ 1/QĐ-UBND', decidedOn: '2022-01-10' }

/** What is published is for everybody; of what is not there only who publishes is told so. */
export const resultsAccess: Row[] = [
  ['GET /api/v1/results', '/api/v1/results', 'anyone'],
  ['GET /api/v1/results/:round', ONE, 'anyone'],
  ['GET /api/v1/results/:round/changes', `${ONE}/changes`, 'anyone'],
  ['GET /api/v1/results/:round/units/:unit', `${ONE}/units/A`, 'anyone'],
  ['GET /api/v1/results/:round/ranking.csv', `${ONE}/ranking.csv`, 'anyone'],
  ['GET /api/v1/results/:round/ranking.xlsx', `${ONE}/ranking.xlsx`, 'anyone'],
  ['GET /api/v1/units/:unit/results', '/api/v1/units/{unit}/results', 'anyone'],
  ['POST /api/v1/rounds/:round/publish', '/api/v1/rounds/1/publish', '', DECISION],
  [
    'POST /api/v1/results',
    '/api/v1/results?keeper={unit}',
    'office',
    { scheme: 'x', period: '2021', name: 'x', ...DECISION },
  ],
]
