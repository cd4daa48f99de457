import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { FORM, type SurveyHouse, surveyHouse } from '../../../../test/survey-house.ts'
import type { Survey } from '../api/surveys.ts'
import { handInAnswers, readAnswerSheet } from './answer.ts'

const TODAY = '2022-01-15'
const GOOD = [5, 1] as const
const answer = (house: SurveyHouse, token: string, picks: readonly (number | null)[] = GOOD, today = TODAY) =>
  house.transact((tx) => handInAnswers(tx, token, picks, today))
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    (problem: { code: string }) => problem.code,
  )

describe('writing a survey', () => {
  test('names every fault with its place', async () => {
    await using house = await surveyHouse()
    const form = {
      ...FORM,
      groups: [...FORM.groups, FORM.groups[0]!],
      questions: [
        { kind: 'scale', text: 'a', criterion: '1.1', groups: ['deputies'], top: 5, satisfiedFrom: 6 },
        { kind: 'choice', text: 'b', criterion: '2.2', options: [none('x'), none('y')] },
      ],
    }
    const told = await house.refused(house.open(form), 422, 'survey.refused')
    assert.deepEqual(
      told.errors.map(({ path }) => path),
      [
        'groups.2.code',
        'questions.0.groups',
        'questions.0.criterion',
        'questions.0.satisfiedFrom',
        'questions.1.options',
      ],
    )
  })

  test('is for the office that keeps the round', async () => {
    await using house = await surveyHouse()
    for (const who of [house.as('officer'), house.as('verifier'), house.as('office', 'D2')])
      await house.refused(house.open(FORM, who), 403, 'auth.forbidden')
  })

  test('ends with the start: its questions stay, its last day may move', async () => {
    await using house = await surveyHouse()
    const { id } = await house.running()
    const put = (form: object) => house.office.put(`/api/v1/surveys/${id}`, form)
    await house.refused(put({ ...FORM, name: 'Tên khác' }), 409, 'survey.fixed')
    const moved = await house.ok<Survey>(put({ ...FORM, lastDay: '2022-02-01' }))
    assert.deepEqual([moved.state, moved.lastDay], ['running', '2022-02-01'])
    await house.refused(house.office.post(`/api/v1/surveys/${id}/start`, {}), 409, 'survey.noStep')
  })

  test('scores a criterion once in a round, and one at least', async () => {
    await using house = await surveyHouse()
    await house.running()
    const second = await house.ok<Survey>(house.open(FORM))
    await house.refused(
      house.office.post(`/api/v1/surveys/${second.id}/start`, {}),
      409,
      'survey.fedElsewhere',
    )
    const idle = { ...FORM, questions: FORM.questions.map((one) => ({ ...one, criterion: null })) }
    const third = await house.ok<Survey>(house.open(idle))
    await house.refused(
      house.office.post(`/api/v1/surveys/${third.id}/start`, {}),
      422,
      'survey.feedsNothing',
    )
  })

  test('goes by the state in which it was seen', async () => {
    await using house = await surveyHouse()
    const { id } = await house.ok<Survey>(house.open(FORM))
    const stale = { 'if-match': `"survey-${id}-9"` }
    await house.refused(house.office.put(`/api/v1/surveys/${id}`, FORM, stale), 412, 'survey.stale')
  })
})
const none = (label: string) => ({ label, worth: null })

describe('a token', () => {
  test('opens the questions of its group, once', async () => {
    await using house = await surveyHouse()
    const { id } = await house.running()
    const [token] = await house.tokens(id, { count: 1, group: 'firms' })
    const sheet = await readAnswerSheet(house.db, token!, TODAY)
    assert.equal(sheet.state, 'open')
    if (sheet.state !== 'open') return
    assert.deepEqual(
      [sheet.unit, sheet.keeper, sheet.group.name, sheet.questions.map(({ number }) => number)],
      ['Xã Nà Nghịu', 'Huyện Sông Mã', 'Doanh nghiệp', [1]],
    )
    assert.equal(await refusal(answer(house, token!)), 'survey.refused', 'firms are not asked the second')
    assert.equal(await refusal(answer(house, token!, [null, null])), 'survey.noAnswers')
    assert.equal(await refusal(answer(house, token!, [6, null])), 'survey.refused', 'a scale of five')
    assert.equal(
      await refusal(answer(house, token!, [4, null])),
      'taken',
      'what is refused does not spend it',
    )
    assert.equal(await refusal(answer(house, token!, [4, null])), 'survey.tokenUsed')
    assert.deepEqual(await readAnswerSheet(house.db, token!, TODAY), { state: 'used' })
    assert.equal(await refusal(answer(house, 'no-such-token')), 'survey.tokenUnknown')
  })

  test('is kept as a hash alone, and its answer without it', async () => {
    await using house = await surveyHouse()
    const { id } = await house.running()
    const [token] = await house.tokens(id, { count: 1 })
    await answer(house, token!)
    const tokens = await house.db.selectFrom('survey_tokens').selectAll().execute()
    assert.equal(JSON.stringify(tokens).includes(token!), false)
    assert.deepEqual(Object.keys(tokens[0]!).sort(), [
      'group_code',
      'is_used',
      'sha256',
      'survey_id',
      'unit_id',
    ])
    const tallies = await house.db.selectFrom('survey_tallies').selectAll().execute()
    assert.deepEqual(Object.keys(tallies[0]!).sort(), [
      'group_code',
      'n',
      'option',
      'question',
      'survey_id',
      'unit_id',
    ])
    const log = await house.db.selectFrom('audit_entries').select(['action', 'details']).execute()
    assert.equal(JSON.stringify(log).includes(token!), false)
    assert.equal(
      log.filter(({ action }) => action === 'survey.open').length,
      3,
      'opened, started, handed out',
    )
  })

  test('is taken until the last day and no longer', async () => {
    await using house = await surveyHouse()
    const { id } = await house.running({ ...FORM, lastDay: TODAY })
    const [first, second] = await house.tokens(id, { count: 2 })
    assert.equal(await refusal(answer(house, first!)), 'taken')
    assert.equal(await refusal(answer(house, second!, GOOD, '2022-01-16')), 'survey.over')
    assert.deepEqual(await readAnswerSheet(house.db, second!, '2022-01-16'), { state: 'over' })
  })

  test('is made for units of the round, for as many as can be given out', async () => {
    await using house = await surveyHouse()
    const { id } = await house.running()
    const ask = (body: object) =>
      house.office.post(`/api/v1/surveys/${id}/tokens`, { count: 1, group: 'citizens', ...body })
    await house.refused(ask({ units: ['B'] }), 404, 'score.subjectNotFound')
    await house.refused(ask({ group: 'deputies' }), 422, 'survey.groupUnknown')
    const all = await house.ok<{ handedOut: { unit: { code: string } }[] }>(ask({}))
    assert.deepEqual(
      all.handedOut.map(({ unit }) => unit.code),
      ['A', 'A2'],
    )
  })
})

