// One session after the other: what is recorded, corrected, withdrawn, and what counts it.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type StudyHouse, studyHouse } from '../../../../test/study-house.ts'
import type { OneSession, SessionTotals, StudySession } from '../api/sessions.ts'
import { studyCheck } from './sources.ts'

const PATH = '/api/v1/study-sessions'
const ASKED = [
  { kind: 'leaders', invited: 5, attended: 5 },
  { kind: 'party-members', invited: 40, attended: 38 },
]
const SESSION = { unit: 'A', heldOn: '2021-06-10', form: 'in-person', attendance: ASKED }

const ok = async <T>(answer: Response): Promise<T> => {
  assert.equal(answer.status, 200, await answer.clone().text())
  return (await answer.json()) as T
}
type Told = { code: string; errors: { path: string; message: string }[] }
const refused = async (answer: Response, status: number, code: string): Promise<Told> => {
  const told = (await answer.json()) as Told
  assert.deepEqual([answer.status, told.code], [status, code], JSON.stringify(told))
  return told
}
const record = (house: StudyHouse, part: object = {}) =>
  house.as('officer').post(PATH, { directive: house.directive, ...SESSION, ...part })
const recorded = async (house: StudyHouse, part: object = {}) => ok<OneSession>(await record(house, part))
const figure = async (house: StudyHouse, indicator: string, unit = 'P', period = '2021') => {
  const query = `indicator=${indicator}&period=${period}&unit=${unit}&level=self`
  const answer = await house.as('nobody').get(`/api/v1/rollup?${query}`)
  return (await ok<{ rows: { value: string | null }[] }>(answer)).rows[0]?.value ?? null
}
const check = async (house: StudyHouse) => (await studyCheck.run(house.db)).differences

describe('a session', () => {
  test('is recorded with who was asked and who came, and rolls up as a share at once', async () => {
    await using house = await studyHouse()
    const made = await recorded(house, { cell: 'Chi bộ bản Mé', materials: 'Tài liệu của Ban Tuyên giáo' })
    assert.deepEqual(
      [made.unit.name, made.invited, made.attended, made.may, made.directive.number],
      ['Xã Nà Nghịu', 45, 43, ['change', 'withdraw'], '01-KL/TW'],
    )
    await recorded(house, { heldOn: '2021-07-01' })
    assert.deepEqual(
      [await figure(house, 'asked'), await figure(house, 'came'), await figure(house, 'members')],
      ['90', '86', '76'],
    )
    assert.equal(await figure(house, 'asked', 'A', '202106'), '45')
    assert.equal(await figure(house, 'asked', 'D2'), null)
    assert.equal(await figure(house, 'reached'), '95.6')
    assert.deepEqual(await check(house), [])
    assert.deepEqual((await house.auditActions()).slice(-2), ['session.record', 'session.record'])
    assert.deepEqual(house.log, [])
  })

  test('leads from the figure down to how many sessions stand behind it', async () => {
    await using house = await studyHouse()
    await recorded(house)
    await recorded(house, { cell: 'Chi bộ bản Mé' })
    const lineage = await house.as('nobody').get('/api/v1/lineage/came?period=2021&unit=D1')
    const text = JSON.stringify(await ok(lineage))
    assert.match(text, /"records":\{"kind":"session","count":2,"period":"202106"\}/)
  })

  test('is refused with a reason for each member that is wrong', async () => {
    await using house = await studyHouse()
    const paths = async (part: object, status = 422, code = 'studySession.refused') =>
      (await refused(await record(house, part), status, code)).errors.map(({ path }) => path)
    assert.deepEqual(await paths({ heldOn: '2021-05-17' }), ['heldOn'], 'before the directive')
    assert.deepEqual(await paths({ heldOn: '2022-01-16' }), ['heldOn'], 'tomorrow')
    assert.deepEqual(await paths({ files: ['none'] }), ['files'])
    const more = [{ kind: 'people', invited: 3, attended: 4 }]
    assert.deepEqual(await paths({ attendance: more }, 400, 'input.invalid'), ['attendance.0.attended'])
    const twice = [...ASKED, ...ASKED]
    assert.deepEqual(await paths({ attendance: twice }, 400, 'input.invalid'), ['attendance'])
    await refused(await record(house, { directive: '999999' }), 404, 'studySession.directiveNotFound')
    await recorded(house)
    await refused(await record(house), 409, 'studySession.recorded')
    await recorded(house, { cell: 'Chi bộ bản Mé' })
    await refused(await record(house, { cell: 'chi bo  ban me' }), 409, 'studySession.recorded')
    assert.equal((await record(house, { unit: 'B' })).status, 403)
    assert.equal(
      (await house.as('collector').post(PATH, { directive: house.directive, ...SESSION })).status,
      403,
    )
  })

  test('is corrected by whoever saw how it stands, and the counts follow, also to another month', async () => {
    await using house = await studyHouse()
    const { id } = await recorded(house)
    const [officer, path] = [house.as('officer'), `${PATH}/${id}`]
    const { unit: _, ...draft } = SESSION
    const seen = { 'if-match': (await officer.get(path)).headers.get('etag')! }
    const moved = {
      ...draft,
      heldOn: '2021-08-01',
      attendance: [{ kind: 'people', invited: 10, attended: 9 }],
    }
    const changed = await ok<OneSession>(await officer.put(path, moved, seen))
    assert.deepEqual([changed.heldOn, changed.attended], ['2021-08-01', 9])
    assert.deepEqual(
      [await figure(house, 'came', 'A', '202106'), await figure(house, 'came', 'A', '202108')],
      [null, '9'],
    )
    assert.equal(await figure(house, 'members'), null)
    await refused(await officer.put(path, moved, seen), 412, 'studySession.stale')
    await refused(await officer.put(path, { ...draft, heldOn: '2021-01-01' }), 422, 'studySession.refused')
    await recorded(house)
    await refused(await officer.put(path, draft), 409, 'studySession.recorded')
    assert.equal((await house.as('outsider').put(path, draft)).status, 403)
    assert.deepEqual(await check(house), [])
  })

  test('that was recorded by mistake is withdrawn with a reason, kept, and counted no more', async () => {
    await using house = await studyHouse()
    const { id } = await recorded(house)
    const officer = house.as('officer')
    assert.equal((await house.as('outsider').post(`${PATH}/${id}/withdraw`, { reason: 'x' })).status, 403)
    const gone = await ok<OneSession>(await officer.post(`${PATH}/${id}/withdraw`, { reason: 'Ghi nhầm xã' }))
    assert.deepEqual([gone.withdrawn?.because, gone.may], ['Ghi nhầm xã', []])
    await refused(
      await officer.post(`${PATH}/${id}/withdraw`, { reason: 'x' }),
      409,
      'studySession.withdrawn',
    )
    assert.equal(await figure(house, 'came'), null)
    const list = async (query: string) =>
      ok<{ sessions: StudySession[]; totals: SessionTotals }>(await officer.get(`${PATH}?unit=A${query}`))
    assert.equal((await list('')).sessions.length, 0)
    const shown = await list('&withdrawn=true')
    assert.deepEqual([shown.sessions.length, shown.totals.sessions], [1, 0])
    await recorded(house)
    assert.equal(await figure(house, 'came'), '43', 'the same may be recorded anew')
    assert.deepEqual(await check(house), [])
  })
})

