import assert from 'node:assert/strict'
import { test } from 'node:test'
import { passes, state } from '../../../../test/invented-country.ts'
import type { State } from '../schema.ts'
import { type Outcome, overlaps, overlay, overlaySuccessions } from './overlay.ts'
import { byStart } from './spans.ts'

/** `2020..2024 Tên`: one state of code A; `..` without a year is open. */
const read = (text: string): State => {
  const [, from, to, name] = /^(\d*)\.\.(\d*) (.*)$/.exec(text)!
  return state({
    code: 'A',
    name: name!,
    ...(from && { from: `${from}-01-01` }),
    ...(to && { to: `${to}-12-31` }),
  })
}
const write = ({ from, to, name }: State) =>
  `${from === '-infinity' ? '' : from.slice(0, 4)}..${to === 'infinity' ? '' : to.slice(0, 4)} ${name}`

const cases: [name: string, known: string[], rows: string[], outcomes: Outcome[], after: string[]][] = [
  ['what is new is created', [], ['..2020 a'], ['created'], ['..2020 a']],
  ['what is known is unchanged', ['.. a'], ['.. a'], ['unchanged'], ['.. a']],
  [
    'also where a reform has cut it',
    ['..2020 a', '2021.. a'],
    ['.. a'],
    ['unchanged'],
    ['..2020 a', '2021.. a'],
  ],
  ['also when it is known for longer', ['.. a'], ['2020.. a'], ['unchanged'], ['.. a']],
  ['more days are laid over', ['2020.. a'], ['.. a'], ['changed'], ['.. a']],
  ['a row holds for its days', ['.. a'], ['2020.. b'], ['changed'], ['..2019 a', '2020.. b']],
  [
    'and days around it stay',
    ['.. a'],
    ['2020..2021 b'],
    ['changed'],
    ['..2019 a', '2020..2021 b', '2022.. a'],
  ],
  ['an older name goes before', ['.. a'], ['..2019 b'], ['changed'], ['..2019 b', '2020.. a']],
  ['an earlier end closes', ['.. a'], ['..2024 a'], ['changed'], ['..2024 a']],
  ['with all that went on from it', ['..2022 a', '2023.. a'], ['..2020 a'], ['changed'], ['..2020 a']],
  ['but not when the file goes on', ['.. a'], ['..2024 a', '2025.. a'], ['unchanged', 'unchanged'], ['.. a']],
  [
    'nor lasts when it says what came next',
    ['.. a'],
    ['..2024 a', '2025.. b'],
    ['changed', 'created'],
    ['..2024 a', '2025.. b'],
  ],
  [
    'and what came next may end too',
    ['.. a'],
    ['..2023 a', '2024..2024 b'],
    ['changed', 'created'],
    ['..2023 a', '2024..2024 b'],
  ],
  ['days after a known end are created', ['..2024 a'], ['2025.. a'], ['created'], ['..2024 a', '2025.. a']],
]
for (const [name, known, rows, outcomes, after] of cases)
  test(`overlay: ${name}`, () => {
    const told = rows.map(read)
    const laid = overlay(known.map(read), told)
    assert.deepEqual(laid.states.toSorted(byStart).map(write), after)
    assert.deepEqual(
      told.map((row) => laid.outcomes.get(row)),
      outcomes,
    )
  })

test('overlay: a row that leaves out the English name says nothing about it', () => {
  const known = [state({ code: 'A', nameEn: 'A commune', altNames: 'Á' })]
  const row = state({ code: 'A', nameEn: 'A ward' })
  assert.equal(
    overlay(known, [state({ code: 'A' })])
      .outcomes.values()
      .next().value,
    'unchanged',
  )
  const laid = overlay(known, [row])
  assert.equal(laid.outcomes.get(row), 'changed')
  assert.deepEqual(laid.states, [state({ code: 'A', nameEn: 'A ward', altNames: 'Á' })])
})

test('overlay: the same code in another tree is another row', () => {
  const known = [state({ code: 'A' })]
  const row = state({ code: 'A', hierarchy: 'party', name: 'Đảng bộ' })
  assert.deepEqual(overlay(known, [row]).states, [...known, row])
})

test('overlaps: each row of a file is told with the one before it that it overlaps', () => {
  const rows = ['..2020 a', '2020..2021 b', '2015..2016 c', '2022.. d'].map(read)
  const told = overlaps([...rows, state({ code: 'B' })])
  assert.deepEqual(
    told.map(({ first, second, same }) => [first.name, second.name, same]),
    [
      ['a', 'c', false],
      ['a', 'b', false],
    ],
  )
  assert.equal(overlaps([rows[0]!, { ...rows[0]! }])[0]!.same, true)
})

test('overlaySuccessions: codes and date say which row is meant; a missing basis says nothing', () => {
  const known = [{ ...passes('A > B merge 1'), basis: 'NQ 1' }]
  const rows = [passes('A > B merge 1'), passes('C > B merge 1')]
  const laid = overlaySuccessions(known, rows)
  assert.deepEqual(
    rows.map((row) => laid.outcomes.get(row)),
    ['unchanged', 'created'],
  )
  const other = passes('A > B absorb 1')
  const changed = overlaySuccessions(known, [other])
  assert.equal(changed.outcomes.get(other), 'changed')
  assert.deepEqual(changed.successions, [{ ...other, basis: 'NQ 1' }])
})
