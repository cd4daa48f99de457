import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { country, passes, state } from '../../../../test/invented-country.ts'
import type { State, SuccessionRow } from '../schema.ts'
import { type Known, type Plan, plan } from './plan.ts'

const NOTHING: Known = { units: [], states: [], successions: [] }

/** What a plan would leave stored. New units get the ids that follow. */
function stored({ identities, placed, resolved, unitOf }: Plan<State, SuccessionRow>): Known {
  const last = Math.max(0, ...[...unitOf.values()].map((unit) => unit.id))
  return {
    units: identities.map((identity, i) => ({
      id: unitOf.get(identity)?.id ?? last + 1 + i,
      code: identity.code,
      beginsOn: identity.from,
      endsOn: identity.to,
    })),
    states: placed.map(({ unit: _, parent: __, ...rest }) => rest),
    successions: resolved.map(({ from: _, into: __, ...rest }) => rest),
  }
}
const bring = (known: Known, states: State[], successions: SuccessionRow[] = []): Known =>
  stored(plan(known, states, successions))

/** Without ids and in a fixed order. */
const shape = ({ units, states, successions }: Known) => ({
  units: units.map(({ id: _, ...rest }) => JSON.stringify(rest)).sort(),
  states: states.map((one) => JSON.stringify(one, Object.keys(one).sort())).sort(),
  successions: successions.map((one) => JSON.stringify(one, Object.keys(one).sort())).sort(),
})
const outcomesOf = <S extends State, P extends SuccessionRow>(decided: Plan<S, P>) => [
  ...new Set(decided.outcomes.values()),
]
const faultsOf = <S extends State, P extends SuccessionRow>({ refused }: Plan<S, P>) =>
  refused.map(
    (refusal) =>
      `${'state' in refusal ? refusal.state.code : refusal.succession.oldCode} ${refusal.fault.code}`,
  )

const OLD = '2025-06-30'
const NEW = '2025-07-01'

describe('in every country', () => {
  test('a succession that comes after its units gives the same as both together', () => {
    fc.assert(
      fc.property(country, ({ states, successions }) => {
        const together = bring(NOTHING, states, successions)
        assert.deepEqual(shape(bring(bring(NOTHING, states), [], successions)), shape(together))
      }),
    )
  })

  test('the order of rows and of the files of reforms never matters', () => {
    fc.assert(
      fc.property(
        country.chain(({ states, successions }) =>
          fc.record({
            told: fc.constant({ states, successions }),
            states: fc.shuffledSubarray(states, { minLength: states.length }),
            dates: fc.shuffledSubarray([...new Set(successions.map((row) => row.date))], {
              minLength: new Set(successions.map((row) => row.date)).size,
            }),
          }),
        ),
        ({ told, states, dates }) => {
          const reforms = dates.map((date) => told.successions.filter((row) => row.date === date))
          const oneByOne = reforms.reduce((known, rows) => bring(known, [], rows), bring(NOTHING, states))
          assert.deepEqual(shape(oneByOne), shape(bring(NOTHING, told.states, told.successions)))
        },
      ),
    )
  })

  test('the same file twice changes nothing, also after a reform has cut its rows', () => {
    fc.assert(
      fc.property(country, ({ states, successions }) => {
        const known = bring(NOTHING, states, successions)
        const again = plan(known, states, successions)
        assert.ok(outcomesOf(again).every((outcome) => outcome === 'unchanged'))
        assert.deepEqual(stored(again), known)
        assert.deepEqual(again.losses, [])
      }),
    )
  })

  test('a unit keeps its id through a reform that comes later', () => {
    fc.assert(
      fc.property(country, ({ states, successions }) => {
        const before = bring(NOTHING, states)
        const after = bring(before, [], successions)
        for (const unit of before.units)
          assert.equal(after.units.find(({ id }) => id === unit.id)?.beginsOn, unit.beginsOn)
      }),
    )
  })
})

describe('a child', () => {
  const parents = [state({ code: 'P', to: OLD }), state({ code: 'P', from: NEW })]

  test('moves under the new unit that holds its parent’s code, without a row of its own', () => {
    const { placed } = plan(
      NOTHING,
      [...parents, state({ code: 'A', parentCode: 'P' })],
      [passes('P > P merge 1')],
    )
    const child = placed.filter((one) => one.code === 'A')
    assert.deepEqual(
      child.map(({ from, to, parent }) => [from, to, parent?.from]),
      [
        ['-infinity', OLD, '-infinity'],
        [NEW, 'infinity', NEW],
      ],
    )
    assert.equal(child[0]!.unit, child[1]!.unit)
  })

  test('needs its parent on every day', () => {
    const decided = plan(
      NOTHING,
      [parents[0]!, state({ code: 'A', parentCode: 'P' }), state({ code: 'B', parentCode: 'X' })],
      [],
    )
    assert.deepEqual(faultsOf(decided), ['A parentAbsent', 'B parentAbsent'])
    const [late, unknown] = decided.refused.map((refusal) => refusal.fault)
    assert.ok(late?.code === 'parentAbsent' && late.day === NEW && late.held.length === 1)
    assert.ok(unknown?.code === 'parentAbsent' && unknown.held.length === 0)
  })

  test('is refused with its parent, and the rest is taken', () => {
    const rows = [
      state({ code: 'P' }),
      state({ code: 'Q', parentCode: 'X' }),
      state({ code: 'A', parentCode: 'Q' }),
      state({ code: 'B', parentCode: 'P' }),
    ]
    const decided = plan(NOTHING, rows, [])
    assert.deepEqual(faultsOf(decided), ['Q parentAbsent', 'A parentAbsent'])
    assert.deepEqual(
      decided.identities.map((identity) => identity.code),
      ['B', 'P'],
    )
  })

  test('keeps its parent from ending', () => {
    const known = bring(NOTHING, [state({ code: 'P' }), state({ code: 'A', parentCode: 'P' })])
    const decided = plan(known, [state({ code: 'P', to: OLD })], [])
    assert.deepEqual(faultsOf(decided), ['P parentAbsent'])
    assert.equal(decided.refused[0]!.own, false)
  })
})

