// Indicators that are computed from outreach, and what counts by itself.

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { rollup, saveIndicators } from '#modules/indicators/index.ts'
import { unitByCode } from '#modules/organisation/index.ts'
import { COUNTRY, type TestHouse, testHouse } from '../../../test/house.ts'
import type { Activity, OutreachCounts } from './api/outreach.ts'
import { outreachChecks, recountAllOutreach, recountOutreach, registerOutreach } from './index.ts'

const INDICATORS = ['outreach.activities', 'outreach.reached', 'outreach.activities.story'].map((source) => ({
  code: source.replaceAll('.', '_'),
  name: source,
  nameEn: null,
  unitOfMeasure: 'lượt',
  acrossUnits: 'sum' as const,
  weight: null,
  acrossTime: 'sum' as const,
  formula: null,
  minimum: null,
  breakdown: null,
  source,
}))
const MEETING = {
  unit: 'A',
  form: 'meeting',
  subject: 'Họp bản',
  heldOn: '2021-11-20',
  place: '',
  reached: 64,
  programme: null,
  directive: null,
}

async function openHouse(): Promise<TestHouse> {
  const house = await testHouse()
  await house.bring('units', COUNTRY)
  await house.transact((tx) => saveIndicators(tx, INDICATORS))
  return house
}
const rolledUp = async (house: TestHouse, indicator: string, unit = 'D1', period = '2021') => {
  const [row] = await rollup(house.db, {
    indicators: [indicator],
    periods: [period],
    units: [unit],
    level: 'self',
    state: 'approved',
    borders: 'then',
    today: '2022-01-15',
  })
  return row?.value ?? null
}

describe('indicators of outreach', () => {
  test('have an activity as soon as it is committed, in its month and above', async () => {
    await using house = await openHouse()
    await house.as('officer').put(`/api/v1/outreach/${randomUUID()}`, MEETING)
    assert.equal(await rolledUp(house, 'outreach_reached'), '64')
    assert.equal(await rolledUp(house, 'outreach_activities', 'A', '202111'), '1')
    assert.equal(await rolledUp(house, 'outreach_activities', 'A', '202112'), null)
  })

  test('follow a correction to another month and unit, and a withdrawal', async () => {
    await using house = await openHouse()
    const path = `/api/v1/outreach/${randomUUID()}`
    const first = await house.as('office').put(path, MEETING)
    const moved = { ...MEETING, unit: 'A2', heldOn: '2021-12-02', reached: 30 }
    await house.as('office').put(path, moved, { 'if-match': first.headers.get('etag')! })
    assert.equal(await rolledUp(house, 'outreach_reached', 'A'), null)
    assert.equal(await rolledUp(house, 'outreach_reached', 'A2', '202112'), '30')
    assert.equal(await rolledUp(house, 'outreach_reached'), '30')
    await house.as('office').post(`${path}/withdraw`, { reason: 'Ghi nhầm' })
    assert.equal(await rolledUp(house, 'outreach_reached'), null)
  })

  test('are checked against the activities', async () => {
    await using house = await openHouse()
    await house.as('officer').put(`/api/v1/outreach/${randomUUID()}`, MEETING)
    const [check] = outreachChecks
    assert.deepEqual(await check!.run(house.db), { checked: 2, differences: [] })
    await house.transact((tx) =>
      sql`update outreach_activities set reached = 65`.execute(tx).then(() => undefined),
    )
    assert.equal((await check!.run(house.db)).differences.length, 2)
    await house.transact(recountAllOutreach)
    assert.deepEqual((await check!.run(house.db)).differences, [])
  })
})

test('stories count by themselves: in the list, in the counts and in indicators, and no more when taken down', async () => {
  await using house = await openHouse()
  await sql`create table test_stories (slug text, unit_id int, title text, published_on date)`.execute(
    house.db,
  )
  registerOutreach({
    name: 'stories',
    form: 'story',
    rows: sql`select slug as ref, unit_id, title as subject, published_on as held_on, null::int as reached,
                     null::text as programme, null::int8 as directive_id, '/stories/' || slug as link
                from test_stories`,
  })
  const unitId = (await unitByCode(house.db, 'A', { startsOn: '2021-11-20', endsOn: '2021-11-20' }))!.id
  const publish = (slug: string) =>
    house.transact(async (tx) => {
      await sql`insert into test_stories values (${slug}, ${unitId}, 'Long nhãn sấy', '2021-11-25')`.execute(
        tx,
      )
      await recountOutreach(tx, [{ unitId, heldOn: '2021-11-25' }])
    })
  await house.as('officer').put(`/api/v1/outreach/${randomUUID()}`, MEETING)
  await publish('long-nhan')

  const listed = await house.as('officer').get('/api/v1/outreach?unit=A&period=2021')
  const { activities } = (await listed.json()) as { activities: Activity[] }
  assert.deepEqual(
    activities.map(({ id, form, unit, link, by }) => [id.slice(0, 10), form, unit.name, link, by === null]),
    [
      ['stories:lo', 'story', 'Xã Nà Nghịu', '/stories/long-nhan', true],
      [activities[1]!.id.slice(0, 10), 'meeting', 'Xã Nà Nghịu', null, false],
    ],
  )
  const counted = await house.as('officer').get('/api/v1/outreach-counts?unit=A&period=2021')
  assert.deepEqual(((await counted.json()) as OutreachCounts).total, { activities: 2, reached: 64, told: 1 })
  assert.equal(await rolledUp(house, 'outreach_activities_story'), '1')

  await house.transact(async (tx) => {
    await sql`delete from test_stories`.execute(tx)
    await recountOutreach(tx, [{ unitId, heldOn: '2021-11-25' }])
  })
  assert.equal(await rolledUp(house, 'outreach_activities_story'), null)
  assert.equal(await rolledUp(house, 'outreach_activities'), '1')
})
