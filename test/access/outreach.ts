import type { Row } from './people.ts'

const ID = '0b5f5a00-0000-4000-8000-000000000001'
const READERS = 'administrator office verifier officer collector leader auditor'
/** Of the unit that the address names. */
const ACTIVITY = {
  form: 'meeting',
  subject: 'Họp bản về xóa nhà tạm',
  heldOn: '2022-01-10',
  place: '',
  reached: 40,
  programme: null,
  directive: null,
}

export const outreachAccess: Row[] = [
  ['GET /api/v1/outreach', '/api/v1/outreach?period=2021&unit={unit}', READERS],
  ['GET /api/v1/outreach-counts', '/api/v1/outreach-counts?period=2021&unit={unit}', READERS],
  // Of one that is not there, only who holds the permission everywhere is told so.
  ['GET /api/v1/outreach/:id', `/api/v1/outreach/${ID}`, ''],
  ['PUT /api/v1/outreach/:id', `/api/v1/outreach/${ID}?unit={unit}`, 'office officer collector', ACTIVITY],
  ['POST /api/v1/outreach/:id/withdraw', `/api/v1/outreach/${ID}/withdraw`, '', { reason: 'Ghi nhầm' }],
]
