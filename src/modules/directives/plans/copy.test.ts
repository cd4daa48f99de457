// A plan goes on in the next period and, after a reform, with the successors; targets are read, never kept.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { commit, MERGE, order } from '../../../../test/changed-country.ts'
import { PLAN, type PlanHouse, planHouse, TASK } from '../../../../test/plan-house.ts'
import { insertDirective } from '../../../../test/study-house.ts'
import type { Plan, Progress } from '../api/plans.ts'

const ref = { indicator: 'asked', unit: 'D1', period: '2021' }
const setTarget = (house: PlanHouse, value: string, period = '2021') =>
  house.bring('targets', `indicator,unit_code,period,value\nasked,D1,${period},${value}\n`)
const withTarget = { goals: [{ ...PLAN.goals[0], target: ref }] }
const report = (house: PlanHouse, plan: Plan, at: number, part: object) =>
  house.call(house.as('officer'), 'post', `/${plan.id}/tasks/${plan.goals[0]!.tasks[at]!.id}/progress`, part)
const textsOf = (plan: Plan) => plan.goals.flatMap(({ tasks }) => tasks.map(({ text }) => text))

describe('a plan carried over', () => {
  test('is a draft with what is unfinished, without the old days, and with its history', async () => {
    await using house = await planHouse()
    await setTarget(house, '300')
    const plan = await house.issue(await house.make(withTarget))
    await report(house, plan, 0, { percent: 40, note: '12 nhà' })
    await report(house, plan, 1, { state: 'done', percent: 100 })
    await report(house, plan, 2, { state: 'dropped', percent: 10, note: 'Tỉnh đã rà soát' })
    const next = await house.call(house.as('officer'), 'post', `/${plan.id}/carry`, { period: '2022' })
    assert.deepEqual(
      [next.state, next.period, next.from?.id, next.from?.origin, textsOf(next)],
      ['draft', '2022', plan.id, 'carried', [TASK.text]],
    )
    const [task] = next.goals[0]!.tasks
    assert.deepEqual([task!.startsOn, task!.dueOn, task!.isCopy], [null, null, true])
    assert.equal(next.goals[0]!.target?.period, '2022')
    const { progress } = await house.call<{ progress: Progress[] }>(
      house.as('officer'),
      'get',
      `/${next.id}/tasks/${task!.id}/progress`,
    )
    assert.deepEqual(
      progress.map(({ percent, note, plan: told }) => [percent, note, told.period]),
      [[40, '12 nhà', '2021']],
    )
    const before = await house.call(house.as('officer'), 'get', `/${plan.id}`)
    assert.deepEqual([before.state, before.copies.map(({ id }) => id)], ['issued', [next.id]])
  })

  test('is refused twice, to an earlier period, and when nothing is left', async () => {
    await using house = await planHouse()
    const plan = await house.issue(await house.make())
    const carry = (period: string, id = plan.id) =>
      house.as('officer').post(`/api/v1/plans/${id}/carry`, { period })
    const told = await house.refused(await carry('2020'), 422, 'plan.refused')
    assert.deepEqual(
      told.errors.map(({ path }) => path),
      ['period'],
    )
    assert.equal((await carry('2022')).status, 200)
    await house.refused(await carry('2022'), 409, 'plan.copiedAlready')
    const other = await house.issue(await house.make({ title: 'Khác' }), { number: '8-KH/ĐU' })
    for (const at of [0, 1, 2]) await report(house, other, at, { state: 'done', percent: 100 })
    await house.refused(await carry('2022', other.id), 409, 'plan.nothingLeft')
  })
})

test('a target in a plan is the one of the programme, also after it was revised', async () => {
  await using house = await planHouse()
  await setTarget(house, '300')
  const plan = await house.make(withTarget)
  const { targets } = await house.call<{ targets: { indicator: string; value: string | null }[] }>(
    house.as('officer'),
    'get',
    `/${plan.id}/targets`,
  )
  assert.deepEqual(
    targets.map(({ indicator, value }) => [indicator, value]),
    [['asked', '300']],
  )
  await setTarget(house, '320')
  const read = await house.call(house.as('officer'), 'get', `/${plan.id}`)
  assert.equal(read.goals[0]!.target?.value, '320')
})

describe('a plan of a unit that ended', () => {
  test('passes to the successor by a decision, and stays as signed under the old name', async () => {
    await using house = await planHouse()
    const plan = await house.issue(await house.make())
    const pass = (part: object, at?: string) =>
      house.as('office', at).post(`/api/v1/plans/${plan.id}/pass`, { to: ['A'], ...part })
    const decision = await house.transact((tx) =>
      insertDirective(tx, { number: '12-NQ/TU', issuedOn: '2025-07-02' }),
    )
    await house.refused(await pass({ directive: decision }, 'P'), 409, 'plan.notEnded')
    house.clock.now = new Date('2026-01-15T02:00:00Z')
    assert.equal((await commit(house, order(MERGE))).status, 200)
    const wrong = await house.refused(await pass({ directive: decision, to: ['B'] }), 422, 'plan.refused')
    assert.deepEqual(
      wrong.errors.map(({ path }) => path),
      ['to.0'],
    )
    const answer = await pass({ directive: decision })
    assert.equal(answer.status, 200, await answer.clone().text())
    const { plans } = (await answer.json()) as { plans: { id: string; unitCode: string }[] }
    assert.deepEqual(
      plans.map(({ unitCode }) => unitCode),
      ['A'],
    )
    const reader = house.as('office')
    const passed = await house.call(reader, 'get', `/${plans[0]!.id}`)
    assert.deepEqual(
      [passed.unit.name, passed.from?.unit.name, passed.from?.decision?.number, textsOf(passed).length],
      ['Xã Sông Mã', 'Xã Nà Nghịu', '12-NQ/TU', 3],
    )
    assert.equal(passed.goals[0]!.tasks[0]!.dueOn, TASK.dueOn)
    assert.equal((await house.call(reader, 'get', `/${plan.id}`)).unit.name, 'Xã Nà Nghịu')
  })
})
