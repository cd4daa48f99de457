// A duty from the day it is issued to the day it is accepted, over HTTP.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { unitByCode } from '#modules/organisation/index.ts'
import { COUNTRY, type TestHouse, testHouse } from '../../../../test/house.ts'
import type { Occurrence, OccurrenceLine } from '../api/duties.ts'
import { recordSession, registerDirective } from '../index.ts'

const DUTY = {
  task: 'Báo cáo sơ kết',
  product: 'report',
  dueOn: '2022-01-10',
  to: { by: 'below', unit: 'D1' },
}
const DAY = { startsOn: '2021-06-01', endsOn: '2021-06-01' }

async function register(house: TestHouse, number: string, unit: string, more: object = {}): Promise<number> {
  const keeperUnitId = (await unitByCode(house.db, unit, DAY))!.id
  const draft = { number, type: 'plan', keeperUnitId, issuer: null, issuedOn: '2021-06-01', excerpt: 'KL 01' }
  const doing = { by: 'vanphong', at: house.clock.now }
  return (await house.transact((tx) => registerDirective(tx, { ...draft, ...more }, doing))).id
}
type Ground = AsyncDisposable & { house: TestHouse; directive: number; ids: string[] }
/** The office of D1 has asked A and A2; `ids` are theirs. */
async function ground(part: object = {}): Promise<Ground> {
  const house = await testHouse()
  await house.bring('units', COUNTRY)
  const directive = await register(house, '12-KH/HU', 'D1')
  const answer = await house
    .as('office', 'D1')
    .post(`/api/v1/directives/${directive}/duties`, { ...DUTY, ...part })
  assert.equal(answer.status, 200, await answer.clone().text())
  const ids = (await list(house, 'unit=D1')).map(({ id }) => id)
  return { house, directive, ids, [Symbol.asyncDispose]: () => house[Symbol.asyncDispose]() }
}
async function list(
  house: TestHouse,
  query: string,
  who = house.as('office', 'D1'),
): Promise<OccurrenceLine[]> {
  const answer = await who.get(`/api/v1/duties?${query}`)
  assert.equal(answer.status, 200, await answer.clone().text())
  return ((await answer.json()) as { duties: OccurrenceLine[] }).duties
}
const told = async (answer: Response) => {
  const body = (await answer.json()) as Occurrence & { code: string; errors?: { path: string }[] }
  return { status: answer.status, ...body }
}
type Told = { number: string; task: string; occurrenceId: number; decision: string; reason: string }
const EVENT = { kind: 'event', note: 'Đã họp ngày 05/01' }