test('units that stand under each other in a circle are refused, from the day they would', () => {
  const rows = [
    state({ code: 'A', to: OLD }),
    state({ code: 'A', from: NEW, parentCode: 'B' }),
    state({ code: 'B', parentCode: 'C' }),
    state({ code: 'C', parentCode: 'A', from: '2020-01-01' }),
  ]
  const known = bring(NOTHING, [state({ code: 'C' }), state({ code: 'B', parentCode: 'C' })])
  const decided = plan(known, rows, [])
  assert.deepEqual(new Set(faultsOf(decided)), new Set(['A cycle', 'B cycle', 'C cycle']))
  assert.ok(decided.refused.every(({ fault }) => fault.code === 'cycle' && fault.day === NEW))
})

test('a tree deeper than any real one is refused where it gets too deep', () => {
  const chain = Array.from({ length: 40 }, (_, i) =>
    state({ code: `U${i}`, parentCode: i === 0 ? null : `U${i - 1}` }),
  )
  const decided = plan(NOTHING, chain, [])
  assert.deepEqual(decided.identities.length, 31)
  assert.deepEqual(faultsOf(decided)[0], 'U31 tooDeep')
})

test('a unit that takes those below it too deep is refused', () => {
  const line = (name: string, length: number) =>
    Array.from({ length }, (_, i) =>
      state({ code: `${name}${i}`, parentCode: i === 0 ? null : `${name}${i - 1}` }),
    )
  const known = bring(NOTHING, [...line('A', 20), ...line('B', 20)])
  const decided = plan(known, [state({ code: 'B0', parentCode: 'A19' })], [])
  assert.deepEqual(faultsOf(decided), ['B0 tooDeep'])
})

describe('shares of one predecessor on one day', () => {
  const states = ['A', 'B', 'C'].flatMap((code) => [state({ code, to: OLD }), state({ code, from: NEW })])
  const cases: [name: string, rows: string[], fits: boolean][] = [
    ['come to 1', ['A > B split 0.4', 'A > C split 0.6'], true],
    ['do not stay below 1', ['A > B split 0.4', 'A > C split 0.5'], false],
    ['do not pass 1', ['A > B split 0.6', 'A > C split 0.6'], false],
    ['may be unknown', ['A > B split', 'A > C split'], true],
    ['may be partly known', ['A > B split 0.4', 'A > C split'], true],
    ['do not pass 1 where one is unknown', ['A > B split 0.7', 'A > C split 0.7', 'A > A split'], false],
    ['leave the rest with a unit that goes on', ['A > B transfer 0.4'], true],
    ['come to 1 with what a unit says it keeps', ['A > B transfer 0.4', 'A > A transfer 0.5'], false],
  ]
  for (const [name, rows, fits] of cases)
    test(name, () => {
      const decided = plan(
        NOTHING,
        states,
        rows.map((row) => passes(row)),
      )
      assert.deepEqual(faultsOf(decided), fits ? [] : rows.map(() => 'A sharesDoNotAddUp'))
    })
})

describe('a succession', () => {
  test('reads the old code the day before and the new one on the day', () => {
    const decided = plan(
      NOTHING,
      [state({ code: 'A', from: NEW }), state({ code: 'B', to: OLD })],
      [passes('A > B merge 1')],
    )
    assert.deepEqual(
      decided.refused.map(
        ({ fault }) => fault.code === 'codeAbsent' && [fault.field, fault.day, fault.held.length],
      ),
      [
        ['old_code', OLD, 1],
        ['new_code', NEW, 1],
      ],
    )
  })

  test('that is known keeps its units from ending', () => {
    const known = bring(
      NOTHING,
      [state({ code: 'A', to: OLD }), state({ code: 'B', from: NEW })],
      [passes('A > B merge 1')],
    )
    const decided = plan(known, [state({ code: 'A', to: '2020-12-31' })], [])
    assert.deepEqual(faultsOf(decided), ['A codeAbsent'])
    assert.equal(decided.refused[0]!.own, false)
  })
})
