// Whatever was reported, and whichever way a reading goes, the sums agree: pending, folded, and restated in the borders
// of the day on which they were reported; and restating loses nothing.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type TestHouse, testHouse } from '../../../test/house.ts'
import { foldAll, indicatorChecks, type RollupQuery, rollup } from './index.ts'

// Two districts under one roof; one ends in 2024, two communes merge and a third parts, half known and half not.
const UNITS = `code,name,kind,parent_code,valid_from,valid_to
P,Tỉnh,tỉnh,,,
D,Huyện D,huyện,P,,2024-06-30
E,Huyện E,huyện,P,,
A,Xã A,xã,D,,2024-06-30
B,Xã B,xã,D,,2024-06-30
C,Xã C,xã,E,,2024-06-30
F,Xã F,xã,E,,
N,Xã N,xã,E,2024-07-01,
S,Xã S,xã,E,2024-07-01,
T,Xã T,xã,E,2024-07-01,
`
const successions = (share: number | null) => {
  const [first, second] = share === null ? ['', ''] : [`0.${share}`, `0.${100 - share}`]
  return `old_code,new_code,date,share,kind
A,N,2024-07-01,1,merge
B,N,2024-07-01,1,merge
C,S,2024-07-01,${first},split
C,T,2024-07-01,${second},split
`
}
const INDICATORS =
  'code,name,unit_of_measure,across_units,across_time\nflow,Dòng,ha,sum,sum\nstock,Kho,ha,sum,last\n'

const cell = fc.record({
  indicator: fc.constantFrom('flow', 'stock'),
  unit: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'P'),
  period: fc.constantFrom('2023', '2023Q1', '2023Q4', '202305', '2024Q1', '2024Q2'),
  cents: fc.integer({ min: 0, max: 10_000_000 }),
})

test('every way of reading gives the same, and the borders of any day keep the total', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.option(fc.integer({ min: 10, max: 89 })),
      fc.array(cell, { minLength: 1, maxLength: 25 }),
      async (share, cells) => {
        await using house = await testHouse()
        await house.bring('units', UNITS)
        await house.bring('succession', successions(share))
        await house.bring('indicators', INDICATORS)
        const unique = new Map(
          cells.map((c) => [`${c.indicator},${c.unit},${c.period}`, (c.cents / 100).toFixed(2)]),
        )
        await house.bring(
          'values',
          `indicator,unit_code,period,value\n${[...unique].map((row) => row.join(',')).join('\n')}\n`,
        )

        for (const period of ['2023', '2023H1', '2024H1', '2024', '2023-2024']) {
          const pending = await read(house, { period })
          await foldAll(house.transact)
          assert.deepEqual(await read(house, { period }), pending, `${period}: folded and pending`)
          if (period === '2023' || period === '2023H1')
            assert.deepEqual(
              await read(house, { period, borders: '2023-12-31' }),
              pending,
              `${period}: as reported and restated`,
            )
          for (const borders of ['2023-01-01', '2024-06-30', '2024-07-01', '2026-01-01'])
            assert.deepEqual(
              await total(house, period, borders),
              await total(house, period, 'then'),
              `${period} in ${borders}`,
            )
        }
        for (const check of indicatorChecks)
          assert.deepEqual((await check.run(house.db)).differences, [], check.name)
      },
    ),
    { numRuns: 8 },
  )
})

type Asked = { period: string; borders?: string }
const query = ({ period, borders = 'then' }: Asked): Omit<RollupQuery, 'units'> => ({
  indicators: ['flow', 'stock'],
  periods: [period],
  level: 'self',
  borders,
  state: 'approved',
  today: '2026-01-01',
})

async function read(house: TestHouse, asked: Asked) {
  const rows = await rollup(house.db, { ...query(asked), units: ['P', 'D', 'E', 'A', 'C', 'F'] })
  return rows.map((row) => [row.unitCode, row.indicator, row.value, row.reported])
}

async function total(house: TestHouse, period: string, borders: string) {
  return (await rollup(house.db, { ...query({ period, borders }), units: 'all' })).map((row) => [
    row.indicator,
    row.value,
  ])
}
