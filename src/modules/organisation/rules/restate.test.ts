import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Big } from '#kernel/decimal.ts'
import { country, DAYS, passes, settle, state } from '../../../../test/invented-country.ts'
import type { State, SuccessionRow } from '../schema.ts'
import { land } from './restate.ts'

const OLD = '2025-06-30'
const NEW = '2025-07-01'
const before = (code: string, parentCode: string | null = 'P') => state({ code, parentCode, to: OLD })
const after = (code: string, parentCode: string | null = 'P') => state({ code, parentCode, from: NEW })
const ever = (code: string, parentCode: string | null = 'P') => state({ code, parentCode })

/** Where `code` of the day `from` lies on the day `to`, with codes for ids. */
function where(
  states: State[],
  successions: SuccessionRow[],
  code: string,
  from: string,
  to: string,
  measuredOn?: string,
) {
  const { treeOn, unitOn, succession, refused } = settle({
    states: [state({ code: 'P' }), ...states],
    successions,
  })
  assert.deepEqual(refused, [])
  const tree = treeOn(to)
  const landing = land(unitOn(code, from), succession, tree, measuredOn)
  const codeOf = (id: number) => tree.units.get(id)!.code
  if (landing.kind === 'shares') return landing.parts.map(({ unit, share }) => `${codeOf(unit)} ${share}`)
  if (landing.kind === 'unknown')
    return { at: landing.at && codeOf(landing.at), successors: landing.successors.map(codeOf) }
  return landing.kind
}

describe('onwards', () => {
  test('a merged unit lies wholly in its successor', () => {
    const successions = [passes('A > A merge 1'), passes('B > A merge 1')]
    const states = [before('A'), before('B'), after('A')]
    assert.deepEqual(where(states, successions, 'A', OLD, NEW), ['A 1'])
    assert.deepEqual(where(states, successions, 'B', OLD, NEW), ['A 1'])
  })

  test('known shares divide a split unit', () => {
    const successions = [passes('A > A split 0.35'), passes('A > B split 0.65')]
    assert.deepEqual(where([before('A'), after('A'), after('B')], successions, 'A', OLD, NEW), [
      'A 0.35',
      'B 0.65',
    ])
  })

  test('shares multiply along the way, exactly', () => {
    const states = [state({ code: 'A', parentCode: 'P', to: '2023-12-31' })]
    states.push(state({ code: 'B', parentCode: 'P', from: '2024-01-01', to: OLD }))
    states.push(state({ code: 'C', parentCode: 'P', from: '2024-01-01' }), after('D'), after('E'))
    const successions = [
      passes('A > B split 0.3', '2024-01-01'),
      passes('A > C split 0.7', '2024-01-01'),
      passes('B > D split 0.1'),
      passes('B > C transfer 0.2'),
      passes('B > E split 0.7'),
    ]
    assert.deepEqual(where(states, successions, 'A', '2022-01-01', NEW), ['C 0.76', 'D 0.03', 'E 0.21'])
  })

  test('an unknown share counts in full at the lowest unit that holds all possible successors', () => {
    const successions = [passes('A > B split'), passes('A > C split')]
    const states = [ever('D1'), ever('D2'), before('A', 'D1'), after('B', 'D1')]
    assert.deepEqual(where([...states, after('C', 'D1')], successions, 'A', OLD, NEW), {
      at: 'D1',
      successors: ['B', 'C'],
    })
    assert.deepEqual(where([...states, after('C', 'D2')], successions, 'A', OLD, NEW), {
      at: 'P',
      successors: ['B', 'C'],
    })
    assert.deepEqual(where([...states, after('C', null)], successions, 'A', OLD, NEW), {
      at: null,
      successors: ['B', 'C'],
    })
  })

  test('a share of 0 is no successor', () => {
    const successions = [passes('A > B split 1'), passes('A > C split 0')]
    assert.deepEqual(where([before('A'), after('B'), after('C')], successions, 'A', OLD, NEW), ['B 1'])
  })

  test('a district whose level was abolished lives on in the communes that stood under it', () => {
    const states = [before('D'), before('A', 'D'), before('B', 'D'), after('A'), after('C')]
    const successions = [passes('A > A merge 1'), passes('B > C merge 1')]
    assert.deepEqual(where(states, successions, 'D', OLD, NEW), { at: 'P', successors: ['A', 'C'] })
  })

  test('a unit of which nobody wrote where it went is held by whoever it stood under', () => {
    const states = [ever('D'), state({ code: 'A', parentCode: 'D', to: '2024-12-31' })]
    assert.deepEqual(where(states, [], 'A', '2024-01-01', NEW), { at: 'D', successors: [] })
    assert.deepEqual(where([before('R', null)], [], 'R', OLD, NEW), { at: null, successors: [] })
  })

  test('and by whoever that unit became', () => {
    const states = [before('D'), before('A', 'D'), after('E')]
    assert.deepEqual(where(states, [passes('D > E merge 1')], 'A', OLD, NEW), { at: 'E', successors: [] })
  })
})

