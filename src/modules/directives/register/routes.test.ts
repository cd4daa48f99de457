import assert from 'node:assert/strict'
import { test } from 'node:test'
import { COUNTRY, testHouse } from '../../../../test/house.ts'
import type { Cascade, Directive, DirectiveLine } from '../api/register.ts'

const KL01 = {
  number: 'Số: 1-kl/tw',
  type: 'conclusion',
  unit: 'P',
  issuer: 'Bộ Chính trị',
  issuedOn: '2021-05-18',
  excerpt: 'Tiếp tục thực hiện Chỉ thị số 05-CT/TW về học tập và làm theo Hồ Chí Minh',
  signer: 'Võ Văn Thưởng',
}
const PLAN = {
  number: '12-KH/HU',
  type: 'plan',
  unit: 'D1',
  issuedOn: '2021-06-30',
  excerpt: 'Thực hiện Kết luận 01-KL/TW',
}

async function registerHouse() {
  const house = await testHouse()
  await house.bring('units', COUNTRY)
  const office = house.as('office')
  const register = async (draft: object, status = 200) => {
    const answer = await office.post('/api/v1/directives', draft)
    const body = (await answer.json()) as Directive & {
      code: string
      errors: { path: string; message: string }[]
    }
    assert.equal(answer.status, status, JSON.stringify(body))
    return body
  }
  const list = async (query: string) => {
    const answer = await office.get(`/api/v1/directives?${query}`)
    assert.equal(answer.status, 200, await answer.clone().text())
    return (await answer.json()) as { directives: DirectiveLine[]; nextCursor: string | null }
  }
  const numbers = async (query: string) => (await list(query)).directives.map(({ number }) => number)
  return { house, office, register, list, numbers, [Symbol.asyncDispose]: () => house[Symbol.asyncDispose]() }
}

test('a directive is entered with its number normalised, and shown with what links to it', async () => {
  await using h = await registerHouse()
  const above = await h.register(KL01)
  assert.equal(above.number, '01-KL/TW')
  assert.equal(above.side, 'party')
  assert.equal(above.issuer, 'Bộ Chính trị')
  assert.equal(above.issuerCode, null)
  assert.equal(above.keeper.code, 'P')
  assert.equal(above.validFrom, '2021-05-18')
  assert.equal(above.validTo, null)
  const plan = await h.register({ ...PLAN, implements: [above.id] })
  assert.equal(plan.issuer, 'Huyện Sông Mã')
  assert.equal(plan.issuerCode, 'D1')
  assert.deepEqual(plan.may, ['change', 'issue'])
  const again = (await (await h.office.get(`/api/v1/directives/${above.id}`)).json()) as Directive
  assert.deepEqual(
    again.links.implementedBy.map(({ number }) => number),
    ['12-KH/HU'],
  )
  assert.deepEqual(again.links.implements, [])
  assert.deepEqual(await h.house.auditActions(), ['import.units', 'directive.register', 'directive.register'])
  assert.deepEqual(h.house.log, [])
})

test('the same number of the same issuer and day is one; of another term it is another', async () => {
  await using h = await registerHouse()
  await h.register(KL01)
  assert.equal((await h.register({ ...KL01, number: '01-KL/TW' }, 409)).code, 'directive.taken')
  await h.register({ ...PLAN, issuerName: 'Huyện ủy Sông Mã' })
  await h.register(PLAN, 409)
  await h.register({ ...KL01, issuedOn: '2016-03-01' })
  assert.deepEqual(await h.numbers('number=01-kl/tw'), ['01-KL/TW', '01-KL/TW'])
})

test('what is wrong is said by its member, and nothing is kept', async () => {
  await using h = await registerHouse()
  const later = await h.register({ ...KL01, issuedOn: '2022-01-01' })
  const refused = await h.register(
    { ...PLAN, number: '12-XX/HU', implements: [later.id], amends: ['99'], files: ['nothing'] },
    422,
  )
  assert.equal(refused.code, 'directive.refused')
  assert.deepEqual(refused.errors.map(({ path }) => path).sort(), ['amends', 'files', 'implements', 'number'])
  assert.equal((await h.office.post('/api/v1/directives', { ...PLAN, type: 'QĐ' })).status, 400)
  assert.deepEqual((await h.list('')).directives.length, 1)
})

test('a classified document is refused with its mark', async () => {
  await using h = await registerHouse()
  for (const marked of [{ classification: 'Tối mật' }, { excerpt: 'Báo cáo (MẬT)' }]) {
    const { code } = await h.register({ ...PLAN, ...marked }, 422)
    assert.equal(code, 'directive.classified')
  }
})

test('a unit officer keeps the register of their own unit and reads all of it', async () => {
  await using h = await registerHouse()
  const above = await h.register(KL01)
  const officer = h.house.as('officer')
  const own = { ...PLAN, unit: 'A', number: '3-KH/ĐU', implements: [above.id] }
  assert.equal((await officer.post('/api/v1/directives', own)).status, 200)
  assert.equal((await officer.post('/api/v1/directives', PLAN)).status, 403)
  assert.equal((await officer.put(`/api/v1/directives/${above.id}`, KL01)).status, 403)
  const shown = (await (await officer.get(`/api/v1/directives/${above.id}`)).json()) as Directive
  assert.deepEqual(shown.may, [])
  assert.equal((await h.house.as('nobody').get('/api/v1/directives')).status, 401)
})

