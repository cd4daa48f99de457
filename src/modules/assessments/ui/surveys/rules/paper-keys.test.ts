import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SurveyQuestion } from '../../../rules/survey-form.ts'
import { askedOf, optionOfKey } from './paper-keys.ts'

const asked = { text: 'x', textEn: '', criterion: null }
const scale: SurveyQuestion = { kind: 'scale', ...asked, groups: [], top: 5, satisfiedFrom: 4 }
const yesNo: SurveyQuestion = { kind: 'yes-no', ...asked, groups: ['firms'] }

test('one key answers: an option that there is, or left open', () => {
  assert.deepEqual(
    ['1', '5', '6', '0', ' ', 'a', 'Enter'].map((key) => optionOfKey(scale, key)),
    [1, 5, undefined, null, null, undefined, undefined],
  )
  assert.deepEqual([optionOfKey(yesNo, '2'), optionOfKey(yesNo, '3')], [2, undefined])
})

test('a group answers what it is asked, in its places of the whole', () => {
  assert.deepEqual(
    askedOf([yesNo, scale], 'citizens').map(({ at }) => at),
    [1],
  )
  assert.deepEqual(
    askedOf([yesNo, scale], 'firms').map(({ at }) => at),
    [0, 1],
  )
})