describe('the list of sessions', () => {
  test('shows those of a unit and of all below it, page by page, with the totals of all', async () => {
    await using house = await studyHouse()
    for (const heldOn of ['2021-06-10', '2021-07-10', '2021-08-10']) await recorded(house, { heldOn })
    await ok(await house.as('outsider').post(PATH, { ...SESSION, directive: house.directive, unit: 'B' }))
    type Page = { sessions: StudySession[]; totals: SessionTotals | null; nextCursor: string | null }
    const page = async (query: string, as: 'office' | 'officer' = 'office') =>
      ok<Page>(await house.as(as).get(`${PATH}?${query}`))
    const first = await page('unit=P&limit=3')
    assert.deepEqual(
      first.sessions.map(({ heldOn, unit }) => [heldOn, unit.code]),
      [
        ['2021-08-10', 'A'],
        ['2021-07-10', 'A'],
        ['2021-06-10', 'B'],
      ],
    )
    assert.deepEqual(first.totals, {
      sessions: 4,
      units: 2,
      invited: 180,
      attended: 172,
      kinds: [
        { kind: 'leaders', invited: 20, attended: 20 },
        { kind: 'party-members', invited: 160, attended: 152 },
      ],
    })
    const second = await page(`unit=P&limit=3&after=${encodeURIComponent(first.nextCursor!)}`)
    assert.deepEqual([second.sessions.length, second.totals, second.nextCursor], [1, null, null])
    assert.equal((await page('unit=D1')).sessions.length, 3)
    assert.equal(
      (await page(`unit=A&from=2021-07-01&to=2021-07-31&directive=${house.directive}`)).sessions.length,
      1,
    )
    assert.equal((await page('unit=A&directive=999999')).totals?.sessions, 0)
    assert.equal((await house.as('officer').get(`${PATH}?unit=D1`)).status, 403)
    const many = await house.countQueries(() => page('unit=P&limit=3'))
    assert.equal(await house.countQueries(() => page('unit=P&limit=1')), many, 'not one question a row')
  })
})
