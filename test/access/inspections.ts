import type { Row } from './people.ts'

const PLAN = { name: 'x', startsOn: '2022-01-01', endsOn: '2022-12-31' }
const VISITS = [{ unit: 'none', plannedOn: '2022-02-01' }]
const RECORD = { visitedOn: '2022-01-01', team: ['x'] }
const READ = 'administrator office verifier officer collector leader auditor'

export const inspectionAccess: Row[] = [
  ['GET /api/v1/inspections', '/api/v1/inspections?unit={unit}', READ],
  ['GET /api/v1/inspections/:id', '/api/v1/inspections/1?unit={unit}', READ],
  [
    'POST /api/v1/inspections',
    '/api/v1/inspections?unit={unit}',
    'office',
    { ...PLAN, directive: '1', visits: VISITS },
  ],
  // Of one that is not there only who may see everything is told so: `routes.test.ts` calls those that are there.
  ['PUT /api/v1/inspections/:id', '/api/v1/inspections/1', '', { ...PLAN, visits: VISITS }],
  ['POST /api/v1/inspections/:id/close', '/api/v1/inspections/1/close', '', { conclusion: 'x' }],
  ['GET /api/v1/inspection-visits', '/api/v1/inspection-visits?unit={unit}', READ],
  ['GET /api/v1/inspection-visits/:id', '/api/v1/inspection-visits/1', ''],
  ['PUT /api/v1/inspection-visits/:id', '/api/v1/inspection-visits/1', '', RECORD],
  ['GET /api/v1/inspection-findings', '/api/v1/inspection-findings?unit={unit}', READ],
  ['GET /api/v1/recurring-findings', '/api/v1/recurring-findings?unit={unit}', READ],
  [
    'POST /api/v1/inspection-findings/:id/duty',
    '/api/v1/inspection-findings/1/duty',
    '',
    { task: 'x', dueOn: '2022-12-31' },
  ],
  [
    'POST /api/v1/inspection-findings/:id/recheck',
    '/api/v1/inspection-findings/1/recheck',
    '',
    { checkedOn: '2022-01-01', result: 'fixed' },
  ],
]