describe('one occurrence', () => {
  test('is received, answered, returned with a reason, answered again and accepted; each step has its record', async () => {
    await using g = await ground()
    const { house, ids } = g
    const [one] = ids
    const [officer, office] = [house.as('officer'), house.as('office', 'D1')]
    const at = `/api/v1/duties/${one}`
    const first = await told(await officer.get(at))
    assert.deepEqual([first.state, first.unit.code, first.daysLate], ['open', 'A', 5])
    assert.deepEqual(first.may, ['receive', 'answer'])
    assert.deepEqual((await told(await office.get(at))).may, ['extend', 'state-days', 'withdraw'])

    const received = await told(await officer.post(`${at}/receive`, {}))
    assert.deepEqual([received.steps.received, received.may], ['2022-01-15', ['answer']])
    assert.equal((await told(await officer.post(`${at}/answer`, EVENT))).state, 'answered')
    const seen = await office.get(at)
    const returned = await told(
      await office.post(
        `${at}/return`,
        { reason: 'Thiếu số liệu' },
        { 'if-match': seen.headers.get('etag')! },
      ),
    )
    assert.deepEqual([returned.state, returned.answers[0]!.decided?.reason], ['returned', 'Thiếu số liệu'])
    const stale = await told(
      await office.post(`${at}/extend`, { dueOn: '2022-02-01', reason: 'x' }, { 'if-match': '"1"' }),
    )
    assert.deepEqual([stale.status, stale.code], [412, 'duty.stale'])

    house.clock.now = new Date('2022-01-20T02:00:00Z')
    // A session lasts an hour; these are signed in anew
    const [later, decider] = [house.as('officer', 'A'), house.as('office', 'P')]
    const directive = await register(house, '05-BC/ĐU', 'A', { type: 'report', issuedOn: '2022-01-19' })
    const sent = await told(
      await later.post(`${at}/answer`, { kind: 'document', ref: { directive: String(directive) } }),
    )
    assert.deepEqual([sent.state, sent.answers.length, sent.answers[0]!.label], ['answered', 2, '05-BC/ĐU'])
    house.clock.now = new Date('2022-01-20T02:50:00Z')
    const done = await told(await decider.post(`${at}/accept`, {}))
    assert.deepEqual(
      [done.state, done.steps, done.daysLate],
      [
        'accepted',
        { received: '2022-01-15', studied: null, planned: null, reported: '2022-01-15', done: '2022-01-20' },
        10,
      ],
    )
    assert.deepEqual(
      done.records.map(({ step, kind, on }) => `${step} ${kind} ${on}`),
      [
        'received acknowledgement 2022-01-15',
        'reported answer 2022-01-15',
        'reported answer 2022-01-20',
        'done answer 2022-01-20',
      ],
    )
    assert.equal((await told(await later.post(`${at}/answer`, EVENT))).code, 'duty.notNow')
    const entries = await house.db
      .selectFrom('audit_entries')
      .select(['action', 'unit_id', 'details'])
      .where('action', 'like', 'duty.%')
      .orderBy('seq')
      .execute()
    assert.deepEqual(
      entries.map(({ action }) => action),
      ['duty.issue', 'duty.answer', 'duty.answer', 'duty.decide', 'duty.answer', 'duty.decide'],
    )
    const back = entries[3]!.details as Told
    assert.deepEqual(
      [back.number, back.task, back.occurrenceId, back.decision, back.reason],
      ['12-KH/HU', 'Báo cáo sơ kết', Number(one), 'returned', 'Thiếu số liệu'],
    )
  })

  test('is not accepted by whoever answered it', async () => {
    await using g = await ground()
    const { house, ids } = g
    // One person who holds both roles
    const client = house.as('officer')
    const at = `/api/v1/duties/${ids[0]}`
    await client.post(`${at}/answer`, EVENT)
    const { sent_by } = await house.db.selectFrom('duty_answers').select('sent_by').executeTakeFirstOrThrow()
    await house.transact(async (tx) => {
      const { id } = await tx
        .selectFrom('accounts')
        .select('id')
        .where('username', '=', sent_by)
        .executeTakeFirstOrThrow()
      await tx.insertInto('grants').values({ account_id: id, role: 'office', unit_id: null }).execute()
    })
    assert.ok(!(await told(await client.get(at))).may.includes('accept'))
    for (const act of ['accept', 'return'])
      assert.equal((await told(await client.post(`${at}/${act}`, { reason: 'x' }))).code, 'duty.ownAnswer')
    assert.equal((await house.as('office').post(`${at}/accept`, {})).status, 200)
  })

  test('is extended to a later day with a reason, and stated by hand where there is no record', async () => {
    await using g = await ground()
    const { house, ids } = g
    const office = house.as('office', 'D1')
    const at = `/api/v1/duties/${ids[1]}`
    const later = await told(await office.post(`${at}/extend`, { dueOn: '2022-01-31', reason: 'Mưa lũ' }))
    assert.deepEqual([later.dueOn, later.askedDueOn, later.daysLate], ['2022-01-31', '2022-01-10', 0])
    assert.deepEqual([later.extensions[0]!.from, later.extensions[0]!.reason], ['2022-01-10', 'Mưa lũ'])
    const early = await told(await office.post(`${at}/extend`, { dueOn: '2022-01-31', reason: 'x' }))
    assert.equal(early.code, 'duty.dueEarlier')

    const state = (days: object) => office.post(`${at}/state-days`, days)
    assert.deepEqual((await told(await state({ done: '2022-01-16' }))).errors?.[0]?.path, 'done')
    assert.deepEqual((await told(await state({ planned: '2021-05-31' }))).errors?.[0]?.path, 'planned')
    const stated = await told(await state({ studied: '2021-07-01', done: '2022-01-14' }))
    assert.deepEqual(
      [stated.state, stated.steps.received, stated.steps.done],
      ['accepted', null, '2022-01-14'],
    )
    const taken = await told(await state({}))
    assert.deepEqual([taken.state, taken.steps.received], ['open', null])
  })

  test('follows what is recorded: a session that is held, a plan that answers', async () => {
    await using g = await ground()
    const { house, directive, ids } = g
    const attendance = [{ kind: 'leaders' as const, invited: 10, attended: 9 }]
    const session = { directiveId: directive, unit: 'A', heldOn: '2021-07-02', form: 'online', attendance }
    const doing = { by: 'x', at: house.clock.now, today: '2022-01-15', mayAt: async () => true }
    await house.transact((tx) => recordSession(tx, session, doing))
    await register(house, '07-KH/ĐU', 'A', { implements: [directive], issuedOn: '2021-07-10' })
    const one = await told(await house.as('officer').get(`/api/v1/duties/${ids[0]}`))
    const { received, studied, planned } = one.steps
    assert.deepEqual([received, studied, planned], ['2021-07-02', '2021-07-02', '2021-07-10'])
    assert.deepEqual(
      one.records.map(({ kind, label }) => [kind, label]),
      [
        ['session', ''],
        ['plan', '07-KH/ĐU'],
      ],
    )
  })
})

