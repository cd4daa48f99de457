// A session makes its unit's step "studied" of every duty under the directive, and takes it back when it is withdrawn.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type StudyHouse, studyHouse } from '../../../../test/study-house.ts'
import type { OneSession } from '../api/sessions.ts'

const PATH = '/api/v1/study-sessions'

/** A duty under the directive, with its occurrence at A. */
async function askA({ transact, directive }: StudyHouse): Promise<void> {
  await transact(async (tx) => {
    const { unit_id } = await tx
      .selectFrom('unit_states')
      .select('unit_id')
      .where('code', '=', 'A')
      .executeTakeFirstOrThrow()
    const at = new Date('2021-05-20T00:00:00Z')
    const asked = {
      task: 'Quán triệt',
      product: 'event',
      addressed: '{}',
      issued_on: '2021-05-20',
      decider_id: unit_id,
    }
    const { id } = await tx
      .insertInto('duties')
      .values({ directive_id: Number(directive), ...asked, created_by: 'x', created_at: at })
      .returning('id')
      .executeTakeFirstOrThrow()
    const unit = { unit_id, unit_code: 'A', unit_name: 'Xã Nà Nghịu' }
    await tx
      .insertInto('duty_occurrences')
      .values({ duty_id: id, directive_id: Number(directive), ...unit, changed_at: at })
      .execute()
  })
}

test('the first session that stands is when a unit has studied', async () => {
  await using house = await studyHouse()
  await askA(house)
  const officer = house.as('officer')
  const hold = async (heldOn: string) => {
    const attendance = [{ kind: 'people', invited: 2, attended: 2 }]
    const row = { directive: house.directive, unit: 'A', heldOn, form: 'online', attendance }
    return ((await (await officer.post(PATH, row)).json()) as OneSession).id
  }
  const studied = async () =>
    (await house.db.selectFrom('duty_occurrences').select('studied_on').executeTakeFirstOrThrow()).studied_on
  await hold('2021-07-01')
  assert.equal(await studied(), '2021-07-01')
  const first = await hold('2021-06-01')
  assert.equal(await studied(), '2021-06-01')
  await officer.post(`${PATH}/${first}/withdraw`, { reason: 'Ghi nhầm' })
  assert.equal(await studied(), '2021-07-01')
  assert.deepEqual(house.log, [])
})