describe('backwards', () => {
  test('a unit of one origin lies wholly in it, whatever else came of that origin', () => {
    const successions = [passes('A > B split'), passes('A > C split')]
    assert.deepEqual(where([before('A'), after('B'), after('C')], successions, 'B', NEW, OLD), ['A 1'])
    assert.deepEqual(where([before('A'), after('B')], [passes('A > B unchanged 1')], 'B', NEW, OLD), ['A 1'])
  })

  test('of several origins it is not known how much came from which', () => {
    const successions = [passes('A > A merge 1'), passes('B > A merge 1')]
    const states = [ever('D'), before('A', 'D'), before('B', 'D'), after('A', 'D')]
    assert.deepEqual(where(states, successions, 'A', NEW, OLD), { at: 'D', successors: ['A', 'B'] })
  })

  test('a unit without an origin is held by whoever it stood under at first', () => {
    assert.deepEqual(where([after('A')], [], 'A', NEW, OLD), { at: 'P', successors: [] })
  })
})

describe('ground that a living unit passed on or took in', () => {
  const transfer = [passes('A > B transfer 0.3')]
  const absorb = [passes('A > B absorb 1')]

  test('is the same when only the unit is asked about', () => {
    assert.equal(where([ever('A'), ever('B')], transfer, 'A', OLD, NEW), 'same')
  })

  test('is followed when the day of the figure is given', () => {
    assert.deepEqual(where([ever('A'), ever('B')], transfer, 'A', OLD, NEW, OLD), ['A 0.7', 'B 0.3'])
    assert.equal(where([ever('A'), ever('B')], transfer, 'B', OLD, NEW, OLD), 'same')
    assert.equal(where([ever('A'), ever('B')], transfer, 'A', OLD, NEW, NEW), 'same')
    assert.deepEqual(where([ever('A'), ever('B')], [passes('A > B transfer')], 'A', OLD, NEW, OLD), {
      at: 'P',
      successors: ['A', 'B'],
    })
  })

  test('is unknown backwards once there are two origins', () => {
    assert.deepEqual(where([before('A'), ever('B')], absorb, 'B', NEW, OLD, NEW), {
      at: 'P',
      successors: ['A', 'B'],
    })
    assert.equal(where([before('A'), ever('B')], absorb, 'B', OLD, NEW, OLD), 'same')
  })
})

describe('in every country', () => {
  const asked = fc.tuple(country, fc.constantFrom(...DAYS), fc.constantFrom(...DAYS))

  test('a unit that stands in the tree is the same', () => {
    fc.assert(
      fc.property(asked, ([told, day]) => {
        const { treeOn, succession } = settle(told)
        const tree = treeOn(day)
        for (const id of tree.units.keys()) assert.deepEqual(land(id, succession, tree), { kind: 'same' })
      }),
    )
  })

  test('restating keeps the total: shares come to 1, and what is unknown counts once, above all of it', () => {
    fc.assert(
      fc.property(asked, fc.boolean(), ([told, from, to], isDated) => {
        const { treeOn, succession } = settle(told)
        const tree = treeOn(to)
        for (const id of treeOn(from).units.keys()) {
          const landing = land(id, succession, tree, isDated ? from : undefined)
          if (landing.kind === 'shares') {
            const sum = landing.parts.reduce((all, part) => all.plus(part.share), new Big(0))
            assert.equal(sum.toFixed(), '1')
            for (const part of landing.parts) assert.ok(tree.units.has(part.unit))
          }
          if (landing.kind === 'unknown' && landing.at !== null) {
            const below = tree.subtree(landing.at)
            assert.ok(landing.successors.every((successor) => below.includes(successor)))
          }
        }
      }),
    )
  })
})
