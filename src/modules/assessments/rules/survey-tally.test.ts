import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { exactText } from '#kernel/exact.ts'
import type { SurveyGroup, SurveyQuestion } from './survey-form.ts'
import { groupMean, meanOf, type SurveyRule, surveyInput, type Tally } from './survey-tally.ts'

const asked = { text: 'x', textEn: '', criterion: '2.2', groups: [] }
const scale: SurveyQuestion = { kind: 'scale', ...asked, top: 5, satisfiedFrom: 4 }
const yesNo: SurveyQuestion = { kind: 'yes-no', ...asked }
const choice: SurveyQuestion = {
  kind: 'choice',
  ...asked,
  options: [100, 50, null].map((worth) => ({ label: 'x', labelEn: '', worth })),
}
const citizens: SurveyGroup = { code: 'citizens', name: 'Người dân', nameEn: '' }
const firms: SurveyGroup = { code: 'firms', name: 'Doanh nghiệp', nameEn: '' }
const rule = (scaleOf: SurveyRule['scale']): SurveyRule => ({
  type: 'survey',
  scale: scaleOf,
  minSample: '0',
})
/** How often each option was chosen, from the first. */
const counted = (question: number, counts: number[], group = 'citizens'): Tally[] =>
  counts.flatMap((n, at) => (n > 0 ? [{ group, question, option: at + 1, n }] : []))

describe('an answer is worth', () => {
  const share = (question: SurveyQuestion, counts: number[], isPercent = false) => {
    const mean = meanOf(question, counted(1, counts), isPercent)
    return mean && [exactText(mean.share), mean.n]
  }
  test('its place on the scale; satisfied or not, where the rule asks for a percentage', () => {
    assert.deepEqual(share(scale, [0, 0, 5, 0, 5]), ['0.8', 10])
    assert.deepEqual(share(scale, [0, 0, 5, 2, 3], true), ['0.5', 10])
  })
  test('all or nothing for yes and no', () => {
    assert.deepEqual(share(yesNo, [3, 1]), ['0.75', 4])
  })
  test('what the choice says; an answer without a worth is not counted', () => {
    assert.deepEqual(share(choice, [2, 2, 6]), ['0.75', 4])
    assert.equal(share(choice, [0, 0, 6]), null)
  })
})

describe('a group', () => {
  test('speaks by the mean of its questions, with the fewest answers of them', () => {
    const tallies = [...counted(1, [0, 0, 0, 0, 10]), ...counted(2, [3, 3])]
    const mean = groupMean('2.2', 'citizens', { questions: [scale, yesNo] }, tallies, false)
    assert.deepEqual([exactText(mean!.share), mean!.n], ['0.75', 6])
  })
  test('says nothing where a question has no answer, or fewer than five', () => {
    const questions = [scale, yesNo]
    const first = counted(1, [0, 0, 0, 0, 10])
    assert.equal(groupMean('2.2', 'citizens', { questions }, first, false), null)
    assert.equal(groupMean('2.2', 'citizens', { questions }, [...first, ...counted(2, [4, 0])], false), null)
    assert.notEqual(
      groupMean('2.2', 'citizens', { questions }, [...first, ...counted(2, [5, 0])], false),
      null,
    )
  })
  test('is not asked by questions of others, nor of other criteria', () => {
    const questions = [scale, { ...yesNo, groups: ['firms'] }, { ...yesNo, criterion: '9' }]
    const mean = groupMean('2.2', 'citizens', { questions }, counted(1, [0, 0, 0, 0, 8]), false)
    assert.deepEqual([exactText(mean!.share), mean!.n], ['1', 8])
  })
})

test('the input has means on the scale of the rule, or percentages', () => {
  const form = { groups: [citizens, firms], questions: [scale] }
  const tallies = [...counted(1, [0, 0, 1, 0, 5]), ...counted(1, [0, 2, 1], 'firms')]
  assert.deepEqual(surveyInput(rule('5'), '2.2', form, tallies), {
    groups: { citizens: { mean: '4.6666666667', n: '6' } },
  })
  assert.deepEqual(surveyInput(rule('percent'), '2.2', form, tallies), {
    groups: { citizens: { percent: '83.3333333333', n: '6' } },
  })
})

test('whatever is answered, a mean stays within its scale, and the order of counting changes nothing', () => {
  const form = { groups: [citizens], questions: [scale, choice] }
  const some = fc.array(fc.nat(40), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(some, some, (first, second) => {
      const tallies = [...counted(1, first), ...counted(2, second)]
      const input = surveyInput(rule('5'), '2.2', form, tallies)
      const mean = Number(input.groups.citizens?.mean ?? 0)
      assert.equal(mean >= 0 && mean <= 5, true)
      assert.deepEqual(surveyInput(rule('5'), '2.2', form, tallies.toReversed()), input)
    }),
  )
})