describe('papers', () => {
  test('are entered once each, by who enters for the unit', async () => {
    await using house = await surveyHouse()
    const { id } = await house.running()
    const enter = (numbers: number[], who = house.as('collector')) =>
      who.post(`/api/v1/surveys/${id}/units/A/papers`, {
        group: 'citizens',
        papers: numbers.map((number) => ({ number, answers: [4, 2] })),
      })
    await house.ok(enter([1, 2, 3]))
    await house.refused(enter([4, 3]), 409, 'survey.paperKnown')
    await house.refused(enter([5, 5]), 409, 'survey.paperKnown')
    await house.ok(enter([4]))
    for (const who of [house.as('outsider'), house.as('verifier'), house.as('leader')])
      await house.refused(enter([9], who), 403, 'auth.forbidden')
    const counted = await house.db
      .selectFrom('survey_tallies')
      .select(['question', 'option', 'n'])
      .orderBy('question')
      .execute()
    assert.deepEqual(counted, [
      { question: 1, option: 4, n: 4 },
      { question: 2, option: 2, n: 4 },
    ])
  })
})

describe('while it runs', () => {
  test('fewer than five answers are not told, and nothing of what they were', async () => {
    await using house = await surveyHouse()
    const { id } = await house.running()
    const tokens = await house.tokens(id, { count: 6 })
    for (const token of tokens.slice(0, 4)) await answer(house, token)
    const seen = async () => (await house.unit(id)).groups[0]
    assert.deepEqual(await seen(), { group: 'citizens', handedOut: 6, answered: null })
    await answer(house, tokens[4]!)
    assert.deepEqual(await seen(), { group: 'citizens', handedOut: 6, answered: 5 })
    const others = await house.tokens(id, { count: 2, group: 'firms' })
    await answer(house, others[0]!, [3, null])
    const whole = await house.ok<Survey>(house.office.get(`/api/v1/surveys/${id}`))
    assert.deepEqual([whole.handedOut, whole.answered], [8, 5], 'nor by subtraction')
    const { results, short } = await house.unit(id)
    assert.deepEqual([results, short], [null, ['2.2']], 'thirty are asked')
  })

  test('all units are seen by the keeper, one by itself', async () => {
    await using house = await surveyHouse()
    const { id } = await house.running()
    const units = (who = house.office) => who.get(`/api/v1/surveys/${id}/units`)
    const { units: lines } = await house.ok<{ units: { code: string }[] }>(units())
    assert.deepEqual(
      lines.map(({ code }) => code),
      ['A', 'A2'],
    )
    await house.refused(units(house.as('officer')), 403, 'auth.forbidden')
    await house.unit(id, house.as('officer'))
    await house.refused(house.as('outsider').get(`/api/v1/surveys/${id}/units/A`), 403, 'auth.forbidden')
  })
})

test('answers of many at once are all counted, and each token once', async () => {
  await using house = await surveyHouse()
  const { id } = await house.running()
  const tokens = await house.tokens(id, { count: 6 })
  const outcomes = await Promise.all([...tokens, ...tokens].map((token) => refusal(answer(house, token))))
  assert.equal(outcomes.filter((one) => one === 'taken').length, 6)
  const { n } = await house.db
    .selectFrom('survey_tallies')
    .select('n')
    .where('question', '=', 1)
    .executeTakeFirstOrThrow()
  assert.equal(n, 6)
})
