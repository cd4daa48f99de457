import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatNumber } from '#kernel/number-text.ts'
import type { Rule } from '../../../schema.ts'
import { tellSaid } from './tell-said.ts'

const words = {
  t: (key: string, values: object = {}) =>
    [key.replace('app.score.', ''), ...Object.values(values)].join(' '),
  number: (value: string, places?: number) => formatNumber('vi', value, places),
}

test('a ratio is told with its percent, rounded to two places', () => {
  assert.equal(tellSaid({ type: 'ratio' }, { num: '46', den: '48' }, words), 'ratio 46 48 95,83')
  assert.equal(tellSaid({ type: 'ratio' }, { num: '0', den: '0' }, words), '0 / 0')
})

test('items are told by their labels, parts one by one', () => {
  const list: Rule = { type: 'checklist', items: [{ code: 'a', points: '1', label: 'Có kế hoạch' }] }
  assert.equal(tellSaid(list, { items: ['a'] }, words), 'Có kế hoạch')
  assert.equal(tellSaid(list, { items: [] }, words), 'noneMet')
  const both: Rule = {
    type: 'composite',
    op: 'sum',
    of: [
      { max: '1', rule: list },
      { max: '1', rule: { type: 'met' } },
    ],
  }
  assert.equal(
    tellSaid(both, { parts: [{ items: ['a'] }, { met: false }] }, words),
    'saidPart Có kế hoạch 1; saidPart notMet 2',
  )
})

test('nothing said is nothing told; not applicable is said so', () => {
  assert.equal(tellSaid({ type: 'met' }, {}, words), '')
  assert.equal(tellSaid({ type: 'ratio' }, { na: true }, words), 'na')
})
