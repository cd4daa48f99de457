// The office's rules, exceptions and openings over HTTP, and what they make of saving.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { COUNTRY, type TestHouse, testHouse } from '../../../../test/house.ts'
import { loadIndicators, saveForm } from '../index.ts'

const REPORT = '/api/v1/reports/fruit/A/2021'
const RULE = {
  frequency: 'year',
  level: 3,
  dataFrom: { months: -1, day: 15 },
  dataTo: { months: 0, day: 14 },
  due: { months: 0, day: 16 },
  closes: { months: 0, day: 20 },
  basis: 'Nghị định 09/2019/NĐ-CP',
}
const VALUE = { values: [{ indicator: 'longan', value: '7' }] }

/** The clock says 2022-01-15, four weeks after the close of 2021. */
async function office(): Promise<TestHouse> {
  const house = await testHouse()
  await house.bring('units', COUNTRY)
  await house.bring(
    'indicators',
    'code,name,unit_of_measure,across_units,across_time\nlongan,Nhãn,ha,sum,last\n',
  )
  await house.transact(async (tx) => {
    const indicatorIds = [...(await loadIndicators(tx)).values()].map((i) => i.id)
    await saveForm(tx, { code: 'fruit', name: 'Cây ăn quả', nameEn: null, frequency: 'year', indicatorIds })
  })
  return house
}
type Told = { code: string; detail: string }
const told = async (answer: Response) => (await answer.json()) as Told
const may = async (answer: Response) => ((await answer.json()) as { may: string[] }).may

describe('after the close', () => {
  test('saving and submitting are refused, with the day and who can open; before and without a rule they are not', async () => {
    await using house = await office()
    const officer = house.as('officer')
    assert.equal((await officer.put(REPORT, VALUE)).status, 200, 'no rule: always open')
    assert.equal((await house.as('office').post('/api/v1/cutoff-rules', RULE)).status, 200)
    const refused = await officer.put(REPORT, VALUE)
    const problem = await told(refused)
    assert.deepEqual([refused.status, problem.code], [409, 'report.closed'])
    assert.match(problem.detail, /2021-12-20.*văn phòng/)
    assert.equal((await told(await officer.post(`${REPORT}/submit`))).code, 'report.closed')
    assert.deepEqual(await may(await officer.get(REPORT)), [])

    house.clock.now = new Date('2021-12-20T10:00:00Z')
    assert.deepEqual(await may(await officer.put(REPORT, VALUE)), ['save', 'submit'])
    house.clock.now = new Date('2021-12-20T17:00:00Z')
    assert.equal((await officer.put(REPORT, VALUE)).status, 409, 'past midnight in Vietnam')
  })

  test('a dated exception for a unit above lets it through, until its last day or until it is withdrawn', async () => {
    await using house = await office()
    const [officer, lead] = [house.as('officer'), house.as('office')]
    await lead.post('/api/v1/cutoff-rules', RULE)
    const draft = { unit: 'D1', period: '2021', until: '2022-01-20', reason: 'Rà soát vườn nhãn' }
    const exception = (await (await lead.post('/api/v1/cutoff-exceptions', draft)).json()) as { id: string }
    assert.equal((await officer.put(REPORT, VALUE)).status, 200)
    assert.equal((await house.as('outsider').put('/api/v1/reports/fruit/B/2021', VALUE)).status, 409)
    assert.equal((await lead.post(`/api/v1/cutoff-exceptions/${exception.id}/end`)).status, 200)
    assert.equal((await officer.put(REPORT, VALUE)).status, 409)
    assert.equal(
      (await told(await lead.post(`/api/v1/cutoff-exceptions/${exception.id}/end`))).code,
      'cutoff.notFound',
    )

    await lead.post('/api/v1/cutoff-exceptions', { ...draft, form: 'fruit', until: '2022-01-15' })
    assert.equal((await officer.put(REPORT, VALUE)).status, 200)
    house.clock.now = new Date('2022-01-16T01:00:00Z')
    assert.equal((await house.as('officer', 'A').put(REPORT, VALUE)).status, 409)
    const late = await house
      .as('office', 'P')
      .post('/api/v1/cutoff-exceptions', { ...draft, until: '2022-01-15' })
    assert.equal((await told(late)).code, 'cutoff.over')
  })

  test('what was submitted is still decided, and what is sent back may be corrected', async () => {
    await using house = await office()
    const [officer, verifier] = [house.as('officer'), house.as('verifier')]
    await officer.put(REPORT, { ...VALUE, submit: true })
    await house.as('office').post('/api/v1/cutoff-rules', RULE)
    assert.deepEqual(await may(await verifier.post(`${REPORT}/return`, { reason: 'Thiếu bản Mé' })), [])
    assert.deepEqual(await may(await officer.get(REPORT)), ['save'])
    assert.equal((await officer.put(REPORT, VALUE)).status, 200)
    assert.equal((await officer.put(REPORT, VALUE)).status, 200, 'as often as it takes')
    assert.equal((await officer.post(`${REPORT}/submit`)).status, 200)
    assert.equal((await verifier.post(`${REPORT}/approve`)).status, 200)
    assert.equal((await told(await officer.put(REPORT, VALUE))).code, 'report.closed')
  })
})

