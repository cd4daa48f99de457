import type { Row } from './people.ts'

const ONE = '/api/v1/gradings/1'
const SHEET = `${ONE}/subjects/1`
const PAPER = { number: '1-QĐ/HU', on: '2021-12-31' }
const OPENING = { rules: 'x', name: 'x' }
const EXCEPTION = { ...PAPER, key: '', level: 'HTXSNV', percent: '25', approver: 'x', reason: 'x' }

/**
 * Rules are no secret; grades are. Of a grading or a subject that is not there only who may see everything is told so:
 * `grading/*.test.ts` have the others.
 */
export const gradingsAccess: Row[] = [
  ['GET /api/v1/grade-rules', '/api/v1/grade-rules', 'signed-in'],
  ['GET /api/v1/grade-rules/:code', '/api/v1/grade-rules/x', 'signed-in'],
  ['GET /api/v1/gradings', '/api/v1/gradings?unit={unit}', 'office officer'],
  ['GET /api/v1/gradings/:grading', ONE, ''],
  ['GET /api/v1/gradings/:grading/subjects', `${ONE}/subjects`, ''],
  [
    'GET /api/v1/grading-subjects',
    '/api/v1/grading-subjects?keeper={unit}&period=2021&subjects=units',
    'office',
  ],
  ['GET /api/v1/grade-years', '/api/v1/grade-years?unit={unit}&subjects=units', 'office officer'],
  ['POST /api/v1/gradings', '/api/v1/gradings?keeper={unit}&period=2021', 'office', OPENING],
  ['PUT /api/v1/gradings/:grading', ONE, '', { name: 'x' }],
  ['POST /api/v1/gradings/:grading/close', `${ONE}/close`, '', {}],
  ['POST /api/v1/gradings/:grading/reopen', `${ONE}/reopen`, '', { reason: 'x' }],
  [
    'POST /api/v1/gradings/:grading/proposals',
    `${ONE}/proposals`,
    '',
    { proposals: [{ subject: '1', grade: 'HTNV' }] },
  ],
  ['POST /api/v1/gradings/:grading/decide', `${ONE}/decide`, '', PAPER],
  ['POST /api/v1/gradings/:grading/notice', `${ONE}/notice`, '', PAPER],
  ['POST /api/v1/gradings/:grading/exceptions', `${ONE}/exceptions`, '', EXCEPTION],
  [
    'POST /api/v1/gradings/:grading/exceptions/:id/withdraw',
    `${ONE}/exceptions/1/withdraw`,
    '',
    { reason: 'x' },
  ],
  ['GET /api/v1/gradings/:grading/subjects/:subject', SHEET, ''],
  ['PUT /api/v1/gradings/:grading/subjects/:subject', SHEET, '', { group: '', isHead: false }],
  [
    'PUT /api/v1/gradings/:grading/subjects/:subject/scores',
    `${SHEET}/scores`,
    '',
    { side: 'self', values: {} },
  ],
  ['POST /api/v1/gradings/:grading/subjects/:subject/self', `${SHEET}/self`, '', { grade: 'HTNV' }],
  ['POST /api/v1/gradings/:grading/subjects/:subject/opinion', `${SHEET}/opinion`, '', { text: 'x' }],
  [
    'POST /api/v1/gradings/:grading/subjects/:subject/comments',
    `${SHEET}/comments`,
    '',
    { body: 'x', on: '2021-12-01' },
  ],
  ['POST /api/v1/gradings/:grading/subjects/:subject/commitments', `${SHEET}/commitments`, '', { text: 'x' }],
  [
    'PUT /api/v1/gradings/:grading/subjects/:subject/commitments/:id',
    `${SHEET}/commitments/1`,
    '',
    { text: 'x' },
  ],
  ['DELETE /api/v1/gradings/:grading/subjects/:subject/commitments/:id', `${SHEET}/commitments/1`, ''],
  [
    'PUT /api/v1/gradings/:grading/subjects/:subject/commitments/:id/outcome',
    `${SHEET}/commitments/1/outcome`,
    '',
    { outcome: 'done', result: 'x' },
  ],
  ['GET /api/v1/my-grades', '/api/v1/my-grades', 'signed-in'],
  ['GET /api/v1/people/:person/record', '/api/v1/people/1/record', ''],
  ['GET /api/v1/people/:person/record/file', '/api/v1/people/1/record/file', ''],
  ['GET /api/v1/my-record', '/api/v1/my-record', 'signed-in'],
  ['GET /api/v1/my-record/file', '/api/v1/my-record/file', 'signed-in'],
  ['POST /api/v1/people/:person/erase', '/api/v1/people/1/erase', '', { reason: 'x' }],
]
