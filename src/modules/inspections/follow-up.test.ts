import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  answerOf,
  finding,
  inspectionHouse,
  makeDuty,
  pathOf,
  plan,
  RECORD,
  recheck,
  recorded,
} from '../../../test/inspection-house.ts'
import type { Finding, Visit } from './api/visits.ts'

type Page = {
  findings: Finding[]
  totals: { all: number; open: number; overdue: number }
  nextCursor: string | null
}
const told = async (answer: Response) => (await answer.json()) as { code: string; errors: { path: string }[] }

describe('a finding', () => {
  test('becomes a duty of its unit, with a day, under the directive of the inspection; overdue after it', async () => {
    await using house = await inspectionHouse()
    const visit = await recorded(house, [finding(), finding({ severity: 'remark', kind: 'figures' })])
    const assigned = await makeDuty(house, visit.found[0]!)
    assert.deepEqual(
      [assigned.state, assigned.duty?.dueOn, assigned.duty?.unit.name, assigned.isOverdue],
      ['assigned', '2022-03-20', 'Xã Nà Nghịu', false],
    )
    assert.equal((await house.auditActions()).at(-1), 'duty.issue')
    const duty = await house.as('office').post(`/api/v1/inspection-findings/${assigned.id}/duty`, {
      task: 'x',
      dueOn: '2022-04-01',
    })
    assert.equal((await told(duty)).code, 'inspection.hasDuty')

    // Signed in anew each day
    const list = async (more = '', officer = house.as('officer')) =>
      answerOf<Page>(await officer.get(`/api/v1/inspection-findings?unit=A${more}`))
    assert.deepEqual((await list()).totals, { all: 2, open: 2, overdue: 0 })
    house.clock.now = new Date('2022-03-20T16:00:00Z')
    assert.equal((await list('', house.as('officer', 'A'))).totals.overdue, 0)
    house.clock.now = new Date('2022-03-23T02:00:00Z')
    const late = await list('&which=overdue', house.as('officer', 'D1'))
    assert.deepEqual(late.totals, { all: 2, open: 2, overdue: 1 })
    assert.deepEqual(
      late.findings.map(({ id, daysLate, isOverdue }) => [id, daysLate, isOverdue]),
      [[assigned.id, 3, true]],
    )
    assert.deepEqual((await list('&kind=figures', house.as('officer', 'D1'))).findings.length, 1)
    assert.equal((await house.as('outsider').get('/api/v1/inspection-findings?unit=A')).status, 403)
  })

  test('only who may give the unit duties makes one of it, and not by a day that is over', async () => {
    await using house = await inspectionHouse()
    const visit = await recorded(house, [finding()])
    const path = `/api/v1/inspection-findings/${visit.found[0]!.id}/duty`
    const draft = { task: 'x', dueOn: '2022-03-09' }
    assert.equal((await house.as('verifier').post(path, draft)).status, 403)
    assert.deepEqual((await told(await house.as('office').post(path, draft))).errors[0]?.path, 'dueOn')
  })

  test('is looked at again until it is mended; all but that says why', async () => {
    await using house = await inspectionHouse()
    const visit = await recorded(house, [finding()])
    const [found] = visit.found
    await makeDuty(house, found!)
    assert.equal((await recheck(house, found!, { result: 'not-fixed' })).status, 400)
    const early = await recheck(house, found!, { result: 'fixed', checkedOn: '2022-02-28' })
    assert.deepEqual((await told(early)).errors[0]?.path, 'checkedOn')
    const partly: Finding = await answerOf(
      await recheck(house, found!, { result: 'partly', note: 'Mới có mẫu' }),
    )
    assert.deepEqual([partly.state, partly.rechecks[0]?.note], ['assigned', 'Mới có mẫu'])
    house.clock.now = new Date('2022-03-25T02:00:00Z')
    const fixed: Finding = await answerOf(await recheck(house, found!, { result: 'fixed' }, 'P'))
    assert.deepEqual(
      [fixed.state, fixed.isOverdue, fixed.rechecks.map(({ result }) => result)],
      ['fixed', false, ['fixed', 'partly']],
    )
    assert.equal(
      (await told(await recheck(house, found!, { result: 'fixed' }, 'P'))).code,
      'inspection.ended',
    )
    const path = `/api/v1/inspection-findings/${found!.id}/recheck`
    const check = { checkedOn: '2022-03-25', result: 'fixed' }
    assert.equal((await house.as('officer', 'A').post(path, check)).status, 403)
  })
})

test('what keeps coming back is what two visits to a unit found, by kind', async () => {
  await using house = await inspectionHouse()
  const visits = ['2022-01-10', '2022-02-10', '2022-03-01'].map((plannedOn) => ({ unit: 'A', plannedOn }))
  const { list } = await plan(house, { startsOn: '2022-01-01', visits })
  const found = [
    [finding(), finding(), finding({ kind: 'money' })],
    [finding({ severity: 'serious' }), finding({ kind: 'progress' })],
    [finding({ kind: 'progress', severity: 'remark' }), finding()],
  ]
  for (const [n, visit] of list.entries()) {
    const record = { ...RECORD, visitedOn: visit.plannedOn, findings: found[n] }
    await answerOf<Visit>(await house.as('verifier').put(pathOf(visit), record))
  }
  const ask = async (more = '') =>
    answerOf<{ recurring: Record<string, unknown>[] }>(
      await house.as('officer').get(`/api/v1/recurring-findings?unit=A${more}`),
    )
  assert.deepEqual(
    (await ask()).recurring.map((row) => [
      row.kind,
      row.visits,
      row.findings,
      row.worst,
      row.firstOn,
      row.lastOn,
    ]),
    [
      ['records', 3, 4, 'serious', '2022-01-10', '2022-03-01'],
      ['progress', 2, 2, 'fault', '2022-02-10', '2022-03-01'],
    ],
  )
  assert.deepEqual((await ask('&from=2022-02-11')).recurring, [])
})
