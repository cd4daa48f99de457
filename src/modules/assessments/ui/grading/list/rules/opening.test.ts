import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { GradeRulesLine } from '../../../../api/grade-rules.ts'
import { daysOf, emptyOpening, reversedDays, rulesOf } from './opening.ts'

const rules = (code: string, subjects: 'units' | 'people'): GradeRulesLine => ({
  code,
  version: 1,
  name: code,
  subjects,
  whom: '',
  validFrom: '2018-01-01',
  validTo: null,
  basis: '132-QĐ/TW',
})
const inForce = [
  rules('party-organisations', 'units'),
  rules('party-members', 'people'),
  rules('civil', 'people'),
]

test('the only set of rules in force for organisations is meant without being chosen', () => {
  assert.equal(rulesOf(emptyOpening, inForce), 'party-organisations')
})

test('of two sets for people neither is meant until one is chosen, and not one for organisations', () => {
  const people = { ...emptyOpening, subjects: 'people' as const }
  assert.equal(rulesOf(people, inForce), '')
  assert.equal(rulesOf({ ...people, rules: 'civil' }, inForce), 'civil')
  assert.equal(rulesOf({ ...people, rules: 'party-organisations' }, inForce), '')
})

test('a step cannot be due before the one that comes earlier, whichever days are left out', () => {
  const days = { ...emptyOpening, selfDue: '2021-12-10', proposeDue: '2021-12-05', decideOn: '2021-12-20' }
  assert.deepEqual(reversedDays(days), ['proposeDue'])
  assert.deepEqual(reversedDays({ ...days, proposeDue: '2021-12-10' }), [])
  assert.deepEqual(reversedDays(emptyOpening), [])
})

test('days that were not given are sent as none', () => {
  assert.deepEqual(daysOf({ ...emptyOpening, decideOn: '2021-12-31', appealDays: '7' }), {
    selfDue: null,
    commentDue: null,
    proposeDue: null,
    decideOn: '2021-12-31',
    appealDays: 7,
  })
})
