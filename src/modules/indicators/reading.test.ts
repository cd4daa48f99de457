// Roll-ups on the real database: as reported and restated, pending and folded, over a small reform.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type TestHouse, testHouse } from '../../../test/house.ts'
import { foldAll, type RollupQuery, rollup } from './index.ts'

// On 2025-07-01 the district ends: A and B become N under the province, C (with Q, which nobody had) parts in two.
const UNITS = `code,name,kind,parent_code,valid_from,valid_to
P,Tỉnh,tỉnh,,,
D,Huyện,huyện,P,,2025-06-30
A,Xã A,xã,D,,2025-06-30
B,Xã B,xã,D,,2025-06-30
C,Xã C,xã,D,,2025-06-30
A,Xã N,xã,P,2025-07-01,
S1,Xã S1,xã,P,2025-07-01,
S2,Xã S2,xã,P,2025-07-01,
`
const SUCCESSION = `old_code,new_code,date,share,kind
A,A,2025-07-01,1,merge
B,A,2025-07-01,1,merge
C,S1,2025-07-01,,split
C,S2,2025-07-01,,split
`
const INDICATORS = `code,name,unit_of_measure,across_units,across_time,formula,breakdown
area,Diện tích,ha,sum,last,,
sold,Giá trị,VND,sum,sum,,channel:home|export
people,Dân số,người,sum,last,,
poverty,Tỷ lệ nghèo,%,weighted:people,last,,
score,Điểm,điểm,mean,mean,,
rank,Hạng,hạng,none,none,,
yield,Giá trị một ha,VND/ha,none,none,{sold}/{area},
`
const VALUES = `indicator,unit_code,period,value,breakdown
area,A,2024,10,
area,B,2024,20.5,
area,C,2024,7,
area,D,2024,0.5,
sold,A,2024Q1,100,home
sold,A,2024Q1,50,export
sold,A,2024Q2,25,home
sold,B,2024Q1,200,
people,A,2024,1000,
people,B,2024,3000,
poverty,A,2024,10,
poverty,B,2024,20,
score,A,2024,6,
score,C,2024,9,
rank,A,2024,1,
area,A,2025Q1,11,
area,A,2025Q2,12,
area,B,2025Q2,21,
area,A,2025Q4,40,
sold,A,2025Q2,5,
sold,A,2025Q3,7,
`

const asked = (part: Partial<RollupQuery>): RollupQuery => ({
  indicators: ['area'],
  periods: ['2024'],
  units: ['P'],
  level: 'self',
  borders: 'then',
  state: 'approved',
  today: '2026-03-01',
  ...part,
})

async function reformed(): Promise<TestHouse> {
  const house = await testHouse()
  await house.bring('units', UNITS)
  await house.bring('succession', SUCCESSION)
  await house.bring('indicators', INDICATORS)
  await house.bring('values', VALUES)
  return house
}

const values = async (house: TestHouse, part: Partial<RollupQuery>) =>
  Object.fromEntries((await rollup(house.db, asked(part))).map((r) => [r.unitCode, r.value]))

