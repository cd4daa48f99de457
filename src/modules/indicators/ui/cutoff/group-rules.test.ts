import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CutoffRule } from '../../api/cutoff.ts'
import { groupRules, holdsIn } from './group-rules.ts'

const rule = (id: string, part: Partial<CutoffRule>): CutoffRule => ({
  id,
  form: null,
  frequency: 'year',
  level: null,
  validFrom: null,
  validTo: null,
  dataFrom: null,
  dataTo: null,
  due: { months: 0, day: Number(id) },
  closes: null,
  basis: 'x',
  ...part,
})

test('levels of one rule stand in one line, the lowest first; months before years, every form before one', () => {
  const groups = groupRules([
    rule('18', { level: 2 }),
    rule('9', { form: 'fruit' }),
    rule('20', { level: 1 }),
    rule('16', { level: 3 }),
    rule('5', { frequency: 'month', level: 3 }),
    rule('15', { level: 3, validFrom: '2025-07-01' }),
  ])
  assert.deepEqual(
    groups.map(({ form, frequency, validFrom, levels }) => [
      form,
      frequency,
      validFrom,
      levels.map(({ id }) => id),
    ]),
    [
      [null, 'month', null, ['5']],
      [null, 'year', '2025-07-01', ['15']],
      [null, 'year', null, ['16', '18', '20']],
      ['fruit', 'year', null, ['9']],
    ],
  )
})

test('a rule holds in a year in which some period ends under it', () => {
  const before = { validFrom: '2019-03-12', validTo: '2025-06-30' }
  assert.deepEqual(
    ['2018', '2019', '2021', '2025', '2026'].map((year) => holdsIn(before, year)),
    [false, true, true, true, false],
  )
  assert.equal(holdsIn({ validFrom: null, validTo: null }, '1990'), true)
})
