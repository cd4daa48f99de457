import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { FORM, type SurveyHouse, surveyHouse } from '../../../test/survey-house.ts'

const send = (house: SurveyHouse, path: string, body: string, headers: Record<string, string> = {}) =>
  house.app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body,
  })
const seen = async (answer: Response | Promise<Response>) => {
  const got = await answer
  return { status: got.status, text: await got.text(), headers: got.headers }
}

describe('the answer sheet', () => {
  test('asks in both languages without a script, and is not to be found by searching', async () => {
    await using house = await surveyHouse()
    const { id } = await house.running()
    const [token] = await house.tokens(id, { count: 1 })
    const vi = await seen(house.app.request(`/surveys/${token}`))
    assert.equal(vi.status, 200)
    assert.match(vi.text, /1\. Bạn hài lòng đến mức nào\?/)
    assert.match(vi.text, /name="q2" value="2"/)
    assert.equal(vi.headers.get('x-robots-tag'), 'noindex')
    assert.doesNotMatch(vi.text, /<script/)
    const en = await seen(house.app.request(`/en/surveys/${token}`))
    assert.match(en.text, /1\. How satisfied are you\?/)
    assert.match(en.text, /2\. Hồ sơ có được trả đúng hẹn không\?/, 'where there is no English')
    assert.equal(en.text.includes(`action="/en/surveys/${token}"`), true)
  })

  test('is taken once: thanks, then that it was used', async () => {
    await using house = await surveyHouse()
    const { id } = await house.running()
    const [token] = await house.tokens(id, { count: 1 })
    const first = await seen(send(house, `/surveys/${token}`, 'q1=5&q2=1'))
    assert.deepEqual([first.status, first.headers.get('location')], [303, '/surveys/thanks'])
    assert.match((await seen(house.app.request('/surveys/thanks'))).text, /Cảm ơn/)
    assert.match((await seen(send(house, `/surveys/${token}`, 'q1=1'))).text, /đã trả lời rồi/)
    assert.match((await seen(house.app.request(`/en/surveys/${token}`))).text, /answered already/)
    const tallies = await house.db.selectFrom('survey_tallies').select(['question', 'option', 'n']).execute()
    assert.deepEqual(tallies, [
      { question: 1, option: 5, n: 1 },
      { question: 2, option: 1, n: 1 },
    ])
  })

  test('left blank comes back with the questions, and is not spent', async () => {
    await using house = await surveyHouse()
    const { id } = await house.running()
    const [token] = await house.tokens(id, { count: 1 })
    for (const body of ['', 'q1=&q2=x', 'q1=9']) {
      const { status, text } = await seen(send(house, `/surveys/${token}`, body))
      assert.equal(status, 400)
      assert.match(text, /role="alert"/)
    }
    assert.equal((await send(house, `/surveys/${token}`, 'q2=2')).status, 303)
  })

  test('that nobody gave out is not there; one of a survey that ended says so', async () => {
    await using house = await surveyHouse()
    const { id } = await house.running({ ...FORM, lastDay: '2022-01-15' })
    const [token] = await house.tokens(id, { count: 1 })
    house.clock.now = new Date('2022-01-16T02:00:00Z')
    assert.match((await seen(house.app.request(`/surveys/${token}`))).text, /đã kết thúc/)
    const unknown = await seen(house.app.request('/surveys/abcdefghijklmnop'))
    assert.equal(unknown.status, 404)
    assert.match(unknown.text, /Không có phiếu nào mang mã này/)
  })

  test('is not taken from a page of another site', async () => {
    await using house = await surveyHouse()
    const { id } = await house.running()
    const [token] = await house.tokens(id, { count: 1 })
    const foreign = await send(house, `/surveys/${token}`, 'q1=1', { 'sec-fetch-site': 'cross-site' })
    assert.equal(foreign.status, 403)
    assert.equal((await send(house, `/surveys/${token}`, 'q1=1')).status, 303)
  })
})
