import assert from 'node:assert/strict'
import { test } from 'node:test'
import { passes, settle, state } from '../../../../test/invented-country.ts'
import type { State, SuccessionRow } from '../schema.ts'
import { dayAfter } from './spans.ts'
import { isLevelAbolished, timeline } from './timeline.ts'

const OLD = '2025-06-30'
const NEW = '2025-07-01'

/** `2025-07-01 merge` for each event of the unit that held `code` on `day`. */
function eventsOf(states: State[], successions: SuccessionRow[], code: string, day: string): string[] {
  const { succession, standings, unitOn, treeOn, refused } = settle({ states, successions })
  assert.deepEqual(refused, [])
  const id = unitOn(code, day)
  const phases = standings.filter((standing) => standing.unit === id)
  const { endsOn } = succession.life(id)
  const isGone =
    endsOn !== 'infinity' && isLevelAbolished(treeOn(day).level(id), treeOn(endsOn), treeOn(dayAfter(endsOn)))
  return timeline(id, phases, succession, isGone).map((event) => `${event.date} ${event.kind}`)
}

const old = (code: string, more: Partial<State> = {}) => state({ code, to: OLD, ...more })
const fresh = (code: string, more: Partial<State> = {}) => state({ code, from: NEW, ...more })
const ever = (code: string) => state({ code })
const reform = [old('A'), old('B'), fresh('A')]
const merging = [passes('A > A merge 1'), passes('B > A merge 1')]
const parting = [passes('A > A split 0.5'), passes('A > C split 0.5')]

const cases: [
  name: string,
  states: State[],
  successions: SuccessionRow[],
  code: string,
  day: string,
  events: string[],
][] = [
  ['an open life has no events', [ever('A')], [], 'A', OLD, []],
  ['a unit out of nothing is created', [fresh('A')], [], 'A', NEW, [`${NEW} create`]],
  ['one that ends without successors is abolished', [old('A'), ever('B')], [], 'A', OLD, [`${NEW} abolish`]],
  ['units that merge end with it', reform, merging, 'B', OLD, [`${NEW} merge`]],
  ['and a new one begins with it', reform, merging, 'A', NEW, [`${NEW} merge`]],
  ['a unit absorbed ends', [old('B'), ever('A')], [passes('B > A merge 1')], 'B', OLD, [`${NEW} absorb`]],
  [
    'the one that absorbs goes on',
    [old('B'), ever('A')],
    [passes('B > A merge 1')],
    'A',
    NEW,
    [`${NEW} absorb`],
  ],
  ['a unit that is split ends', [old('A'), fresh('A'), fresh('C')], parting, 'A', OLD, [`${NEW} split`]],
  ['its parts begin', [old('A'), fresh('A'), fresh('C')], parting, 'C', NEW, [`${NEW} split`]],
  [
    'ground passes from one',
    [ever('A'), ever('B')],
    [passes('A > B transfer')],
    'A',
    OLD,
    [`${NEW} transfer`],
  ],
  ['to the other', [ever('A'), ever('B')], [passes('A > B transfer')], 'B', OLD, [`${NEW} transfer`]],
  [
    'a unit under another code',
    [old('A'), fresh('B')],
    [passes('A > B unchanged 1')],
    'B',
    NEW,
    [`${NEW} unchanged`],
  ],
  [
    'one row may rename, re-type and move a unit',
    [ever('P'), old('A'), fresh('A', { name: 'Phường A', kind: 'phường', parentCode: 'P' })],
    [],
    'A',
    OLD,
    [`${NEW} rename`, `${NEW} retype`, `${NEW} reparent`],
  ],
  [
    'a district ends with its level',
    [
      ever('P'),
      old('D', { parentCode: 'P' }),
      old('A', { parentCode: 'D' }),
      fresh('A', { parentCode: 'P' }),
    ],
    [],
    'D',
    OLD,
    [`${NEW} abolishLevel`],
  ],
  [
    'a district beside another that stays is abolished alone',
    [
      ever('P'),
      state({ code: 'E', parentCode: 'P' }),
      state({ code: 'B', parentCode: 'E' }),
      old('D', { parentCode: 'P' }),
      old('A', { parentCode: 'D' }),
      fresh('A', { parentCode: 'E' }),
    ],
    [],
    'D',
    OLD,
    [`${NEW} abolish`],
  ],
]
for (const [name, states, successions, code, day, events] of cases)
  test(`timeline: ${name}`, () => assert.deepEqual(eventsOf(states, successions, code, day), events))

test('timeline: an event names the others, their shares and the resolution', () => {
  const { succession, unitOn } = settle({
    states: [old('A'), fresh('A'), fresh('C')],
    successions: parting.map((row) => ({ ...row, basis: '1681/NQ-UBTVQH15' })),
  })
  assert.deepEqual(timeline(unitOn('A', OLD), [], succession, false), [
    {
      date: NEW,
      kind: 'split',
      basis: '1681/NQ-UBTVQH15',
      from: [],
      into: [
        { unit: unitOn('A', NEW), share: '0.5' },
        { unit: unitOn('C', NEW), share: '0.5' },
      ],
      before: null,
      after: null,
    },
  ])
})
