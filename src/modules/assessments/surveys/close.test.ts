import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type SurveyHouse, surveyHouse } from '../../../../test/survey-house.ts'
import type { Survey } from '../api/surveys.ts'
import { handInAnswers } from './answer.ts'

const TODAY = '2022-01-15'
const GOOD = [5, 1] as const
const answer = (house: SurveyHouse, token: string, picks: readonly (number | null)[] = GOOD) =>
  house.transact((tx) => handInAnswers(tx, token, picks, TODAY))
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    (problem: { code: string }) => problem.code,
  )

describe('closing', () => {
  /** Twelve citizens gave 5 and yes, nineteen gave 4 and no; seven firms gave 3. */
  async function answered(house: SurveyHouse): Promise<string> {
    const { id } = await house.running()
    const citizens = await house.tokens(id, { count: 31 })
    for (const [n, token] of citizens.entries()) await answer(house, token, n < 12 ? [5, 1] : [4, 2])
    for (const token of await house.tokens(id, { count: 7, group: 'firms' }))
      await answer(house, token, [3, null])
    return id
  }
  const close = (house: SurveyHouse, id: string, body = {}) =>
    house.office.post(`/api/v1/surveys/${id}/close`, body)

  test('scores the criterion, verified, with where it comes from', async () => {
    await using house = await surveyHouse()
    const id = await answered(house)
    const closed = await house.ok<Survey>(close(house, id))
    assert.deepEqual([closed.state, closed.may], ['closed', ['follow']])
    const { cell } = await house.criterion('2.2', 'A', house.office)
    const [score] = cell.scores
    // Citizens: 136/31 of the first; firms: 3. By size: (136 + 21) / 38 / 5 × 2
    assert.deepEqual(score!.input, {
      groups: { citizens: { mean: '4.3870967742', n: '31' }, firms: { mean: '3.0000000000', n: '7' } },
    })
    assert.equal(Number(score!.points).toFixed(6), (((136 + 21) / 38 / 5) * 2).toFixed(6))
    assert.deepEqual(
      [score!.stage, score!.by, score!.source!.type, score!.source!.counted],
      ['verified', 'songma', 'survey', '38'],
    )
    assert.equal(
      (await house.criterion('2.2', 'A2', house.office)).cell.scores.length,
      0,
      'nobody was asked there',
    )
  })

  test('tells what was answered, of groups of five and more', async () => {
    await using house = await surveyHouse()
    const id = await answered(house)
    await house.ok(close(house, id))
    const { results } = await house.unit(id)
    assert.deepEqual(results, [
      { question: 1, group: 'citizens', n: 31, counts: [0, 0, 0, 19, 12], percent: '87.74' },
      { question: 1, group: 'firms', n: 7, counts: [0, 0, 7, 0, 0], percent: '60.00' },
      { question: 2, group: 'citizens', n: 31, counts: [12, 19], percent: '38.71' },
    ])
  })

  test('is refused while samples are too small, unless it is meant; those stay not assessed', async () => {
    await using house = await surveyHouse()
    const { id } = await house.running()
    for (const token of await house.tokens(id, { count: 8 })) await answer(house, token)
    await house.refused(close(house, id), 409, 'survey.short')
    await house.ok(close(house, id, { anyway: true }))
    const { cell } = await house.criterion('2.2', 'A', house.office)
    assert.deepEqual([cell.scores[0]!.points, cell.scores[0]!.isOut], [null, false])
  })

  test('takes no further answer, paper or token', async () => {
    await using house = await surveyHouse()
    const id = await answered(house)
    const [late] = await house.tokens(id, { count: 1 })
    await house.ok(close(house, id))
    assert.equal(await refusal(answer(house, late!)), 'survey.notRunning')
    const paper = { group: 'citizens', papers: [{ number: 1, answers: [1, 1] }] }
    await house.refused(
      house.as('officer').post(`/api/v1/surveys/${id}/units/A/papers`, paper),
      409,
      'survey.notRunning',
    )
    await house.refused(close(house, id), 409, 'survey.noStep')
  })
})
