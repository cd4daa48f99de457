// A plan from its draft until its tasks are reported on.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { PLAN, planHouse, TASK } from '../../../../test/plan-house.ts'
import type { Plan, Progress } from '../api/plans.ts'

describe('a draft', () => {
  test('is written by its unit, read by those above, and by nobody beside', async () => {
    await using house = await planHouse()
    const made = await house.make()
    assert.deepEqual(
      [made.unit.name, made.horizon, made.startsOn, made.endsOn, made.state, made.directive],
      ['Xã Nà Nghịu', 'year', '2021-01-01', '2021-12-31', 'draft', null],
    )
    assert.deepEqual(
      made.answers.map(({ number }) => number),
      ['01-KL/TW'],
    )
    assert.deepEqual(made.may, ['change', 'issue', 'withdraw'])
    assert.deepEqual(
      made.goals[0]!.tasks.map(({ text }) => text),
      ['Bàn giao 255 nhà', 'Vận động đóng góp', 'Rà soát hộ nghèo'],
    )
    assert.equal(made.tasks.late, 0, 'a draft owes nothing yet')
    const path = `/api/v1/plans/${made.id}`
    assert.deepEqual((await house.call(house.as('leader'), 'get', `/${made.id}`)).may, [])
    assert.equal((await house.as('outsider').get(path)).status, 403)
    assert.equal((await house.as('outsider').put(path, PLAN)).status, 403)
    assert.equal((await house.as('collector').put(path, PLAN)).status, 403)
    assert.equal((await house.as('officer').post('/api/v1/plans', { ...PLAN, unit: 'B' })).status, 403)
    assert.deepEqual(house.log, [])
  })

  test('keeps the identity of what stays when goals and tasks change places', async () => {
    await using house = await planHouse()
    const made = await house.make()
    const [first, second, third] = made.goals[0]!.tasks
    const goals = [
      { text: 'Mục tiêu mới', tasks: [{ ...TASK, id: second!.id, text: 'Vận động' }] },
      {
        id: made.goals[0]!.id,
        text: 'Xóa nhà tạm',
        tasks: [
          { ...TASK, id: third!.id },
          { ...TASK, id: first!.id },
        ],
      },
    ]
    const changed = await house.call(house.as('officer'), 'put', `/${made.id}`, { ...PLAN, goals })
    assert.deepEqual(
      changed.goals.map(({ tasks }) => tasks.map(({ id }) => id)),
      [[second!.id], [third!.id, first!.id]],
    )
    assert.equal(changed.goals[1]!.id, made.goals[0]!.id)
    const alone = [{ text: 'x', tasks: [{ ...TASK, id: first!.id }] }]
    const moved = await house.call(house.as('officer'), 'put', `/${made.id}`, { ...PLAN, goals: alone })
    assert.deepEqual(
      moved.goals.map(({ tasks }) => tasks.map(({ id }) => id)),
      [[first!.id]],
    )
    const other = await house.make()
    const theft = [{ text: 'x', tasks: [{ ...TASK, id: first!.id }] }]
    const put = await house.as('officer').put(`/api/v1/plans/${other.id}`, { ...PLAN, goals: theft })
    const told = await house.refused(put, 422, 'plan.refused')
    assert.deepEqual(
      told.errors.map(({ path }) => path),
      ['goals.0.tasks.0.id'],
    )
  })

  test('is not overwritten by whoever read an earlier state', async () => {
    await using house = await planHouse()
    const made = await house.make()
    const officer = house.as('officer')
    const etag = (await officer.get(`/api/v1/plans/${made.id}`)).headers.get('etag')!
    const put = () => officer.put(`/api/v1/plans/${made.id}`, PLAN, { 'if-match': etag })
    assert.equal((await put()).status, 200)
    await house.refused(await put(), 412, 'plan.stale')
  })

  test('says what is wrong in it, member by member', async () => {
    await using house = await planHouse()
    const paths = async (part: object) => {
      const answer = await house.as('officer').post('/api/v1/plans', { ...PLAN, ...part })
      return (await house.refused(answer, 422, 'plan.refused')).errors.map(({ path }) => path)
    }
    assert.deepEqual(await paths({ answers: ['999'] }), ['answers.0'])
    assert.deepEqual(await paths({ goals: [{ text: 'x', tasks: [{ ...TASK, dueOn: '2022-01-01' }] }] }), [
      'goals.0.tasks.0.dueOn',
    ])
    const target = { indicator: 'none', unit: 'nobody', period: '2021' }
    assert.deepEqual(await paths({ goals: [{ text: 'x', target }] }), [
      'goals.0.target.indicator',
      'goals.0.target.unit',
    ])
    const quarter = await house.as('officer').post('/api/v1/plans', { ...PLAN, period: '2021Q1' })
    assert.equal(quarter.status, 403, 'whose plan it would be cannot be told, so nothing is')
    await house.refused(
      await house.as('office').post('/api/v1/plans', { ...PLAN, period: '2021Q1' }),
      422,
      'plan.refused',
    )
  })

  test('is withdrawn with a reason, and then no longer changed', async () => {
    await using house = await planHouse()
    const made = await house.make()
    const reason = 'Gộp vào kế hoạch toàn khóa'
    const gone = await house.call(house.as('officer'), 'post', `/${made.id}/withdraw`, { reason })
    assert.deepEqual([gone.state, gone.withdrawnBecause, gone.may], ['withdrawn', reason, []])
    await house.refused(await house.as('officer').put(`/api/v1/plans/${made.id}`, PLAN), 409, 'plan.notDraft')
  })
})

