import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unitByCode } from '#modules/organisation/index.ts'
import { scoringHouse } from '../../../../test/scoring-house.ts'
import { roundRecords } from './unit-records.ts'

test('a unit is held by rounds of periods that end on its last day or later', async () => {
  await using house = await scoringHouse()
  const idOf = async (code: string) =>
    (await unitByCode(house.db, code, { startsOn: '2021-01-01', endsOn: '2021-12-31' }))!.id
  const [a, d1, b] = [await idOf('A'), await idOf('D1'), await idOf('B')]
  const held = (from: string) =>
    house.transact((tx) =>
      roundRecords(
        tx,
        [a, d1, b].map((unitId) => ({ unitId, from })),
      ),
    )
  const both = [d1, a].map((unitId) => ({ unitId, kind: 'round', label: 'Chấm điểm CCHC cấp xã 2021' }))
  const byUnit = (rows: Awaited<ReturnType<typeof held>>) => rows.toSorted((x, y) => x.unitId - y.unitId)
  assert.deepEqual(byUnit(await held('2021-12-31')), byUnit(both))
  assert.deepEqual(byUnit(await held('-infinity')), byUnit(both))
  assert.deepEqual(await held('2022-01-01'), [])
})
