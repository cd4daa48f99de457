import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { parsePeriod } from '#kernel/period.ts'
import { countedPeriods, type Leaf, type Lives, overTime } from './over-time.ts'
import { ALL, type Footing, type Ground, overUnits } from './over-units.ts'

const period = (code: string) => parsePeriod(code)!
const year = period('2025')
const leaf = (unit: number, code: string, value: string, quality = 2): Leaf => ({
  unit,
  period: period(code),
  value,
  quality,
})
const FOREVER: Lives = { endsOn: () => 'infinity', successors: () => [] }
const values = (leaves: Leaf[], how: 'sum' | 'last' | 'mean' | 'none', lives = FOREVER) =>
  overTime(leaves, year, { acrossTime: how, acrossUnits: 'sum' }, lives).map((t) => [t.unit, t.value])

describe('over time', () => {
  const cases = [
    ['four quarters', ['2025Q1', '2025Q2', '2025Q3', '2025Q4'], ['2025Q1', '2025Q2', '2025Q3', '2025Q4']],
    ['the year stands before its quarters', ['2025', '2025Q1', '2025Q4'], ['2025']],
    ['nine months and the last quarter', ['2025Q1', '2025N9', '2025Q4'], ['2025N9', '2025Q4']],
    ['what lies outside is left out', ['2024Q4', '2025Q1', '2024-2026'], ['2025Q1']],
    ['months fill what no quarter covers', ['2025Q1', '202503', '202504'], ['2025Q1', '202504']],
  ] as const
  for (const [name, stored, counted] of cases)
    test(name, () =>
      assert.deepEqual(
        countedPeriods(stored.map(period), year).map((p) => p.code),
        counted,
      ),
    )

  const quarters = [leaf(1, '2025Q1', '10'), leaf(1, '2025Q3', '30'), leaf(1, '2025Q2', '20')]
  test('a flow is the sum of its periods', () =>
    assert.deepEqual(
      values(quarters, 'sum').map((v) => v[1]),
      ['10', '20', '30'],
    ))
  test('a stock is the last reported period, in time and not in order', () =>
    assert.deepEqual(values(quarters, 'last'), [[1, '30']]))
  test('a mean is over the reported periods only', () =>
    assert.deepEqual(values(quarters, 'mean'), [[1, '20']]))
  test('none answers only for the period itself', () => assert.deepEqual(values(quarters, 'none'), []))

  const lives: Lives = {
    endsOn: (u) => (u < 3 ? '2025-06-30' : 'infinity'),
    successors: (u) => (u < 3 ? [3] : []),
  }
  test('a stock of a merged unit gives way once its successor has reported', () => {
    const before = [leaf(1, '2025Q2', '7'), leaf(2, '2025Q2', '5')]
    assert.deepEqual(values(before, 'last', lives), [
      [1, '7'],
      [2, '5'],
    ])
    assert.deepEqual(values([...before, leaf(3, '2025Q3', '13')], 'last', lives), [[3, '13']])
  })
  test('flows of a merged unit stay', () =>
    assert.deepEqual(values([leaf(1, '2025Q2', '7'), leaf(3, '2025Q3', '13')], 'sum', lives), [
      [1, '7'],
      [3, '13'],
    ]))
})

/** A tree by its parents; unit 9 ended and went to 2 and 3. */
const PARENT: Record<number, number> = { 1: ALL, 2: 1, 3: 1, 4: 2, 5: 2 }
const holders = (unit: number): number[] => (unit === ALL ? [ALL] : [unit, ...holders(PARENT[unit]!)])
const ground = (nine: Footing): Ground => ({
  holders,
  footing: (unit) => (unit === 9 ? nine : { kind: 'known', shares: [{ unit, share: '1' }], moved: false }),
})
const UNKNOWN: Footing = { kind: 'unknown', successors: [2, 3], at: 1 }
const gather = (
  leaves: Leaf[],
  how: 'sum' | 'mean' | 'weighted' | 'none',
  nine: Footing = UNKNOWN,
  weight?: Record<number, string>,
) =>
  overUnits(
    overTime(leaves, year, { acrossTime: 'sum', acrossUnits: how }, FOREVER),
    how,
    [ALL, 1, 2, 3, 4],
    ground(nine),
    [3, 4, 5].map((unit) => ({ unit, onDay: '2025-12-31' })),
    (unit) => weight?.[unit] ?? null,
  )

