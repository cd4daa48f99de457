// Who is told what about a report, once each; reading, and choosing how to be told.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Persona } from '../../../../test/persona.ts'
import { cells, report, type WorkHouse, workHouse } from '../../../../test/work-house.ts'
import type { Notice } from '../schema.ts'

type List = { notices: Notice[]; unread: number; nextCursor: string | null }
const list = async (house: WorkHouse, persona: Persona, query = '') =>
  (await (await house.as(persona).get(`/api/v1/notices${query}`)).json()) as List
const kinds = async (house: WorkHouse, persona: Persona) =>
  (await list(house, persona)).notices.map(({ kind }) => kind)

/** Everybody has an account from here on: only who is known can be told. */
async function peopled(now?: string): Promise<WorkHouse> {
  const house = await workHouse(now)
  for (const persona of ['officer', 'outsider', 'collector', 'verifier', 'office', 'leader'] as const)
    await house.as(persona).get('/api/v1/notices')
  return house
}
const submit = (house: WorkHouse, longan = '888') =>
  house.as('officer').put(report(), { ...cells(longan), submit: true })

describe('a report that is sent', () => {
  test('is news for the nearest who may approve it, and for nobody else', async () => {
    await using house = await peopled()
    await submit(house)
    await house.tell()
    assert.deepEqual(await kinds(house, 'verifier'), ['check'])
    for (const persona of ['office', 'officer', 'outsider', 'collector', 'leader'] as const)
      assert.deepEqual(await kinds(house, persona), [], persona)
  })

  test('says which form, unit and period, who sent it and when', async () => {
    await using house = await peopled()
    await submit(house)
    await house.tell()
    const { notices, unread } = await list(house, 'verifier')
    const { id, unit, ...rest } = notices[0]!
    assert.match(id, /^\d+$/)
    assert.deepEqual([unit!.code, unit!.name, unread], ['A', 'Xã Nà Nghịu', 1])
    assert.deepEqual(rest, {
      kind: 'check',
      form: { code: 'fruit', name: 'Cây ăn quả', nameEn: 'Fruit trees' },
      period: '2021',
      duty: null,
      judged: null,
      units: 1,
      version: 1,
      by: (await house.accountOf('officer')).username,
      reason: null,
      dueOn: null,
      at: '2021-12-16T02:00:00.000Z',
      isRead: false,
    })
  })

  test('is told of once, however often the log is read', async () => {
    await using house = await peopled()
    await submit(house)
    await house.tell()
    await house.transact((tx) => tx.updateTable('notice_cursor').set({ seq: 0 }).execute())
    await house.tell()
    assert.equal((await list(house, 'verifier')).notices.length, 1)
  })

  test('goes up to the office where no verifier is nearer', async () => {
    await using house = await workHouse()
    await house.as('officer').get('/api/v1/notices')
    await house.as('office').get('/api/v1/notices')
    await submit(house)
    await house.tell()
    assert.deepEqual(await kinds(house, 'office'), ['check'])
  })
})

describe('a decision', () => {
  test('is told to the sender: returned with the reason, then approved', async () => {
    await using house = await peopled()
    await submit(house)
    await house.as('verifier').post(`${report()}/return`, { reason: 'Lệch 46 ha so với sổ vùng trồng' })
    await submit(house, '842')
    await house.as('verifier').post(`${report()}/approve`)
    await house.tell()
    const { notices } = await list(house, 'officer')
    assert.deepEqual(
      notices.map(({ kind, version, reason }) => [kind, version, reason]),
      [
        ['approved', 2, null],
        ['returned', 1, 'Lệch 46 ha so với sổ vùng trồng'],
      ],
    )
    assert.deepEqual(
      await kinds(house, 'verifier'),
      ['check', 'check'],
      'each version is a new thing to check',
    )
  })

  test('on single cells is told with the reason of a cell', async () => {
    await using house = await peopled()
    await submit(house)
    const body = { cells: [{ indicator: 'longan', reason: 'Đối chiếu bản Nà Hin' }] }
    assert.equal((await house.as('verifier').post(`${report()}/return`, body)).status, 200)
    await house.tell()
    assert.deepEqual((await list(house, 'officer')).notices[0]!.reason, 'Đối chiếu bản Nà Hin')
  })

  test('of long ago stands in the list as read', async () => {
    await using house = await peopled()
    await submit(house)
    house.clock.now = new Date('2022-03-01T02:00:00Z')
    await house.tell()
    const told = await house.db.selectFrom('notices').select(['read_at', 'mail']).execute()
    assert.deepEqual(told, [{ read_at: house.clock.now, mail: 'none' }])
  })
})

describe('the list', () => {
  test('comes in pages, the newest first, and is marked as read up to what was seen', async () => {
    await using house = await peopled()
    await submit(house)
    await house.as('verifier').post(`${report()}/return`, { reason: 'x' })
    await submit(house)
    await house.as('verifier').post(`${report()}/approve`)
    await house.tell()
    const first = await list(house, 'officer', '?limit=1')
    const second = await list(house, 'officer', `?limit=1&after=${first.nextCursor}`)
    assert.deepEqual(
      [...first.notices, ...second.notices].map(({ kind }) => kind),
      ['approved', 'returned'],
    )
    assert.equal(second.nextCursor, null)

    const older = second.notices[0]!.id
    const read = await house.as('officer').post('/api/v1/notices/read', { upTo: older })
    assert.deepEqual(await read.json(), { unread: 1 })
    assert.deepEqual(
      (await list(house, 'officer', '?unread=true')).notices.map(({ kind }) => kind),
      ['approved'],
    )
  })

  test("shows nobody another's, nor lets them be marked", async () => {
    await using house = await peopled()
    await submit(house)
    await house.tell()
    const [notice] = (await list(house, 'verifier')).notices
    await house.as('outsider').post('/api/v1/notices/read', { ids: [notice!.id] })
    assert.equal((await list(house, 'verifier')).unread, 1)
    assert.equal((await list(house, 'outsider')).notices.length, 0)
  })

  test('asks the database as often for many notices as for one', async () => {
    await using house = await peopled()
    await submit(house)
    await house.tell()
    const one = await house.countQueries(() => list(house, 'verifier'))
    await house.as('verifier').post(`${report()}/return`, { reason: 'x' })
    await submit(house)
    await house.tell()
    assert.equal(await house.countQueries(() => list(house, 'verifier')), one)
  })
})

describe('what somebody chose', () => {
  const choose = (house: WorkHouse, persona: Persona, ways: object, lang = 'vi') =>
    house.as(persona).put('/api/v1/notices/settings', { lang, ways })

  test('is kept by kind; the rest stays as is usual', async () => {
    await using house = await peopled()
    const answer = await choose(house, 'officer', { approved: 'none' }, 'en')
    assert.deepEqual(await answer.json(), {
      lang: 'en',
      ways: {
        returned: 'now',
        overdue: 'digest',
        due: 'digest',
        assigned: 'digest',
        extended: 'digest',
        check: 'digest',
        approved: 'none',
      },
      hasAddress: false,
    })
  })

  test('not to be told of a kind leaves no notice', async () => {
    await using house = await peopled()
    await choose(house, 'verifier', { check: 'none' })
    await submit(house)
    await house.tell()
    assert.deepEqual(await kinds(house, 'verifier'), [])
  })

  test('is refused when it is no way', async () => {
    await using house = await peopled()
    assert.equal((await choose(house, 'officer', { approved: 'loud' })).status, 400)
  })
})
