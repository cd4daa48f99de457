import assert from 'node:assert/strict'
import { test } from 'node:test'
import { studyHouse } from '../../../../test/study-house.ts'
import { studyRecordsOnUnits } from './unit-records.ts'

test('a unit cannot end before sessions that it held and contents that it proposes; withdrawn ones let it go', async () => {
  await using house = await studyHouse()
  const [officer, office] = [house.as('officer'), house.as('office')]
  const attendance = [{ kind: 'people', invited: 2, attended: 2 }]
  const hold = async (heldOn: string) => {
    const row = { directive: house.directive, unit: 'A', heldOn, form: 'online', attendance }
    return ((await (await officer.post('/api/v1/study-sessions', row)).json()) as { id: string }).id
  }
  await hold('2021-06-01')
  const late = await hold('2021-09-01')
  const days = { startsOn: '2022-01-01', endsOn: '2022-12-31' }
  const content = { unit: 'A', chooser: 'D1', name: 'Nhãn ghép', why: 'x', ...days }
  assert.equal((await office.post('/api/v1/proposals', content)).status, 200)

  const { unit_id: unitId } = await house.db
    .selectFrom('unit_states')
    .select('unit_id')
    .where('code', '=', 'A')
    .executeTakeFirstOrThrow()
  const records = () =>
    house.transact(async (tx) =>
      (await studyRecordsOnUnits(tx, [{ unitId, from: '2021-07-01' }])).map(({ kind, label }) => [
        kind,
        label,
      ]),
    )
  assert.deepEqual(await records(), [
    ['proposal', 'Nhãn ghép'],
    ['session', '01-KL/TW 2021-09-01'],
  ])
  await officer.post(`/api/v1/study-sessions/${late}/withdraw`, { reason: 'Ghi nhầm' })
  assert.deepEqual(await records(), [['proposal', 'Nhãn ghép']])
})