/** Everything below is asked twice: while the sums are pending, and after they were folded. */
for (const [when, settle] of [
  ['while sums are pending', async () => {}],
  ['after the fold', (house: TestHouse) => foldAll(house.transact)],
] as const)
  describe(`a reading ${when}`, () => {
    test('adds children and a unit\u2019s own value, and counts who reported', async () => {
      await using house = await reformed()
      await settle(house)
      assert.deepEqual(await values(house, { level: 3, units: ['P'] }), { A: '10', B: '20.5', C: '7' })
      const [province] = await rollup(house.db, asked({}))
      assert.deepEqual([province!.value, province!.reported, province!.expected], ['38', 4, 4])
    })

    test('sums flows over the periods inside, and breakdowns into their whole', async () => {
      await using house = await reformed()
      await settle(house)
      const query = { indicators: ['sold'], units: ['A', 'D'] }
      assert.deepEqual(await values(house, { ...query, periods: ['2024Q1'] }), { A: '150', D: '350' })
      assert.deepEqual(await values(house, { ...query, periods: ['2024H1'] }), { A: '175', D: '375' })
      assert.deepEqual(await values(house, { ...query, periods: ['2023-2024'] }), { A: '175', D: '375' })
    })

    test('weighs, means and keeps to itself as the indicator says', async () => {
      await using house = await reformed()
      await settle(house)
      const district = await rollup(
        house.db,
        asked({ indicators: ['poverty', 'score', 'rank', 'yield'], units: ['D'] }),
      )
      assert.deepEqual(
        district.map((r) => r.value),
        ['17.5', '7.5', null, '9.8684210526'],
      )
      assert.deepEqual(await values(house, { indicators: ['rank'], units: ['A'] }), { A: '1' })
      const [missing] = await rollup(house.db, asked({ indicators: ['yield'], units: ['C'] }))
      assert.deepEqual([missing!.value, missing!.reason], [null, 'sold'])
    })

    test('restates in the borders of now: totals stay, an unknown share is told and never guessed', async () => {
      await using house = await reformed()
      await settle(house)
      const children = await rollup(house.db, asked({ level: 'children', borders: 'now' }))
      assert.deepEqual(
        children.map((r) => [r.unitCode, r.unitName, r.value, r.restated, r.notRestated?.value ?? null]),
        [
          ['A', 'Xã N', '30.5', true, '0.5'],
          ['S1', 'Xã S1', null, true, '7.5'],
          ['S2', 'Xã S2', null, true, '7.5'],
        ],
      )
      const [province] = await rollup(house.db, asked({ borders: 'now' }))
      assert.deepEqual([province!.value, province!.notRestated], ['38', { units: 2, value: '7.5' }])
    })

    test('a unit that is gone is read by its own ground', async () => {
      await using house = await reformed()
      await settle(house)
      assert.deepEqual(await values(house, { units: ['D'], borders: 'now' }), { D: '38' })
      assert.deepEqual(await values(house, { units: ['D'], borders: '2025-06-30' }), { D: '38' })
    })

    test('ratios are computed again from restated parts, and means weighed again', async () => {
      await using house = await reformed()
      await settle(house)
      const now = await rollup(
        house.db,
        asked({ indicators: ['yield', 'poverty'], units: ['A'], borders: 'now' }),
      )
      assert.deepEqual(
        now.map((r) => [r.indicator, r.value]),
        [
          ['yield', '12.2950819672'],
          ['poverty', '17.5'],
        ],
      )
    })

    test('over the reform a flow keeps all its quarters and a stock is not counted twice', async () => {
      await using house = await reformed()
      await settle(house)
      const year = { periods: ['2025'] }
      assert.deepEqual(await values(house, { ...year, indicators: ['sold'] }), { P: '12' })
      assert.deepEqual(await values(house, { ...year, indicators: ['sold'], units: ['A'] }), { A: '7' })
      assert.deepEqual(await values(house, { ...year, indicators: ['sold'], units: ['A'], borders: 'now' }), {
        A: '12',
      })
      assert.deepEqual(await values(house, { ...year }), { P: '40' })
      assert.deepEqual(await values(house, { ...year, periods: ['2025H1'] }), { P: '33' })
    })

    test('every root together is one row', async () => {
      await using house = await reformed()
      await settle(house)
      assert.deepEqual(await values(house, { units: 'all' }), { all: '38' })
      assert.deepEqual(await values(house, { units: 'all', level: 'children', borders: 'now' }), { P: '38' })
    })
  })

test('what is only submitted is read apart from what is approved', async () => {
  await using house = await reformed()
  await house.bring(
    'values',
    'indicator,unit_code,period,value,state,quality\narea,A,2024,99,submitted,estimate\n',
  )
  assert.deepEqual(await values(house, { units: ['A'] }), { A: '10' })
  const [row] = await rollup(house.db, asked({ units: ['A'], state: 'submitted' }))
  assert.deepEqual([row!.value, row!.estimates], ['99', 1])
})

test('a reading costs the same few statements for one cell and for hundreds', async () => {
  await using house = await reformed()
  await foldAll(house.transact)
  await values(house, {})
  const one = await house.countQueries(() => values(house, { indicators: ['sold', 'area'] }))
  const many = await house.countQueries(() =>
    values(house, { indicators: ['sold', 'poverty', 'yield'], level: 3 }),
  )
  assert.ok(many <= one + 1, `${one} statements for one cell, ${many} for many`)
})

test('a changed tree changes the sums at once', async () => {
  await using house = await reformed()
  await foldAll(house.transact)
  assert.deepEqual(await values(house, { units: ['D'] }), { D: '38' })
  await house.bring(
    'units',
    'code,name,kind,parent_code,valid_from,valid_to\nE,Huyện E,huyện,P,,\nB,Xã B,xã,E,,2025-06-30\n',
  )
  assert.deepEqual(await values(house, { units: ['D', 'E', 'P'] }), { D: '17.5', E: '20.5', P: '38' })
})
