import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { SCHEME, type ScoringHouse, scoringHouse } from '../../../../test/scoring-house.ts'
import type { SchemeDraft, SchemeLine, SchemeRead, Trial } from '../api/schemes.ts'
import type { Scheme } from '../schema.ts'

const DRAFTS = '/api/v1/scheme-drafts'
const office = (house: ScoringHouse) => house.as('office')
const schemeOf = async (house: ScoringHouse, code = 'par') =>
  (await house.ok<SchemeRead>(house.as('officer').get(`/api/v1/schemes/${code}`))).scheme

/** The next version, from 2023 on, with what is changed in it. */
const next = (scheme: Scheme, change: Partial<Scheme> = {}): Scheme => ({
  ...scheme,
  validFrom: '2023-01-01',
  ...change,
})
async function begin(house: ScoringHouse, change: Partial<Scheme> = {}) {
  const scheme = next(await schemeOf(house), change)
  const answer = await office(house).post(DRAFTS, { scheme })
  assert.equal(answer.status, 200, await answer.clone().text())
  return { draft: (await answer.json()) as SchemeDraft, etag: answer.headers.get('etag')! }
}
const inForce = (house: ScoringHouse, id: string, etag?: string) =>
  office(house).post(`${DRAFTS}/${id}/in-force`, {}, etag === undefined ? {} : { 'if-match': etag })

describe('schemes', () => {
  test('are listed and read by everybody, and go out as the file that came in', async () => {
    await using house = await scoringHouse()
    const { schemes } = await house.ok<{ schemes: SchemeLine[] }>(house.as('leader').get('/api/v1/schemes'))
    const told = schemes.map(({ code, max, areas, criteria, versions }) => [
      code,
      max,
      areas,
      criteria,
      versions.length,
    ])
    assert.deepEqual(told, [['par', '10', 2, 4, 1]])
    const answer = await house.as('leader').get('/api/v1/schemes/par/1/file')
    assert.match(answer.headers.get('content-disposition') ?? '', /par%20v1\.json|par v1\.json/)
    const file = await answer.text()
    assert.equal(JSON.parse(file).areas[0].max, SCHEME.areas[0]!.max)
    const brought = await house.bring('scheme', file)
    assert.equal(brought.unchanged, 1, 'the same scheme, to the byte')
    await house.refused(house.as('leader').get('/api/v1/schemes/par?version=2'), 404, 'scheme.notFound')
  })

  test('are paged by code', async () => {
    await using house = await scoringHouse()
    await house.bring('scheme', JSON.stringify({ ...SCHEME, code: 'abc' }))
    const get = (query: string) =>
      house.ok<{ schemes: SchemeLine[]; nextCursor: string | null }>(
        house.as('leader').get(`/api/v1/schemes?${query}`),
      )
    const first = await get('limit=1')
    assert.deepEqual([first.schemes[0]?.code, first.nextCursor], ['abc', 'abc'])
    const second = await get('limit=1&after=abc')
    assert.deepEqual([second.schemes[0]?.code, second.nextCursor], ['par', null])
  })
})

