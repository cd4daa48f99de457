import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { country, DAYS, passing, state } from '../../../../test/invented-country.ts'
import type { Passing, State } from '../schema.ts'
import { heldSpans, identify } from './identity.ts'
import { holds } from './spans.ts'

const BEFORE = { to: '2025-06-30' }
const AFTER = { from: '2025-07-01' }
const twoRows = [state({ code: 'A', ...BEFORE }), state({ code: 'A', ...AFTER, name: 'Xã mới' })]
const oneRow = [state({ code: 'A' })]

const cases: [name: string, states: State[], passings: Passing[], units: number][] = [
  ['a code in consecutive rows is one unit', twoRows, [], 1],
  ['a row that says unchanged keeps the unit', twoRows, [passing('A > A unchanged 1')], 1],
  ['so do rename and retype', twoRows, [passing('A > A rename 1'), passing('A > B retype 1')], 1],
  ['ground that merged into the same code is a new unit', twoRows, [passing('A > A merge 1')], 2],
  ['ground that went to another code leaves the code to a new unit', twoRows, [passing('A > B absorb 1')], 2],
  ['others that merge into a code leave its unit alone', twoRows, [passing('B > A merge 1')], 1],
  ['a part that is transferred leaves the unit alone', twoRows, [passing('A > B transfer 0.3')], 1],
  ['so does a part of unknown size', twoRows, [passing('A > B transfer')], 1],
  [
    'and a part beside what it kept',
    twoRows,
    [passing('A > B transfer 0.3'), passing('A > A transfer 0.7')],
    1,
  ],
  [
    'transfers of the whole end the unit',
    twoRows,
    [passing('A > B transfer 0.3'), passing('A > C transfer 0.7')],
    2,
  ],
  [
    'a day without a holder begins a new unit',
    [state({ code: 'A', ...BEFORE }), state({ code: 'A', from: '2025-07-02' })],
    [],
    2,
  ],
  ['one long row is parted too', oneRow, [passing('A > A split 0.5')], 2],
  [
    'only on the day of the row',
    oneRow,
    [passing('A > A merge 1'), passing('A > A merge 1', '2026-01-01')],
    3,
  ],
  ['the same code in two trees is one unit', [...oneRow, state({ code: 'A', hierarchy: 'front' })], [], 1],
]
for (const [name, states, passings, units] of cases)
  test(`identify: ${name}`, () => assert.equal(identify(states, passings).of('A').length, units))

test('identify: the parts of a parted row meet at the day of the reform', () => {
  assert.deepEqual(identify(oneRow, [passing('A > A merge 1')]).of('A'), [
    { code: 'A', from: '-infinity', to: '2025-06-30' },
    { code: 'A', from: '2025-07-01', to: 'infinity' },
  ])
})

test('identify: identities divide the days of a code among them, each day to one', () => {
  fc.assert(
    fc.property(country, ({ states, passings }) => {
      const identities = identify(states, passings)
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
      country.chain(({ states, passings }) =>
        fc.tuple(
          fc.constant(identify(states, passings).all),
          fc.shuffledSubarray(states, { minLength: states.length }),
          fc.shuffledSubarray(passings, { minLength: passings.length }),
        ),
      ),
      ([all, states, passings]) => assert.deepEqual(identify(states, passings).all, all),
    ),
  )
})
