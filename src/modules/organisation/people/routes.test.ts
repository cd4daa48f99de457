// People and posts: entered, read by who may, masked for all others, logged.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { COUNTRY, testHouse } from '../../../../test/house.ts'
import type { Client } from '../../../../test/persona.ts'
import type { Person, PersonLine } from '../api/people.ts'

const FILE = `code,name,unit_code,title,group,head,from,to,account
CB01,Lò Thị Hạnh,A,Chủ tịch UBND xã,lãnh đạo,x,2021-01-01,,
CB02,Cầm Văn Minh,A,Công chức,chuyên môn,,2021-03-01,,
CB03,Quàng Văn Nam,B,Công chức,chuyên môn,,2020-01-01,,
`
type List = { people: PersonLine[]; nextCursor: string | null; mayAdd: boolean }
const ok = async <T>(answer: Response): Promise<T> => {
  assert.equal(answer.status, 200, await answer.clone().text())
  return (await answer.json()) as T
}
const list = async (who: Client, query: string) => ok<List>(await who.get(`/api/v1/people?${query}`))

async function house() {
  const h = await testHouse()
  await h.bring('units', COUNTRY)
  await h.bring('people', FILE)
  return h
}

test('names are for who may read people there, and each reading is logged; all others see initials', async () => {
  await using h = await house()
  const seen = await list(h.as('officer'), 'unit=A')
  assert.deepEqual(
    seen.people.map(({ code, name, isMasked, posts }) => [code, name, isMasked, posts[0]!.title]),
    [
      ['CB01', 'Lò Thị Hạnh', false, 'Chủ tịch UBND xã'],
      ['CB02', 'Cầm Văn Minh', false, 'Công chức'],
    ],
  )
  assert.equal(seen.mayAdd, true)
  assert.ok((await h.auditActions()).includes('person.read'))
  const before = (await h.auditActions()).length
  const masked = await list(h.as('leader'), 'unit=A')
  assert.deepEqual(
    masked.people.map(({ code, name }) => [code, name]),
    [
      [null, 'L. T. H.'],
      [null, 'C. V. M.'],
    ],
  )
  assert.deepEqual((await list(h.as('leader'), 'unit=A&text=hanh')).people, [], 'nobody is found by name')
  assert.equal((await h.auditActions()).length, before, 'initials are nothing personal')
  assert.deepEqual(
    (await list(h.as('office'), 'unit=D1&below=true&text=minh')).people.map(({ name }) => name),
    ['Cầm Văn Minh'],
  )
  assert.deepEqual((await list(h.as('officer'), 'unit=A&on=2021-02-01')).people.length, 1, 'on that day')
  const { id } = seen.people[0]!
  assert.equal((await h.as('outsider').get(`/api/v1/people/${id}`)).status, 403)
  assert.equal((await h.as('outsider').get('/api/v1/people/999')).status, 403)
  assert.equal((await h.as('office').get('/api/v1/people/999')).status, 404)
  assert.equal((await ok<Person>(await h.as('officer').get(`/api/v1/people/${id}`))).name, 'Lò Thị Hạnh')
  assert.deepEqual(h.log, [])
})

test('a person comes, is corrected and moves on; the unit left behind no longer reads them', async () => {
  await using h = await house()
  const officer = h.as('officer')
  const post = { title: 'Kế toán', from: '2021-05-01' }
  const person = { code: 'CB09', name: 'Vì Văn Long' }
  const made = await ok<Person>(await officer.post('/api/v1/people', { unit: 'A', ...person, post }))
  assert.deepEqual([made.posts[0]!.unit.name, made.may], ['Xã Nà Nghịu', ['change', 'addPost']])
  const path = `/api/v1/people/${made.id}`
  const etag = (await officer.get(path)).headers.get('etag')!
  const renamed = { ...person, name: 'Vì Văn Lợi' }
  assert.equal((await officer.put(path, renamed, { 'if-match': etag })).status, 200)
  assert.equal((await officer.put(path, person, { 'if-match': etag })).status, 412)
  assert.equal((await officer.post('/api/v1/people', { unit: 'A', ...person, post })).status, 409)
  assert.equal((await officer.post('/api/v1/people', { unit: 'B', ...person, post })).status, 403)

  const moved = { unit: 'B', title: 'Kế toán', from: '2022-01-01' }
  assert.equal((await h.as('outsider').post(`${path}/posts`, moved)).status, 403, 'nobody is fetched unseen')
  assert.equal((await officer.post(`${path}/posts`, moved)).status, 403)
  const ended = { ...post, to: '2021-12-31' }
  await ok(await officer.put(`/api/v1/posts/${made.posts[0]!.id}`, ended))
  await ok(await h.as('office').post(`${path}/posts`, moved))
  assert.equal((await officer.get(path)).status, 403)
  const there = await ok<Person>(await h.as('outsider').get(path))
  assert.deepEqual(
    there.posts.map(({ unit, to }) => [unit.code, to]),
    [
      ['B', null],
      ['A', '2021-12-31'],
    ],
  )
  const said = await h.db
    .selectFrom('audit_entries')
    .select('details')
    .where('subject', 'like', 'person:%')
    .execute()
  assert.doesNotMatch(JSON.stringify(said), /Vì Văn/, 'the log, which is never erased, names nobody')
})

test('the same file again changes nothing; nobody is fetched from where the sender does not reach', async () => {
  await using h = await house()
  const again = await h.bring('people', FILE)
  assert.deepEqual([again.created, again.changed, again.unchanged], [0, 0, 3])
  const send = async (csv: string) =>
    (await (
      await h
        .as('officer')
        .post('/api/v1/imports?format=people&keepGood=true', csv, { 'content-type': 'text/csv' })
    ).json()) as { created: number; changed: number; rejected: { row: number; code: string }[] }
  const answer = await send(`code,name,unit_code,title,group,head,from,to,account
CB03,Quàng Văn Nam,A,Công chức,,,2022-01-01,,
CB02,Cầm Văn Minh,A,Công chức,chuyên môn,,2021-03-01,2021-12-31,
CB05,Lường Thị Ơn,B,Công chức,,,,,
CB06,Tòng Văn Sơn,A,Công chức,,có,,,
CB07,Hà Thị Thu,A,Công chức,,,2021-02-30,,
CB08,Hoàng Văn Vinh,A,Công chức,,,,,ai.do
`)
  assert.equal(answer.changed, 1)
  assert.deepEqual(answer.rejected.map(({ row, code }) => `${row} ${code}`).sort(), [
    '2 people.elsewhere',
    '4 people.unitOutside',
    '5 people.head',
    '6 cell.noSuchDay',
    '7 people.accountUnknown',
  ])
})
