// Recording, reading and adding up, over HTTP.

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { COUNTRY, type TestHouse, testHouse } from '../../../test/house.ts'
import type { Activity, OutreachCounts } from './api/outreach.ts'

const MEETING = {
  unit: 'A',
  form: 'meeting',
  subject: 'Họp bản về xóa nhà tạm',
  heldOn: '2021-11-20',
  place: 'Nhà văn hóa bản Nà Hin',
  reached: 64,
  programme: null,
  directive: null,
}

async function openHouse(): Promise<TestHouse> {
  const house = await testHouse()
  await house.bring('units', COUNTRY)
  return house
}
const save = (house: TestHouse, who: 'officer' | 'outsider' | 'collector' | 'office', over: object = {}) =>
  house.as(who).put(`/api/v1/outreach/${randomUUID()}`, { ...MEETING, ...over })
const counts = async (house: TestHouse, unit: string, period = '2021') =>
  (await (
    await house.as('office').get(`/api/v1/outreach-counts?unit=${unit}&period=${period}`)
  ).json()) as OutreachCounts
const list = async (house: TestHouse, query: string) =>
  (await (await house.as('office').get(`/api/v1/outreach?${query}`)).json()) as {
    activities: Activity[]
    nextCursor: string | null
  }
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code

describe('an activity', () => {
  test('is recorded by a collector, and told with the name that its unit bore', async () => {
    await using house = await openHouse()
    const answer = await save(house, 'collector')
    assert.equal(answer.status, 200)
    const activity = (await answer.json()) as Activity
    assert.equal(activity.unit.name, 'Xã Nà Nghịu')
    assert.equal(activity.reached, 64)
    assert.deepEqual(await house.auditActions(), ['import.units', 'outreach.record'])
    assert.deepEqual(house.log, [])
  })

  test('keeps the name of its day when the unit is renamed later', async () => {
    await using house = await openHouse()
    await house.bring(
      'units',
      'code,name,kind,parent_code,valid_from,valid_to\nA,Xã Sông Mã,xã,D1,2022-01-01,\n',
    )
    await save(house, 'office')
    const { activities } = await list(house, 'unit=D1&period=2021')
    assert.equal(activities[0]!.unit.name, 'Xã Nà Nghịu')
  })

  test('is refused when its day has not come, and when nobody held the code then', async () => {
    await using house = await openHouse()
    assert.equal(await codeOf(await save(house, 'officer', { heldOn: '2022-01-16' })), 'outreach.future')
    assert.equal(await codeOf(await save(house, 'office', { unit: 'X' })), 'outreach.unitNotFound')
    assert.equal(await codeOf(await save(house, 'officer', { unit: 'X' })), 'auth.forbidden')
  })

  test('names a programme and a directive that are there', async () => {
    await using house = await openHouse()
    assert.equal(await codeOf(await save(house, 'officer', { programme: 'x' })), 'outreach.programmeNotFound')
    assert.equal(
      await codeOf(await save(house, 'officer', { directive: '77' })),
      'outreach.directiveNotFound',
    )
  })

  test('cannot be a story: those count by themselves', async () => {
    await using house = await openHouse()
    assert.equal((await save(house, 'officer', { form: 'story' })).status, 400)
  })

  test('is corrected by who has seen it, and by nobody who has not', async () => {
    await using house = await openHouse()
    const path = `/api/v1/outreach/${randomUUID()}`
    const first = await house.as('officer').put(path, MEETING)
    const etag = first.headers.get('etag')!
    const blind = await house.as('collector').put(path, { ...MEETING, reached: 1 })
    assert.equal(await codeOf(blind), 'outreach.stale')
    const seen = await house.as('collector').put(path, { ...MEETING, reached: 70 }, { 'if-match': etag })
    assert.equal(seen.status, 200)
    const late = await house.as('officer').put(path, { ...MEETING, reached: 2 }, { 'if-match': etag })
    assert.equal(late.status, 412)
    assert.equal((await counts(house, 'A')).total.reached, 70)
  })

  test('sent twice under one key is one activity', async () => {
    await using house = await openHouse()
    const path = `/api/v1/outreach/${randomUUID()}`
    const headers = { 'idempotency-key': randomUUID() }
    const answers = [await house.as('officer').put(path, MEETING, headers)]
    answers.push(await house.as('officer').put(path, MEETING, headers))
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200],
    )
    assert.equal((await counts(house, 'A')).total.activities, 1)
  })

  test('cannot be taken from a unit out of reach by giving it to one within', async () => {
    await using house = await openHouse()
    const path = `/api/v1/outreach/${randomUUID()}`
    const first = await house.as('outsider').put(path, { ...MEETING, unit: 'B' })
    const taken = await house.as('officer').put(path, MEETING, { 'if-match': first.headers.get('etag')! })
    assert.equal(taken.status, 403)
  })

  test('recorded by mistake is withdrawn with a reason, once, and counts no more', async () => {
    await using house = await openHouse()
    const path = `/api/v1/outreach/${randomUUID()}`
    await house.as('officer').put(path, MEETING)
    const headers = { 'idempotency-key': randomUUID() }
    const withdraw = () => house.as('officer').post(`${path}/withdraw`, { reason: 'Ghi nhầm xã' }, headers)
    assert.equal((await withdraw()).status, 200)
    assert.equal((await withdraw()).status, 200)
    assert.equal((await counts(house, 'A')).total.activities, 0)
    assert.deepEqual((await list(house, 'unit=A&period=2021')).activities, [])
    assert.equal((await house.as('officer').put(path, MEETING, { 'if-match': '"1"' })).status, 409)
  })
})