test('a correction rests on what was read, keeps the keeper, and is traced', async () => {
  await using h = await registerHouse()
  const above = await h.register(KL01)
  const plan = await h.register({ ...PLAN, implements: [above.id] })
  const path = `/api/v1/directives/${plan.id}`
  const etag = (await h.office.get(path)).headers.get('etag')!
  const better = { ...PLAN, unit: 'A', excerpt: 'Kế hoạch toàn khóa' }
  const changed = await h.office.put(path, better, { 'if-match': etag })
  assert.equal(changed.status, 200, await changed.clone().text())
  const after = (await changed.json()) as Directive
  assert.equal(after.keeper.code, 'D1')
  assert.equal(after.excerpt, 'Kế hoạch toàn khóa')
  assert.deepEqual(after.links.implements, [])
  assert.deepEqual(await h.numbers('q=toan khoa'), ['12-KH/HU'])
  const stale = await h.office.put(path, better, { 'if-match': etag })
  assert.equal(stale.status, 412)
})

test('words are found without tone marks, from their beginning, in any order', async () => {
  await using h = await registerHouse()
  await h.register(KL01)
  await h.register(PLAN)
  assert.deepEqual(await h.numbers('q=hoc tap chi minh'), ['01-KL/TW'])
  assert.deepEqual(await h.numbers('q=KẾ HOẠCH'), ['12-KH/HU'])
  assert.deepEqual(await h.numbers('q=ket luan'), ['12-KH/HU', '01-KL/TW'])
  assert.deepEqual(await h.numbers('q=bo chin'), ['01-KL/TW'])
  assert.deepEqual(await h.numbers('q=12-KH/HU'), ['12-KH/HU'])
  assert.deepEqual(await h.numbers('q=1-KL/TW'), ['12-KH/HU', '01-KL/TW'])
  assert.deepEqual(await h.numbers('q=2-KH/HU'), [])
  assert.deepEqual(await h.numbers("q=a%20%26%20')%20|%20!x"), [])
  assert.deepEqual(await h.numbers('type=plan'), ['12-KH/HU'])
  assert.deepEqual(await h.numbers('side=state'), [])
  assert.deepEqual(await h.numbers('issuer=D1'), ['12-KH/HU'])
  assert.deepEqual(await h.numbers('issuer=nobody'), [])
  assert.deepEqual(await h.numbers('number=nothing'), [])
  assert.deepEqual(await h.numbers('from=2021-06-30&to=2021-06-30'), ['12-KH/HU'])
})

test('pages follow one another without gaps, also within a day', async () => {
  await using h = await registerHouse()
  for (const n of [1, 2, 3, 4, 5]) await h.register({ ...PLAN, number: `${n}-KH/HU` })
  const all: string[] = []
  let after = ''
  do {
    const page = await h.list(`limit=2${after}`)
    all.push(...page.directives.map(({ number }) => number))
    after = page.nextCursor ? `&after=${encodeURIComponent(page.nextCursor)}` : ''
  } while (after)
  assert.deepEqual(all, ['05-KH/HU', '04-KH/HU', '03-KH/HU', '02-KH/HU', '01-KH/HU'])
})

test('the cascade goes down level by level and up to what it rests on', async () => {
  await using h = await registerHouse()
  const root = await h.register({ ...KL01, number: '05-CT/TW', type: 'directive', issuedOn: '2016-05-15' })
  const above = await h.register({ ...KL01, implements: [root.id] })
  const plan = await h.register({ ...PLAN, implements: [above.id] })
  const low = { ...PLAN, unit: 'A', number: '2-KH/ĐU', issuedOn: '2021-07-10' }
  const lowest = await h.register({ ...low, implements: [plan.id, above.id] })
  const answer = await h.office.get(`/api/v1/directives/${above.id}/cascade`)
  const cascade = (await answer.json()) as Cascade
  assert.deepEqual(
    cascade.above.map(({ number, level }) => [number, level]),
    [['05-CT/TW', 1]],
  )
  assert.deepEqual(
    cascade.nodes.map(({ id, level, parents }) => [id, level, parents]),
    [
      [above.id, 0, []],
      [plan.id, 1, [above.id]],
      [lowest.id, 1, [above.id, plan.id].sort()],
    ],
  )
  assert.equal(cascade.isCut, false)
  assert.equal(cascade.unansweredCount, 0)
  assert.equal((await h.office.get('/api/v1/directives/99999/cascade')).status, 404)
})

test('a unit that issued something later cannot be ended before that day', async () => {
  await using h = await registerHouse()
  await h.register({ ...PLAN, unit: 'A', number: '3-KH/ĐU', issuedOn: '2021-07-01' })
  const end = (date: string) =>
    h.office.post('/api/v1/unit-changes', {
      date,
      basis: 'x',
      dryRun: 'true',
      changes: [
        { kind: 'merge', predecessors: ['A', 'A2'], successors: [{ code: 'N', name: 'Xã N', kind: 'xã' }] },
      ],
    })
  const early = await end('2021-06-01')
  assert.match(await early.text(), /văn bản 03-KH\/ĐU/)
  assert.doesNotMatch(await (await end('2021-08-01')).text(), /03-KH/)
})
