// Appeals against grades: decided by somebody outside the first decision, within the quota.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gradingHouse } from '../../../../test/grading-house.ts'
import type { Client } from '../../../../test/persona.ts'
import type { Appeal, AppealLine } from '../api/appeals.ts'

const CLAIM = 'Nhiệm vụ quý IV đã hoàn thành, có biên bản nghiệm thu'
const PAPER = { number: '12-QĐ/HU', on: '2022-01-12' }

/** Commune A and A2 graded as organisations by the district, told, and A not content. */
async function graded() {
  const house = await gradingHouse({ people: 1 })
  const part = { rules: 'qd132-to-chuc', subjects: 'units', units: ['A', 'A2'] }
  const { subjects, path } = await house.open(part)
  const grades = subjects.map(({ id }) => ({ subject: id, grade: 'HTNV' }))
  const office = house.as('office')
  await house.ok(office.post(`${path}/proposals`, { proposals: grades }))
  await house.ok(office.post(`${path}/decide`, PAPER))
  await house.ok(office.post(`${path}/notice`, { number: '3-TB/HU', on: '2022-01-14' }))
  const own = subjects.find(({ code }) => code === 'A')!
  const sheet = `${path}/subjects/${own.id}`
  const file = (who: Client = house.as('officer')) => who.post(`${sheet}/appeals`, { claim: CLAIM })
  return { house, sheet, file }
}

test('an organisation appeals against its grade; the owner gives it another, which is told', async () => {
  const { house: h, sheet, file } = await graded()
  await using house = h
  await house.refused(file(house.as('outsider')), 403, 'auth.forbidden')
  const appeal = await house.ok<Appeal>(file())
  assert.deepEqual(
    [appeal.kind, appeal.grade?.now, appeal.version, appeal.clock.dueOn],
    ['grade', 'HTNV', null, '2022-02-14'],
  )
  await house.refused(file(), 409, 'appeal.exists')
  const owner = house.as('verifier', 'P')
  await owner.get('/api/v1/notices')
  const path = `/api/v1/appeals/${appeal.id}`
  const { owners } = await house.ok<{ owners: { username: string }[] }>(
    house.as('office').get(`${path}/owners`),
  )
  assert.equal(owners.length, 1, 'whoever decided it is not among them')
  await house.ok(house.as('office').put(`${path}/owner`, { owner: owners[0]!.username }))
  const ruling = { outcome: 'upheld', reason: 'Đã đối chiếu', number: '4-QĐ/TU', decidedOn: '2022-01-15' }
  await house.refused(owner.post(`${path}/decide`, ruling), 422, 'appeal.gradeMissing')
  await house.refused(owner.post(`${path}/decide`, { ...ruling, grade: 'KHTNV' }), 422, 'appeal.notBetter')
  const decided = await house.ok<Appeal>(owner.post(`${path}/decide`, { ...ruling, grade: 'HTTNV' }))
  assert.deepEqual(
    [decided.state, decided.grade?.now, decided.decision?.reason],
    ['upheld', 'HTTNV', 'Đã đối chiếu'],
  )
  const { facts } = await house.ok<{ facts: { step: string; grade: string }[] }>(
    house.as('officer').get(sheet),
  )
  assert.deepEqual(
    facts.filter(({ step }) => step === 'decision').map(({ grade }) => grade),
    ['HTNV', 'HTTNV'],
  )
})

test('whoever reads scores alone finds no appeal about a grade, and the log has no words of it', async () => {
  const { house: h, file } = await graded()
  await using house = h
  const { id } = await house.ok<Appeal>(file())
  const list = async (who: Client) =>
    (await house.ok<{ appeals: AppealLine[] }>(who.get('/api/v1/appeals?unit=A'))).appeals.length
  assert.deepEqual([await list(house.as('office')), await list(house.as('leader'))], [1, 0])
  await house.refused(house.as('leader').get(`/api/v1/appeals/${id}`), 403, 'auth.forbidden')
  await house.refused(house.as('leader').get('/api/v1/appeals/999'), 403, 'auth.forbidden')
  await house.refused(house.as('office').get('/api/v1/appeals/999'), 404, 'appeal.notFound')
  const rows = await house.db
    .selectFrom('audit_entries')
    .select('details')
    .where('action', '=', 'appeal.file')
    .execute()
  assert.equal(JSON.stringify(rows).includes('biên bản'), false)
})