describe('an issued plan', () => {
  test('is a directive of its unit that implements what it answers, and stays as signed', async () => {
    await using house = await planHouse()
    const plan = await house.issue(await house.make())
    assert.deepEqual(
      [plan.state, plan.directive?.number, plan.directive?.issuedOn, plan.may],
      ['issued', '07-KH/ĐU', '2021-06-15', ['report', 'carry']],
    )
    const directive = await (await house.as('office').get(`/api/v1/directives/${plan.directive!.id}`)).json()
    const { issuerCode, links } = directive as { issuerCode: string; links: { implements: { id: string }[] } }
    assert.equal(issuerCode, 'A')
    assert.deepEqual(
      links.implements.map(({ id }) => id),
      [house.directive],
    )
    await house.refused(await house.as('officer').put(`/api/v1/plans/${plan.id}`, PLAN), 409, 'plan.notDraft')
    assert.deepEqual((await house.auditActions()).slice(-2), ['plan.save', 'plan.issue'])
  })

  test('reaches the step "planned" of its unit under the directive that it answers', async () => {
    await using house = await planHouse()
    const office = house.as('office')
    const issued = await office.post(`/api/v1/directives/${house.directive}/duties`, {
      task: 'Ban hành kế hoạch',
      product: 'document',
      dueOn: '2021-08-31',
      to: { by: 'list', units: ['A', 'A2'] },
    })
    if (issued.status === 404) return assert.fail('no operation issues duties')
    assert.equal(issued.status, 200, await issued.clone().text())
    await house.issue(await house.make())
    const { rows } = await readSteps(house)
    assert.deepEqual(rows, [
      { unit: 'A', planned: '2021-06-15', received: '2021-06-15' },
      { unit: 'A2', planned: null, received: null },
    ])
  })

  test('needs a directive that it answers, and of each task who and by when', async () => {
    await using house = await planHouse()
    const bare = { ...PLAN.goals[0]!.tasks[0]!, responsible: '', dueOn: null, startsOn: null }
    const made = await house.make({ answers: [], goals: [{ text: 'x', tasks: [bare] }] })
    const issue = (part: object = {}) =>
      house.as('officer').post(`/api/v1/plans/${made.id}/issue`, {
        number: '7-KH/ĐU',
        issuedOn: '2021-06-15',
        ...part,
      })
    const { errors } = await house.refused(await issue({ issuedOn: '2022-02-01' }), 422, 'plan.refused')
    assert.deepEqual(
      errors.map(({ path }) => path),
      ['answers', 'goals.0.tasks.0.responsible', 'goals.0.tasks.0.dueOn', 'issuedOn'],
    )
    const whole = await house.make()
    const wrong = await house
      .as('officer')
      .post(`/api/v1/plans/${whole.id}/issue`, { number: 'số bảy', issuedOn: '2021-06-15' })
    assert.deepEqual(
      (await house.refused(wrong, 422, 'directive.refused')).errors.map(({ path }) => path),
      ['number'],
    )
    const secret = await house.make({ title: 'Kế hoạch (TỐI MẬT)' })
    const answer = await house
      .as('officer')
      .post(`/api/v1/plans/${secret.id}/issue`, { number: '8-KH/ĐU', issuedOn: '2021-06-15' })
    assert.match((await house.refused(answer, 422, 'plan.refused')).errors[0]!.message, /TỐI MẬT/)
    assert.equal((await house.call(house.as('officer'), 'get', `/${whole.id}`)).state, 'draft')
  })
})