describe('a draft', () => {
  test('becomes the next version; what was in force stays as it was', async () => {
    await using house = await scoringHouse()
    const before = await schemeOf(house)
    const { draft, etag } = await begin(house, { name: 'Bộ tiêu chí mới' })
    assert.deepEqual([draft.base, draft.nextVersion, draft.faults], [1, 2, []])
    const done = await house.ok<{ version: number }>(inForce(house, draft.id, etag))
    assert.equal(done.version, 2)
    const read = await house.ok<SchemeRead>(house.as('leader').get('/api/v1/schemes/par'))
    assert.deepEqual([read.version, read.scheme.name], [2, 'Bộ tiêu chí mới'])
    const old = await house.ok<SchemeRead>(house.as('leader').get('/api/v1/schemes/par?version=1'))
    assert.deepEqual(old.scheme, before)
    await house.refused(office(house).get(`${DRAFTS}/${draft.id}`), 404, 'scheme.draftNotFound')
    assert.equal((await house.auditActions()).filter((action) => action === 'scheme.change').length, 2)
  })

  test('is not put in force while something is wrong, and says where', async () => {
    await using house = await scoringHouse()
    const scheme = await schemeOf(house)
    const areas = scheme.areas.map((area, n) => (n === 0 ? { ...area, max: '6' } : area))
    const { draft, etag } = await begin(house, { areas })
    assert.deepEqual(
      draft.faults.map(({ at, code, message }) => [at, code, message]),
      [['I', 'areaSum', 'Lĩnh vực “I” ghi tối đa 6 điểm, cộng các tiêu chí được 5.']],
    )
    await house.refused(inForce(house, draft.id, etag), 409, 'scheme.faulty')
  })

  test('does not exchange the scheme of a period in which a round stands', async () => {
    await using house = await scoringHouse()
    const { draft, etag } = await begin(house, { validFrom: '2021-06-01' })
    const told = await house.refused(inForce(house, draft.id, etag), 409, 'scheme.roundStands')
    assert.match(told.detail, /2021/)
  })

  test('is one for each scheme, saved by one person at a time', async () => {
    await using house = await scoringHouse()
    const { draft, etag } = await begin(house)
    const scheme = { ...draft.scheme, name: 'Một tên khác' }
    await house.refused(office(house).post(DRAFTS, { scheme }), 409, 'scheme.draftExists')
    const put = () => office(house).put(`${DRAFTS}/${draft.id}`, { scheme }, { 'if-match': etag })
    const saved = await house.ok<SchemeDraft>(put())
    assert.equal(saved.name, 'Một tên khác')
    await house.refused(put(), 412, 'scheme.stale')
    await house.refused(inForce(house, draft.id, etag), 412, 'scheme.stale')
    await house.ok(office(house).delete(`${DRAFTS}/${draft.id}`))
    await house.refused(office(house).get(`${DRAFTS}/${draft.id}`), 404, 'scheme.draftNotFound')
  })

  test('of a known scheme keeps its code and its kind of subjects; a new one takes no code of another', async () => {
    await using house = await scoringHouse()
    const { draft } = await begin(house)
    const put = (id: string, scheme: object) => office(house).put(`${DRAFTS}/${id}`, { scheme })
    await house.refused(put(draft.id, { ...draft.scheme, code: 'new' }), 409, 'scheme.fixed')
    await house.refused(put(draft.id, { ...draft.scheme, subjects: 'people' }), 409, 'scheme.fixed')
    const fresh = await house.ok<SchemeDraft>(
      office(house).post(DRAFTS, { scheme: { ...draft.scheme, code: 'new' } }),
    )
    assert.deepEqual([fresh.base, fresh.nextVersion], [null, 1])
    await house.refused(put(fresh.id, { ...fresh.scheme, code: 'par' }), 409, 'scheme.codeTaken')
    const people = { ...draft.scheme, subjects: 'people' }
    await house.ok(office(house).delete(`${DRAFTS}/${draft.id}`))
    await house.refused(office(house).post(DRAFTS, { scheme: people }), 409, 'scheme.fixed')
  })

  test('is written only by whoever may everywhere, and others do not learn that it is there', async () => {
    await using house = await scoringHouse()
    const { draft } = await begin(house)
    const url = `${DRAFTS}/${draft.id}`
    const [district, leader] = [house.as('office', 'D1'), house.as('leader')]
    await house.refused(district.get(url), 403, 'auth.forbidden')
    await house.refused(district.get(`${DRAFTS}/999`), 403, 'auth.forbidden')
    await house.refused(district.put(url, { scheme: draft.scheme }), 403, 'auth.forbidden')
    await house.refused(leader.get(DRAFTS), 403, 'auth.forbidden')
    await house.refused(leader.get(`${url}/trial?period=2021`), 403, 'auth.forbidden')
  })
})

describe('a trial', () => {
  const SCORES = `scheme,period,unit_code,criterion,stage,input,reason
par,2020,A,1.1,final,"{""met"":true}",
par,2020,A,1.2,final,"{""num"":60,""den"":100}",
par,2020,A,2.1,final,"{""items"":[""a""]}",
par,2020,A2,1.1,final,"{""met"":false}",
par,2020,A2,1.2,final,"{""num"":90,""den"":100}",
par,2020,A2,2.1,final,"{""items"":[""a"",""b""]}",
`

  test('puts the ranks of a past period beside those by the draft', async () => {
    await using house = await scoringHouse()
    await house.bring('scheme', JSON.stringify({ ...SCHEME, validFrom: '2020-01-01' }))
    await house.bring('scores', SCORES)
    const scheme = await schemeOf(house)
    // The plan weighs more, the checklist became something else, and there is a criterion more
    const [first, second] = scheme.areas
    const met = { type: 'met' as const }
    const added = { code: '1.3', name: 'Mới', max: '1', na: 'zero' as const, rule: met }
    const heavier = first!.criteria.map((one) => (one.code === '1.1' ? { ...one, max: '8' } : one))
    const otherwise = second!.criteria.map((one) => (one.code === '2.1' ? { ...one, rule: met } : one))
    const areas = [
      { ...first!, criteria: [...heavier, added] },
      { ...second!, criteria: otherwise },
    ]
    const { draft } = await begin(house, { areas })
    assert.deepEqual(draft.periods, ['2020'], 'the running round of 2021 is nobody’s trial')
    const url = `${DRAFTS}/${draft.id}/trial`
    const trial = await house.ok<Trial>(office(house).get(`${url}?period=2020`))
    assert.deepEqual([trial.version, trial.units], [2, 2])
    assert.deepEqual(
      trial.leftOut.map(({ code }) => code),
      ['1.3', '2.1', '2.2'],
      'what nobody said, and what no longer fits',
    )
    assert.deepEqual(trial.criteria, [{ code: '1.1', name: 'Ban hành kế hoạch', changed: 1, notAssessed: 0 }])
    assert.deepEqual(
      trial.rows.map(({ unit, before, after }) => [unit.name, before?.rank, after.rank, after.max]),
      [
        ['Xã Nà Nghịu', 2, 1, '11'],
        ['Xã Chiềng Cang', 1, 2, '11'],
      ],
    )
    assert.deepEqual(trial.moved, { up: 1, down: 1, same: 0, incomplete: 0 })
    const running = await house.ok<Trial>(office(house).get(`${url}?period=2021`))
    assert.deepEqual([running.units, running.rows], [0, []])
  })
})
