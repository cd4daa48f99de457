import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { country, DAYS, passes, state } from '../../../../test/invented-country.ts'
import type { State, SuccessionRow } from '../schema.ts'
import { heldSpans, identify } from './identity.ts'
import { holds } from './spans.ts'

const BEFORE = { to: '2025-06-30' }
const AFTER = { from: '2025-07-01' }
const twoRows = [state({ code: 'A', ...BEFORE }), state({ code: 'A', ...AFTER, name: 'Xã mới' })]
const oneRow = [state({ code: 'A' })]

const cases: [name: string, states: State[], successions: SuccessionRow[], units: number][] = [
  ['a code in consecutive rows is one unit', twoRows, [], 1],
  ['a row that says unchanged keeps the unit', twoRows, [passes('A > A unchanged 1')], 1],
  ['so do rename and retype', twoRows, [passes('A > A rename 1'), passes('A > B retype 1')], 1],
  ['ground that merged into the same code is a new unit', twoRows, [passes('A > A merge 1')], 2],
  ['ground that went to another code leaves the code to a new unit', twoRows, [passes('A > B absorb 1')], 2],
  ['others that merge into a code leave its unit alone', twoRows, [passes('B > A merge 1')], 1],
  ['a part that is transferred leaves the unit alone', twoRows, [passes('A > B transfer 0.3')], 1],
  ['so does a part of unknown size', twoRows, [passes('A > B transfer')], 1],
  [
    'and a part beside what it kept',
    twoRows,
    [passes('A > B transfer 0.3'), passes('A > A transfer 0.7')],
    1,
  ],
  [
    'transfers of the whole end the unit',
    twoRows,
    [passes('A > B transfer 0.3'), passes('A > C transfer 0.7')],
    2,
  ],
  [
    'a day without a holder begins a new unit',
    [state({ code: 'A', ...BEFORE }), state({ code: 'A', from: '2025-07-02' })],
    [],
    2,
  ],
  ['one long row is parted too', oneRow, [passes('A > A split 0.5')], 2],
  ['only on the day of the row', oneRow, [passes('A > A merge 1'), passes('A > A merge 1', '2026-01-01')], 3],
  ['the same code in two trees is one unit', [...oneRow, state({ code: 'A', hierarchy: 'front' })], [], 1],
]
for (const [name, states, successions, units] of cases)
  test(`identify: ${name}`, () => assert.equal(identify(states, successions).of('A').length, units))

test('identify: the parts of a parted row meet at the day of the reform', () => {
  assert.deepEqual(identify(oneRow, [passes('A > A merge 1')]).of('A'), [
    { code: 'A', from: '-infinity', to: '2025-06-30' },
    { code: 'A', from: '2025-07-01', to: 'infinity' },
  ])
})

test('identify: identities divide the days of a code among them, each day to one', () => {
  fc.assert(
    fc.property(country, ({ states, successions }) => {
      const identities = identify(states, successions)
      for (const [code, spans] of heldSpans(states))
        for (const day of DAYS) {
          const holders = identities.of(code).filter((identity) => holds(identity, day))
          assert.equal(holders.length, spans.some((span) => holds(span, day)) ? 1 : 0)
        }
    }),
  )
})

test('identify: the order of the rows never matters', () => {
  fc.assert(
    fc.property(
      country.chain(({ states, successions }) =>
        fc.tuple(
          fc.constant(identify(states, successions).all),
          fc.shuffledSubarray(states, { minLength: states.length }),
          fc.shuffledSubarray(successions, { minLength: successions.length }),
        ),
      ),
      ([all, states, successions]) => assert.deepEqual(identify(states, successions).all, all),
    ),
  )
})