describe('rules', () => {
  test('are the whole country’s: a district’s office makes none', async () => {
    await using house = await office()
    assert.equal((await house.as('office', 'D1').post('/api/v1/cutoff-rules', RULE)).status, 403)
    assert.equal((await house.as('office', 'P').post('/api/v1/cutoff-rules', RULE)).status, 200)
    assert.equal((await house.as('leader').post('/api/v1/cutoff-rules', RULE)).status, 403)
  })

  test('are told with their basis and ended, not changed; each period keeps its own', async () => {
    await using house = await office()
    const lead = house.as('office')
    const made = (await (await lead.post('/api/v1/cutoff-rules', RULE)).json()) as { id: string }
    assert.equal(
      (await lead.post(`/api/v1/cutoff-rules/${made.id}/end`, { validTo: '2020-12-31' })).status,
      200,
    )
    const { rules } = (await (await house.as('officer').get('/api/v1/cutoff-rules')).json()) as {
      rules: object[]
    }
    assert.deepEqual(rules, [{ ...RULE, id: made.id, form: null, validFrom: null, validTo: '2020-12-31' }])
    assert.equal((await house.as('officer').put(REPORT, VALUE)).status, 200, '2021 ends after it')
    assert.equal((await house.as('officer').put('/api/v1/reports/fruit/A/2020', VALUE)).status, 409)
    assert.deepEqual(
      (await house.auditActions()).filter((a) => a.startsWith('cutoff')),
      ['cutoff.add', 'cutoff.end'],
    )
  })

  test('that contradict themselves, or name what is not there, are refused', async () => {
    await using house = await office()
    const lead = house.as('office')
    const refused = async (part: object, status: number, code: string) => {
      const answer = await lead.post('/api/v1/cutoff-rules', { ...RULE, ...part })
      assert.deepEqual([answer.status, (await told(answer)).code], [status, code])
    }
    await refused({ closes: { months: 0, day: 15 } }, 400, 'input.invalid')
    await refused({ validFrom: '2021-01-01', validTo: '2020-01-01' }, 400, 'input.invalid')
    await refused({ form: 'none' }, 404, 'report.formNotFound')
    await refused({ form: 'fruit', frequency: 'month' }, 422, 'report.wrongFrequency')
    const made = (await (
      await lead.post('/api/v1/cutoff-rules', { ...RULE, validFrom: '2021-01-01' })
    ).json()) as {
      id: string
    }
    const early = await lead.post(`/api/v1/cutoff-rules/${made.id}/end`, { validTo: '2020-12-31' })
    assert.equal((await told(early)).code, 'cutoff.endsTooEarly')
    assert.equal((await lead.post('/api/v1/cutoff-rules', RULE, { 'idempotency-key': '' })).status, 400)
  })
})

describe('an opening', () => {
  test('asks all units below that report, says when they are due, and leaves what notices are made from', async () => {
    await using house = await office()
    const lead = house.as('office')
    await lead.post('/api/v1/cutoff-rules', RULE)
    const opening = await lead.post('/api/v1/openings', { form: 'fruit', unit: 'D1', period: '2021' })
    const said = (await opening.json()) as { id: string; dueOn: string; expected: number }
    assert.deepEqual([opening.status, said.dueOn, said.expected], [200, '2021-12-16', 2])
    const entry = await house.db
      .selectFrom('audit_entries')
      .selectAll()
      .where('action', '=', 'opening.create')
      .executeTakeFirstOrThrow()
    assert.deepEqual(
      [entry.subject, entry.details],
      [
        'opening:fruit/D1/2021',
        { form: 'fruit', period: '2021', dueOn: '2021-12-16', closesOn: null, expected: 2 },
      ],
    )
    const there = async (unit: string) => {
      const answer = await lead.get(`/api/v1/openings?unit=${unit}&period=2021`)
      return ((await answer.json()) as { openings: { id: string }[] }).openings.map((o) => o.id)
    }
    assert.deepEqual([await there('A'), await there('P'), await there('D2')], [[said.id], [said.id], []])
  })

  test('with a day of its own keeps the form open until then', async () => {
    await using house = await office()
    const lead = house.as('office')
    await lead.post('/api/v1/cutoff-rules', RULE)
    const ask = (part: object) =>
      lead.post('/api/v1/openings', { form: 'fruit', unit: 'A', period: '2021', ...part })
    assert.equal((await ask({ dueOn: '2022-01-20', closesOn: '2022-01-19' })).status, 400)
    assert.equal((await ask({ dueOn: '2022-01-20' })).status, 200)
    assert.equal((await house.as('officer').put(REPORT, VALUE)).status, 200)
    assert.equal(
      (await ask({ dueOn: '2022-01-02', closesOn: '2022-01-10' })).status,
      200,
      'the last one speaks',
    )
    assert.equal((await house.as('officer').put(REPORT, VALUE)).status, 409)
  })

  test('closes a form without any rule, if it says so', async () => {
    await using house = await office()
    assert.equal((await house.as('officer').put(REPORT, VALUE)).status, 200)
    const asked = { form: 'fruit', unit: 'P', period: '2021', dueOn: '2022-01-02', closesOn: '2022-01-10' }
    await house.as('office').post('/api/v1/openings', asked)
    assert.equal((await house.as('officer').put(REPORT, VALUE)).status, 409)
  })
})
