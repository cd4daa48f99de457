import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { country, DAYS } from '../../../../test/invented-country.ts'
import type { Passing, State } from '../schema.ts'
import { heldSpans, identify } from './identity.ts'
import { holds } from './spans.ts'

const state = (code: string, from: string, to: string, name = code): State => ({
  hierarchy: 'state',
  code,
  name,
  nameEn: null,
  altNames: null,
  kind: 'xã',
  parentCode: null,
  from: from || '-infinity',
  to: to || 'infinity',
})
const passing = (
  oldCode: string,
  newCode: string,
  kind: Passing['kind'],
  share: string | null = '1',
): Passing => ({
  oldCode,
  newCode,
  date: '2025-07-01',
  share,
  kind,
  basis: null,
})
const BEFORE = ['', '2025-06-30'] as const
const AFTER = ['2025-07-01', ''] as const
const both = [state('04204', ...BEFORE), state('04204', ...AFTER, 'Xã Chiềng Khoong')]

const cases: [string, State[], Passing[], number][] = [
  ['a code in consecutive rows is one unit', both, [], 1],
  ['a row that says unchanged keeps the unit', both, [passing('04204', '04204', 'unchanged')], 1],
  [
    'so do rename and retype',
    both,
    [passing('04204', '04204', 'rename'), passing('04204', '04204', 'retype')],
    1,
  ],
  ['ground that merged into the same code is a new unit', both, [passing('04204', '04204', 'merge')], 2],
  [
    'ground that went to another code leaves the code to a new unit',
    both,
    [passing('04204', 'B', 'absorb')],
    2,
  ],
  ['others that merge into a code leave its unit alone', both, [passing('B', '04204', 'merge')], 1],
  ['a part that is transferred leaves the unit alone', both, [passing('04204', 'B', 'transfer', '0.3')], 1],
  ['so does a part of unknown size', both, [passing('04204', 'B', 'transfer', null)], 1],
  [
    'transfers of the whole end the unit',
    both,
    [passing('04204', 'B', 'transfer', '0.3'), passing('04204', 'C', 'transfer', '0.7')],
    2,
  ],
  [
    'a day without a holder begins a new unit',
    [state('A', '', '2024-12-31'), state('A', '2025-02-01', '')],
    [],
    2,
  ],
  ['one long row is parted too', [state('04204', '', '')], [passing('04204', '04204', 'split', '0.5')], 2],
  [
    'the same code in two trees is one unit',
    [state('A', '', ''), { ...state('A', '', ''), hierarchy: 'front' }],
    [],
    1,
  ],
]
for (const [name, states, passings, expected] of cases)
  test(`identify: ${name}`, () => {
    const { of } = identify(states, passings)
    assert.equal(of(states[0]!.code).length, expected)
  })

test('identify: the parts of a parted row meet at the day of the reform', () => {
  const { of } = identify([state('A', '', '')], [passing('A', 'A', 'merge')])
  assert.deepEqual(of('A'), [
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
          fc.constant({ states, passings }),
          fc.shuffledSubarray(states, { minLength: states.length }),
          fc.shuffledSubarray(passings, { minLength: passings.length }),
        ),
      ),
      ([told, states, passings]) => {
        assert.deepEqual(identify(states, passings).all, identify(told.states, told.passings).all)
      },
    ),
  )
})