describe('the counts', () => {
  test('roll up the tree: each unit with all below it, and its own apart', async () => {
    await using house = await openHouse()
    await save(house, 'office')
    await save(house, 'office', { unit: 'A2', form: 'loudspeaker', reached: null })
    await save(house, 'office', { unit: 'D1', form: 'contest', reached: 300 })
    await save(house, 'office', { unit: 'B', form: 'post', reached: 10 })

    const atTop = await counts(house, 'P')
    assert.deepEqual(atTop.total, { activities: 4, reached: 374, told: 3 })
    assert.deepEqual(
      atTop.units.map(({ unit, activities, reached }) => [unit.code, activities, reached]),
      [
        ['D1', 3, 364],
        ['D2', 1, 10],
      ],
    )
    const district = await counts(house, 'D1')
    assert.deepEqual(
      district.units.map(({ unit, isOwn, activities }) => [unit.code, isOwn, activities]),
      [
        ['A', false, 1],
        ['A2', false, 1],
        ['D1', true, 1],
      ],
    )
    assert.deepEqual(
      district.forms.map(({ form, activities, told }) => [form, activities, told]),
      [
        ['meeting', 1, 1],
        ['loudspeaker', 1, 0],
        ['contest', 1, 1],
      ],
    )
  })

  test('are of the period alone', async () => {
    await using house = await openHouse()
    await save(house, 'office')
    await save(house, 'office', { heldOn: '2021-12-01' })
    assert.equal((await counts(house, 'D1', '202111')).total.activities, 1)
    assert.equal((await counts(house, 'D1', '2021')).total.activities, 2)
    assert.equal((await counts(house, 'D1', '2022')).total.activities, 0)
  })

  test('stay with the parent of the day when the tree changes in the middle of a year', async () => {
    await using house = await openHouse()
    const moved = 'code,name,kind,parent_code,valid_from,valid_to\nA,Xã Nà Nghịu,xã,D2,2021-12-01,\n'
    await save(house, 'office')
    await house.bring('units', moved)
    await save(house, 'office', { heldOn: '2021-12-05' })
    const atTop = await counts(house, 'P')
    assert.deepEqual(
      atTop.units.map(({ unit, activities }) => [unit.code, activities]),
      [
        ['D1', 1],
        ['D2', 1],
      ],
    )
  })

  test('are told by programme, what belongs to none last', async () => {
    await using house = await openHouse()
    const programme = {
      slug: 'housing',
      name: 'Xóa nhà tạm',
      nameEn: 'Housing',
      summary: '',
      summaryEn: '',
      unit: 'D1',
      startsOn: '2021-01-01',
      endsOn: '2021-12-31',
      breakthrough: true,
      position: 1,
      figures: [],
    }
    await house.as('office').post('/api/v1/programmes', programme)
    await save(house, 'office', { programme: 'housing' })
    await save(house, 'office')
    const { programmes } = await counts(house, 'D1')
    assert.deepEqual(
      programmes.map(({ programme: named, activities }) => [named?.name ?? null, activities]),
      [
        ['Xóa nhà tạm', 1],
        [null, 1],
      ],
    )
    const { activities } = await list(house, 'unit=D1&period=2021&programme=housing')
    assert.deepEqual(
      activities.map((one) => one.programme?.slug),
      ['housing'],
    )
  })
})

test('the list comes page by page, the newest first, and misses and repeats nothing', async () => {
  await using house = await openHouse()
  for (let day = 1; day <= 7; day += 1)
    await save(house, 'office', { heldOn: `2021-11-0${Math.ceil(day / 2)}`, subject: `Buổi ${day}` })
  const seen: string[] = []
  const days: string[] = []
  let after = ''
  do {
    const page = await list(house, `unit=P&period=2021&limit=3${after && `&after=${after}`}`)
    seen.push(...page.activities.map(({ id }) => id))
    days.push(...page.activities.map(({ heldOn }) => heldOn))
    after = page.nextCursor ?? ''
  } while (after)
  assert.equal(new Set(seen).size, 7)
  assert.equal(seen.length, 7)
  assert.deepEqual(days, days.toSorted().reverse())
})