describe('progress', () => {
  test('is reported task by task, kept in order of its days, and counted', async () => {
    await using house = await planHouse()
    const plan = await house.issue(await house.make())
    const [houses, money, poor] = plan.goals[0]!.tasks
    const report = (task: string, body: object) =>
      house.call(house.as('officer'), 'post', `/${plan.id}/tasks/${task}/progress`, body)
    assert.deepEqual(plan.tasks, { all: 3, done: 0, dropped: 0, late: 3, percent: 0 })
    await report(houses!.id, { percent: 80, on: '2021-12-01', note: '204 nhà' })
    await report(houses!.id, { percent: 40, on: '2021-09-01' })
    await report(money!.id, { state: 'done', percent: 100, on: '2021-11-20' })
    const now = await report(poor!.id, { state: 'dropped', percent: 10, note: 'Huyện làm chung' })
    assert.deepEqual(now.tasks, { all: 3, done: 1, dropped: 1, late: 1, percent: 90 })
    const [first] = now.goals[0]!.tasks
    assert.deepEqual(
      [first!.percent, first!.reportedOn, first!.note, first!.daysLate],
      [80, '2021-12-01', '204 nhà', 15],
    )
    const { progress } = await house.call<{ progress: Progress[] }>(
      house.as('leader'),
      'get',
      `/${plan.id}/tasks/${houses!.id}/progress`,
    )
    assert.deepEqual(
      progress.map(({ percent, on }) => [percent, on]),
      [
        [80, '2021-12-01'],
        [40, '2021-09-01'],
      ],
    )
    assert.deepEqual(
      (await house.list('unit=P&late=true')).map(({ id }) => id),
      [plan.id],
    )
  })

  test('is refused on a draft, for a day to come, and for a task of another plan', async () => {
    await using house = await planHouse()
    const draft = await house.make()
    const task = draft.goals[0]!.tasks[0]!.id
    const post = (plan: Plan, of: string, body: object) =>
      house.as('officer').post(`/api/v1/plans/${plan.id}/tasks/${of}/progress`, body)
    await house.refused(await post(draft, task, { percent: 1 }), 409, 'plan.notIssued')
    const plan = await house.issue(draft)
    await house.refused(await post(plan, task, { percent: 1, on: '2022-01-16' }), 422, 'plan.refused')
    await house.refused(await post(plan, plan.goals[0]!.id, { percent: 1 }), 404, 'plan.notFound')
    for (const wrong of [{ percent: 101 }, { state: 'done', percent: 99 }, { state: 'dropped', percent: 5 }])
      await house.refused(await post(plan, task, wrong), 400, 'input.invalid')
    assert.equal(
      (await house.as('outsider').post(`/api/v1/plans/${plan.id}/tasks/${task}/progress`, { percent: 1 }))
        .status,
      403,
    )
  })
})

describe('the list', () => {
  test('is of a unit and all below it, by period, horizon, state and the directive answered', async () => {
    await using house = await planHouse()
    const office = house.as('office')
    const year = await house.issue(await house.make())
    const term = await house.make({ unit: 'D1', period: '2020-2025', answers: [], goals: [] }, office)
    const other = await house.make({ unit: 'B' }, office)
    const ids = async (query: string) => (await house.list(query)).map(({ id }) => id)
    assert.deepEqual(await ids('unit=P'), [other.id, term.id, year.id])
    assert.deepEqual(await ids('unit=D1'), [term.id, year.id])
    assert.deepEqual(await ids('unit=D1&of=self'), [term.id])
    assert.deepEqual(await ids('unit=P&horizon=term'), [term.id])
    assert.deepEqual(await ids('unit=P&period=2021&state=draft'), [other.id])
    assert.deepEqual(await ids(`unit=P&directive=${house.directive}`), [other.id, year.id])
    const page = async (after: string) =>
      (await (await house.as('leader').get(`/api/v1/plans?unit=P&limit=2${after}`)).json()) as {
        plans: { id: string }[]
        nextCursor: string | null
      }
    const first = await page('')
    assert.deepEqual([first.plans.length, first.nextCursor], [2, term.id])
    assert.deepEqual(
      (await page(`&after=${first.nextCursor}`)).plans.map(({ id }) => id),
      [year.id],
    )
  })
})

type House = Awaited<ReturnType<typeof planHouse>>

/** As the occurrences keep them. */
async function readSteps(house: House) {
  const rows = await house.db
    .selectFrom('duty_occurrences')
    .select(['unit_code as unit', 'planned_on as planned', 'received_on as received'])
    .orderBy('unit_code')
    .execute()
  return { rows }
}
