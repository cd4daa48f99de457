import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  answerOf,
  finding,
  inspectionHouse,
  PLAN,
  pathOf,
  plan,
  RECORD,
  recheck,
  recorded,
} from '../../../test/inspection-house.ts'
import type { Inspection, InspectionLine } from './api/plan.ts'
import type { Visit, VisitLine } from './api/visits.ts'

const told = async (answer: Response) =>
  (await answer.json()) as { code: string; errors: { path: string }[]; detail: string }

describe('planning an inspection', () => {
  test('names whom to visit; each unit sees its own visits and no others', async () => {
    await using house = await inspectionHouse()
    const { id, list, owner, directive } = await plan(house)
    assert.deepEqual([owner.code, directive.number, list.length], ['P', '12-QĐ/TU', 2])
    assert.equal((await house.auditActions()).at(-1), 'inspection.plan')
    const own: Inspection = await answerOf(await house.as('officer').get(`/api/v1/inspections/${id}?unit=A`))
    assert.deepEqual(
      own.list.map(({ unit }) => unit.name),
      ['Xã Nà Nghịu'],
    )
    assert.deepEqual([own.visits.all, own.may], [1, []])
    const inDistrict = await house.as('verifier').get('/api/v1/inspection-visits?unit=D1')
    const { visits } = await answerOf<{ visits: VisitLine[] }>(inDistrict)
    assert.deepEqual(
      visits.map(({ unit, day }) => [unit.code, day]),
      [['A', '2022-03-01']],
    )
    const none = await house.as('verifier').get(`/api/v1/inspections/${id}?unit=A2`)
    assert.equal(none.status, 404)
  })

  test('must rest on a directive of the register, and reaches only units below its own', async () => {
    await using house = await inspectionHouse()
    const send = async (change: object) =>
      told(
        await house
          .as('office')
          .post('/api/v1/inspections', { ...PLAN, directive: house.directive, ...change }),
      )
    assert.equal((await send({ directive: '999' })).code, 'inspection.directiveNotFound')
    assert.deepEqual(
      (await send({ unit: 'D1' })).errors.map(({ path }) => path),
      ['visits.1.unit'],
    )
    const visits = [{ unit: 'X', plannedOn: '2022-03-01', programme: 'none' }]
    assert.deepEqual(
      (await send({ visits })).errors.map(({ path }) => path),
      ['visits.0.unit', 'visits.0.programme'],
    )
    assert.equal((await send({ endsOn: '2022-02-01' })).code, 'input.invalid')
  })

  test('a change keeps what was recorded, adds, cancels and takes out; two planners do not overwrite each other', async () => {
    await using house = await inspectionHouse()
    const made = await plan(house)
    await answerOf(await house.as('verifier').put(pathOf(made.list[0]!), RECORD))
    const path = `/api/v1/inspections/${made.id}`
    const etag = (await house.as('office').get(`${path}?unit=P`)).headers.get('etag')!
    const { unit: _, ...head } = PLAN
    const visits = [
      { unit: 'A2', plannedOn: '2022-03-20' },
      { id: made.list[1]!.id, unit: 'B', plannedOn: '2022-03-02', cancelledBecause: 'Mưa lũ' },
    ]
    const send = () => house.as('office').put(path, { ...head, visits }, { 'if-match': etag })
    const changed: Inspection = await answerOf(await send())
    assert.deepEqual(
      changed.list.map(({ unit, state }) => [unit.code, state]),
      [
        ['A', 'recorded'],
        ['B', 'cancelled'],
        ['A2', 'planned'],
      ],
    )
    assert.equal((await told(await send())).code, 'inspection.stale')
  })
})

describe('closing an inspection', () => {
  test('waits for the visits and for what was found; a mere remark may be left', async () => {
    await using house = await inspectionHouse()
    const visit = await recorded(house, [finding(), finding({ severity: 'remark' })])
    const path = `/api/v1/inspections/${visit.inspection.id}`
    const close = () => house.as('office').post(`${path}/close`, { conclusion: 'Cơ bản tốt' })
    const early = await told(await close())
    assert.equal(early.code, 'inspection.open')
    assert.match(early.detail, /1.*1/)
    const line: Inspection = await answerOf(await house.as('office').get(`${path}?unit=P`))
    const other = line.list.find(({ unit }) => unit.code === 'B')!
    await answerOf(await house.as('office').put(pathOf(other), { ...RECORD, visitedOn: '2022-03-02' }))
    await answerOf(await recheck(house, visit.found[0]!, { result: 'fixed' }))
    assert.equal((await house.as('verifier').post(`${path}/close`, { conclusion: 'x' })).status, 403)
    const closed: Inspection = await answerOf(await close())
    assert.equal(closed.closed?.conclusion, 'Cơ bản tốt')
    assert.deepEqual(closed.may, [])
    assert.equal((await told(await close())).code, 'inspection.closed')
    const late = await house.as('verifier').put(pathOf(visit), RECORD)
    assert.equal((await told(late)).code, 'inspection.closed')
    const seen: Visit = await answerOf(await house.as('verifier').get(pathOf(visit)))
    assert.deepEqual(seen.may, [])
  })

  test('lists go on page by page', async () => {
    await using house = await inspectionHouse()
    for (const month of ['03', '04', '05'])
      await plan(house, { startsOn: `2022-${month}-01`, endsOn: '2022-06-30' })
    const starts: string[] = []
    for (let after = ''; ; ) {
      const answer = await house.as('officer').get(`/api/v1/inspections?unit=A&limit=2${after}`)
      const page = await answerOf<{ inspections: InspectionLine[]; nextCursor: string | null }>(answer)
      starts.push(...page.inspections.map(({ startsOn }) => startsOn))
      if (page.nextCursor === null) break
      after = `&after=${encodeURIComponent(page.nextCursor)}`
    }
    assert.deepEqual(starts, ['2022-05-01', '2022-04-01', '2022-03-01'])
  })
})