describe('over units', () => {
  test('a unit\u2019s own value adds to its children\u2019s', () => {
    const sums = gather([leaf(2, '2025', '1'), leaf(4, '2025', '10'), leaf(5, '2025', '100')], 'sum')
    assert.deepEqual(
      [ALL, 1, 2, 3, 4].map((u) => sums.get(u)!.value),
      ['111', '111', '111', null, '10'],
    )
    assert.deepEqual([sums.get(1)!.reported, sums.get(1)!.expected], [3, 4])
    assert.deepEqual([sums.get(3)!.reported, sums.get(3)!.expected], [0, 1])
  })
  test('a mean is over reporting units', () =>
    assert.equal(gather([leaf(4, '2025', '1'), leaf(5, '2025', '2')], 'mean').get(1)!.value, '1.5'))
  test('a mean over units of a flow takes each unit\u2019s sum over time', () =>
    assert.equal(
      gather([leaf(4, '2025Q1', '1'), leaf(4, '2025Q2', '2'), leaf(5, '2025Q1', '5')], 'mean').get(1)!.value,
      '4',
    ))
  test('a weighted mean leaves out what has no weight', () =>
    assert.equal(
      gather([leaf(4, '2025', '1'), leaf(5, '2025', '4'), leaf(3, '2025', '9')], 'weighted', UNKNOWN, {
        4: '1',
        5: '2',
      }).get(1)!.value,
      '3',
    ))
  test('none keeps to the unit that reported', () => {
    const own = gather([leaf(4, '2025', '3')], 'none')
    assert.deepEqual([own.get(4)!.value, own.get(2)!.value], ['3', null])
  })
  test('an unknown share counts in full where all successors are held, and nowhere below', () => {
    const sums = gather([leaf(9, '2025', '50'), leaf(4, '2025', '8')], 'sum')
    assert.deepEqual(
      [ALL, 1, 2, 3].map((u) => sums.get(u)!.value),
      ['58', '58', '8', null],
    )
    assert.deepEqual(
      [1, 2, 3].map((u) => sums.get(u)!.notRestated),
      Array(3).fill({ units: 1, value: '50' }),
    )
    assert.equal(sums.get(4)!.notRestated, null)
  })
  test('ground that went nobody knows where is told where it counts', () => {
    const sums = gather([leaf(9, '2025', '50')], 'sum', { kind: 'unknown', successors: [], at: 1 })
    assert.deepEqual(
      [1, 2].map((u) => [sums.get(u)!.value, sums.get(u)!.notRestated?.value ?? null]),
      [
        ['50', '50'],
        [null, null],
      ],
    )
  })
  test('estimates are counted, never hidden in the sum', () =>
    assert.equal(gather([leaf(4, '2025', '1', 0), leaf(5, '2025', '1')], 'sum').get(1)!.estimates, 1))

  test('restating by known shares keeps every total', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000 }),
        fc.array(fc.tuple(fc.constantFrom(2, 3, 4, 5, 9), fc.integer({ min: -10_000, max: 10_000 })), {
          minLength: 1,
          maxLength: 30,
        }),
        (portion, cells) => {
          const share = (portion / 10_000).toFixed(4)
          const rest = ((10_000 - portion) / 10_000).toFixed(4)
          const nine: Footing = {
            kind: 'known',
            moved: true,
            shares: [
              { unit: 2, share },
              { unit: 3, share: rest },
            ],
          }
          const leaves = cells.map(([unit, value], i) =>
            leaf(unit, `2025${String((i % 12) + 1).padStart(2, '0')}`, String(value)),
          )
          const unique = [...new Map(leaves.map((l) => [`${l.unit} ${l.period.code}`, l])).values()]
          const total = unique.reduce((sum, l) => sum + Number(l.value), 0)
          assert.equal(Number(gather(unique, 'sum', nine).get(ALL)!.value), total)
        },
      ),
    ))
})
