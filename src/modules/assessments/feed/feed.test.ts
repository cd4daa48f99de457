// Criteria that the program's own records score.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { layDirective } from '../../../../test/coverage-house.ts'
import { SCHEME, type ScoringHouse, scoringHouse } from '../../../../test/scoring-house.ts'
import type { FedCell, FeedState } from '../api/feed.ts'

/** A scheme like that of the house, whose second criterion is counted from duties. */
const FED = {
  ...SCHEME,
  code: 'fed',
  areas: [
    {
      ...SCHEME.areas[0]!,
      criteria: SCHEME.areas[0]!.criteria.map((one) =>
        one.code === '1.2' ? { ...one, source: { type: 'duties-on-time' } } : one,
      ),
    },
    SCHEME.areas[1]!,
  ],
}

type FeedHouse = ScoringHouse & { feed: string }
async function feedHouse(): Promise<FeedHouse> {
  const house = await scoringHouse()
  await house.bring('scheme', JSON.stringify(FED))
  const opening = { scheme: 'fed', period: '2021', name: 'Chấm từ số liệu', keeper: 'D1', group: 'xã' }
  const { id } = await house.ok<{ id: string }>(house.as('office', 'D1').post('/api/v1/rounds', opening))
  await layDirective(house, {}, [
    { unit: 'A', due: '2021-06-30', done: '2021-06-30' },
    { unit: 'A', due: '2021-09-30', done: '2021-10-02' },
    { unit: 'A', due: '2021-12-31' },
    { unit: 'A', due: '2022-01-31', done: '2022-01-10' },
    { unit: 'A', due: '2021-11-30', done: '2021-11-01', state: 'withdrawn' },
  ])
  return Object.assign(house, { feed: `/api/v1/rounds/${id}/feed` })
}

type Preview = { cells: FedCell[]; counts: Record<FeedState, number> }
const preview = (house: FeedHouse) => house.ok<Preview>(house.as('office', 'D1').get(house.feed))

test('what was due in the period and done by its day counts; nothing recorded is not a zero', async () => {
  await using house = await feedHouse()
  const { cells } = await preview(house)
  assert.deepEqual(
    cells.map(({ unit, state, input, points }) => [unit.code, state, input, points]),
    [
      ['A', 'new', { num: '1', den: '3' }, '0'],
      ['A2', 'nothing', null, null],
    ],
  )
  assert.deepEqual([cells[0]!.counted!.counted, cells[0]!.counted!.refs.length], ['1', 3])
})

test('it is written as verified by the program, once, and again only where the records changed', async () => {
  await using house = await feedHouse()
  const write = () => house.ok<{ written: number }>(house.as('office', 'D1').post(house.feed, {}))
  assert.equal((await write()).written, 1)
  assert.equal((await write()).written, 0)
  const { rows } = {
    rows: await house.db.selectFrom('scores').selectAll().where('scheme', '=', 'fed').execute(),
  }
  assert.deepEqual(
    rows.map(({ stage, said_by, input }) => [stage, said_by, input]),
    [['verified', 'songma', '{"num":"1","den":"3"}']],
  )
  await layDirective(house, { number: '02-KL/TW' }, [{ unit: 'A', due: '2021-03-31', done: '2021-03-01' }])
  assert.equal((await preview(house)).counts.changed, 1)
  assert.equal((await write()).written, 1)
  assert.equal((await preview(house)).counts.same, 1)
})

test('only who steers the round looks at it and writes it, and only until it is explained', async () => {
  await using house = await feedHouse()
  for (const who of [house.as('officer'), house.as('verifier'), house.as('leader')]) {
    await house.refused(who.get(house.feed), 403, 'auth.forbidden')
    await house.refused(who.post(house.feed, {}), 403, 'auth.forbidden')
  }
  const office = house.as('office', 'D1')
  for (const to of ['verify', 'explain'])
    await house.ok(office.post(house.feed.replace(/feed$/, 'move'), { to, anyway: true }))
  await house.refused(office.post(house.feed, {}), 409, 'feed.notNow')
})
