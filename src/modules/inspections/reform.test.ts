// A unit ends; what was found about it is mended by whoever took its place.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { answerOf, finding, inspectionHouse, makeDuty, recorded } from '../../../test/inspection-house.ts'
import type { Finding } from './api/visits.ts'

const UNITS = `code,name,kind,parent_code,valid_from,valid_to
P,Tỉnh Sơn La,tỉnh,,,
D1,Huyện Sông Mã,huyện,P,,
D2,Huyện Mường La,huyện,P,,
A,Xã Nà Nghịu,xã,D1,,2022-06-30
A2,Xã Chiềng Cang,xã,D1,,
B,Xã Mường Bú,xã,D2,,
N,Xã Sông Mã,xã,D1,2022-07-01,
`
const AFTER = new Date('2022-07-05T02:00:00Z')
const house = async (into: string[]) => {
  const made = await inspectionHouse(UNITS)
  const rows = into.map((code) => `A,${code},2022-07-01,,${into.length > 1 ? 'split' : 'merge'}`)
  await made.bring('succession', `old_code,new_code,date,share,kind\n${rows.join('\n')}\n`)
  return made
}
type Page = { findings: Finding[]; totals: { overdue: number } }

test('the successor is given the duty, and reads what was found under the old name', async () => {
  await using made = await house(['N'])
  const visit = await recorded(made, [finding()])
  made.clock.now = AFTER
  const draft = { task: 'x', dueOn: '2022-07-20' }
  const path = `/api/v1/inspection-findings/${visit.found[0]!.id}/duty`
  const given: Finding = await answerOf(await made.as('office', 'D1').post(path, draft))
  assert.deepEqual([given.unit.name, given.duty?.unit.name], ['Xã Nà Nghịu', 'Xã Sông Mã'])
  const own = await made.as('officer', 'N').get('/api/v1/inspection-findings?unit=N')
  assert.deepEqual(
    (await answerOf<Page>(own)).findings.map(({ id }) => id),
    [given.id],
  )
})

test('of several successors one is named', async () => {
  await using made = await house(['N', 'A2'])
  const visit = await recorded(made, [finding()])
  made.clock.now = AFTER
  const path = `/api/v1/inspection-findings/${visit.found[0]!.id}/duty`
  const draft = { task: 'x', dueOn: '2022-07-20' }
  const asked = await made.as('office', 'D1').post(path, draft)
  const { errors } = (await asked.json()) as { errors: { path: string; message: string }[] }
  assert.equal(errors[0]?.path, 'unit')
  assert.match(errors[0]!.message, /Xã Sông Mã \(N\)/)
  const given: Finding = await answerOf(await made.as('office', 'D1').post(path, { ...draft, unit: 'A2' }))
  assert.equal(given.duty?.unit.code, 'A2')
})

test('a duty that passed to a successor is followed there: whose it is, and whether it is late', async () => {
  await using made = await house(['N'])
  const visit = await recorded(made, [finding()])
  await makeDuty(made, visit.found[0]!)
  await sql`
    with heir as (
      insert into duty_occurrences (duty_id, directive_id, unit_id, unit_code, unit_name, due_on, changed_at)
      select o.duty_id, o.directive_id, s.unit_id, s.code, s.name, o.due_on, o.changed_at
        from duty_occurrences o, unit_states s where s.code = 'N' limit 1
      returning id)
    update duty_occurrences set state = 'passed', passed_to_id = heir.id from heir where unit_code = 'A'`.execute(
    made.db as never,
  )
  made.clock.now = AFTER
  const page = await made.as('officer', 'N').get('/api/v1/inspection-findings?unit=N&which=overdue')
  const { findings, totals } = await answerOf<Page>(page)
  assert.equal(totals.overdue, 1)
  assert.deepEqual(
    findings.map(({ duty, state, daysLate }) => [duty?.unit.name, state, daysLate]),
    [['Xã Sông Mã', 'assigned', 107]],
  )
})
