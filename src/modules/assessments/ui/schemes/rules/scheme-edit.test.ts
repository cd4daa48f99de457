import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkDraft } from '../../../rules/check-draft.ts'
import { Scheme } from '../../../schema.ts'
import {
  addArea,
  addCriterion,
  blankRule,
  codeAfter,
  moved,
  newScheme,
  nextVersionOf,
  type RuleType,
} from './scheme-edit.ts'

const HEAD = { code: 'x', name: 'X', subjects: 'units', validFrom: '2022-01-01' } as const
const TYPES: RuleType[] = [
  'met',
  'checklist',
  'ratio',
  'ratioTiers',
  'countTiers',
  'compare',
  'deduct',
  'deadline',
  'external',
  'survey',
  'composite',
]

test('a new scheme can be saved as it is, and so can every rule that is chosen', () => {
  const scheme = newScheme(HEAD)
  assert.deepEqual(Scheme.parse(scheme), scheme)
  for (const type of TYPES) {
    const criterion = { ...scheme.areas[0]!.criteria[0]!, name: 'Một', rule: blankRule(type, '1') }
    const areas = [{ ...scheme.areas[0]!, name: 'Một', criteria: [criterion] }]
    assert.ok(Scheme.safeParse({ ...scheme, areas }).success, type)
    assert.deepEqual(checkDraft({ ...scheme, areas }), [], type)
  }
})

test('what is added has a code of its own, after the one before it', () => {
  const one = newScheme(HEAD)
  const two = addCriterion(addArea(addCriterion(one, 0)), 1)
  assert.deepEqual(
    two.areas.map(({ code, criteria }) => [code, criteria.map((criterion) => criterion.code)]),
    [
      ['I', ['1.1', '1.2']],
      ['II', ['2.1', '2.2']],
    ],
  )
  assert.equal(codeAfter('1.9', new Set(['1.10'])), '1.11')
  assert.equal(codeAfter('KT', new Set(['KT'])), 'KT1')
})

test('the next version begins with the next year, and is open', () => {
  const next = nextVersionOf({ ...newScheme(HEAD), validTo: '2022-12-31' }, '2022-03-04')
  assert.deepEqual([next.validFrom, next.validTo], ['2023-01-01', null])
})

test('a member moves by one place, and not beyond the ends', () => {
  assert.deepEqual(moved(['a', 'b', 'c'], 2, -1), ['a', 'c', 'b'])
  assert.deepEqual(moved(['a', 'b'], 0, -1), ['a', 'b'])
})