describe('the list', () => {
  test('is of a unit and all below it, by state, day and lateness, page by page', async () => {
    await using g = await ground({ dueOn: '2021-12-31', repeats: 'month', lastDueOn: '2022-03-31' })
    const { house, ids } = g
    assert.equal(ids.length, 8)
    const due = async (query: string) => (await list(house, query)).map((o) => `${o.unit.code} ${o.dueOn}`)
    assert.deepEqual(await due('unit=A'), ['A 2021-12-31', 'A 2022-01-31', 'A 2022-02-28', 'A 2022-03-31'])
    assert.deepEqual(await due('unit=D1&late=true'), ['A 2021-12-31', 'A2 2021-12-31'])
    assert.deepEqual(await due('unit=D1&dueFrom=2022-02-01&dueTo=2022-02-28'), [
      'A 2022-02-28',
      'A2 2022-02-28',
    ])
    assert.deepEqual(await due('unit=D1&level=self'), [])
    await house.as('officer').post(`/api/v1/duties/${ids[0]}/answer`, EVENT)
    assert.deepEqual(await due('unit=D1&state=answered'), ['A 2021-12-31'])
    const seen: string[] = []
    for (let after = ''; ; ) {
      const answer = await house.as('office', 'D1').get(`/api/v1/duties?unit=D1&limit=3${after}`)
      const page = (await answer.json()) as { duties: OccurrenceLine[]; nextCursor: string | null }
      seen.push(...page.duties.map(({ id }) => id))
      if (page.nextCursor === null) break
      after = `&after=${encodeURIComponent(page.nextCursor)}`
    }
    assert.deepEqual(seen, ids)
  })

  test('holds what has no day last, and nothing that the caller does not reach', async () => {
    await using g = await ground()
    const { house, directive } = g
    const office = house.as('office')
    await office.post(`/api/v1/directives/${directive}/duties`, {
      ...DUTY,
      dueOn: null,
      to: { by: 'below', unit: 'P' },
    })
    assert.deepEqual(
      (await list(house, 'unit=P', office)).map((o) => `${o.unit.code} ${o.dueOn}`),
      ['A 2022-01-10', 'A2 2022-01-10', 'D1 null', 'A null', 'A2 null', 'D2 null', 'B null'],
    )
    const page = await office.get('/api/v1/duties?unit=P&limit=4')
    const { nextCursor } = (await page.json()) as { nextCursor: string }
    const rest = await list(house, `unit=P&after=${encodeURIComponent(nextCursor)}`, office)
    assert.deepEqual(
      rest.map((o) => o.unit.code),
      ['A2', 'D2', 'B'],
    )
    assert.equal((await house.as('officer').get('/api/v1/duties?unit=P')).status, 403)
    assert.equal((await house.as('outsider').get(`/api/v1/duties/${g.ids[0]}`)).status, 403)
    assert.equal((await house.as('outsider').post(`/api/v1/duties/${g.ids[0]}/answer`, EVENT)).status, 403)
    assert.equal((await house.as('office', 'D2').post(`/api/v1/duties/${g.ids[0]}/accept`, {})).status, 403)
  })
})

describe('a duty', () => {
  test('is counted for its directive, and withdrawn: what was accepted stays', async () => {
    await using g = await ground()
    const { house, directive, ids } = g
    const office = house.as('office', 'D1')
    await office.post(`/api/v1/duties/${ids[0]}/state-days`, { done: '2022-01-09' })
    const of = `/api/v1/directives/${directive}/duties`
    const read = async () => {
      const { duties } = (await (await office.get(`${of}?unit=D1`)).json()) as {
        duties: { units: number; occurrences: number; accepted: number; overdue: number; may: string[] }[]
      }
      return duties.map((d) => [d.units, d.occurrences, d.accepted, d.overdue, d.may])
    }
    assert.deepEqual(await read(), [[2, 2, 1, 1, ['withdraw']]])
    const { id } = await house.db.selectFrom('duties').select('id').executeTakeFirstOrThrow()
    assert.equal((await house.as('officer').post(`${of}/${id}/withdraw`, { reason: 'x' })).status, 403)
    const gone = await office.post(`${of}/${id}/withdraw`, { reason: 'Giao nhầm' })
    assert.deepEqual(await gone.json(), { withdrawn: 1 })
    assert.deepEqual(await read(), [[1, 1, 1, 0, []]])
    const one = await told(await office.get(`/api/v1/duties/${ids[1]}`))
    assert.deepEqual([one.state, one.withdrawn?.because, one.may], ['withdrawn', 'Giao nhầm', []])
  })

  test('is issued only by an office above, for an indicator and a programme that there are', async () => {
    await using g = await ground()
    const { house, directive } = g
    const issue = async (who: 'office' | 'officer' | 'leader', unit: string, part: object) => {
      const answer = await house
        .as(who, unit)
        .post(`/api/v1/directives/${directive}/duties`, { ...DUTY, ...part })
      return ((await answer.json()) as { code?: string }).code ?? 'done'
    }
    assert.equal(await issue('officer', 'D1', {}), 'auth.forbidden')
    assert.equal(await issue('office', 'D2', {}), 'auth.forbidden')
    assert.equal(await issue('office', 'D1', { to: { by: 'list', units: ['A', 'B'] } }), 'auth.forbidden')
    assert.equal(await issue('office', 'D1', { indicator: 'none' }), 'duty.refused')
    assert.equal(await issue('office', 'D1', { programme: 'none' }), 'duty.refused')
    assert.equal(await issue('office', 'P', { to: { by: 'list', units: ['A', 'B'] } }), 'done')
  })
})
