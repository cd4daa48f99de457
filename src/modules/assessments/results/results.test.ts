import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { rollup, saveIndicators } from '#modules/indicators/index.ts'
import { SCHEME, type ScoringHouse, scoringHouse } from '../../../../test/scoring-house.ts'
import type { PublishedResult, ResultChanges, ResultLine, UnitResults, Why } from '../api/results.ts'
import { publishRound, republishRound, resultCheck, say } from '../index.ts'

const DECISION = { decision: '12/QĐ-UBND', decidedOn: '2022-01-10' }
const said = (unit: string, of: readonly [string, string, string][]) =>
  of.map(
    ([criterion, stage, input]) => `par,2021,${unit},${criterion},${stage},"${input.replaceAll('"', '""')}",`,
  )

/** A has 2 + 2.875 + 1 of 8; A2 has all of its 8; nobody ran the survey. */
async function scored(): Promise<ScoringHouse> {
  const house = await scoringHouse()
  const rows = [
    ...said('A', [
      ['1.1', 'verified', '{"met":true}'],
      ['1.2', 'verified', '{"num":46,"den":48}'],
      ['2.1', 'self', '{"items":["a","b"]}'],
      ['2.1', 'verified', '{"items":["a"]}'],
    ]),
    ...said('A2', [
      ['1.1', 'verified', '{"met":true}'],
      ['1.2', 'verified', '{"num":48,"den":48}'],
      ['2.1', 'verified', '{"items":["a","b"]}'],
    ]),
  ]
  await house.bring('scores', `scheme,period,unit_code,criterion,stage,input,reason\n${rows.join('\n')}\n`)
  for (const to of ['verify', 'explain', 'council']) await house.move(to)
  return house
}
const publish = (house: ScoringHouse, body: object = { ...DECISION, anyway: true }) =>
  house.as('office', 'D1').post(`/api/v1/rounds/${house.round}/publish`, body)
const read = <T>(house: ScoringHouse, path = '') =>
  house.ok<T>(house.as('nobody').get(`/api/v1/results/${house.round}${path}`))
const who = (house: ScoringHouse) => ({
  by: 'x',
  byId: null,
  for: null,
  at: house.clock.now,
  today: '2022-01-15',
})

describe('a published result', () => {
  test('is read by everybody, in order, and is what assess keeps', async () => {
    await using house = await scored()
    await house.refused(house.as('nobody').get(`/api/v1/results/${house.round}`), 404, 'result.notFound')
    const line = await house.ok<ResultLine>(publish(house))
    assert.deepEqual(
      [line.subjects, line.complete, line.versions, line.appealsUntil, line.decision],
      [2, 2, 1, '2022-01-20', '12/QĐ-UBND'],
    )
    const result = await read<PublishedResult>(house)
    assert.deepEqual(
      result.rows.map(({ unit, points, max, indexPercent, rank, before }) => [
        unit.name,
        points,
        max,
        indexPercent,
        rank,
        before,
      ]),
      [
        ['Xã Chiềng Cang', '8', '8', '100.00', 1, null],
        ['Xã Nà Nghịu', '5.875', '8', '73.44', 2, null],
      ],
    )
    assert.deepEqual(
      [result.meanPercent, result.areas.map(({ meanPercent }) => meanPercent)],
      ['86.72', ['98.75', '66.67']],
    )
    assert.deepEqual(
      result.classes.map(({ label, count }) => [label, count]),
      [['Tốt', 1]],
    )
    const first = await read<PublishedResult>(house, '?limit=1')
    const next = await read<PublishedResult>(house, `?limit=1&after=${first.nextCursor}`)
    assert.deepEqual([next.rows[0]!.unit.code, next.nextCursor], ['A', null])
    assert.deepEqual(await resultCheck.run(house.db), { checked: 1, differences: [] })
  })

  test('is made once, after the council, on a day that has come', async () => {
    await using house = await scoringHouse()
    await house.refused(publish(house), 409, 'result.notNow')
    for (const to of ['verify', 'explain', 'council']) await house.move(to)
    await house.refused(publish(house, DECISION), 409, 'round.open')
    await house.refused(
      publish(house, { ...DECISION, decidedOn: '2022-02-01', anyway: true }),
      422,
      'result.dayToCome',
    )
    await house.refused(
      publish(house, { ...DECISION, decidedOn: '2021-06-01', anyway: true }),
      422,
      'result.beforePeriod',
    )
    const line = await house.ok<ResultLine>(publish(house))
    assert.equal(line.complete, 0, 'nothing was scored, which is not 0 points')
    const { rows } = await read<PublishedResult>(house)
    assert.deepEqual(
      rows.map(({ indexPercent, rank, complete }) => [indexPercent, rank, complete]),
      [
        [null, null, false],
        [null, null, false],
      ],
    )
    await house.refused(publish(house), 409, 'result.notNow')
  })

  test('says why: a tree whose leaves add up, and what each criterion lost', async () => {
    await using house = await scored()
    await house.ok(publish(house))
    const why = await read<Why>(house, '/units/A')
    const leaves = why.areas.flatMap(({ criteria }) => criteria)
    const sum = leaves.reduce((total, { points }) => total + Number(points ?? 0), Number(why.adjusted))
    assert.equal(String(sum), why.points)
    assert.deepEqual(
      leaves.map(({ code, points, max, lost, stage, why: way }) => [code, points, max, lost, stage, way]),
      [
        ['1.1', '2', '2', '0', 'verified', 'met'],
        ['1.2', '2.875', '3', '0.125', 'verified', leaves[1]!.why],
        ['2.1', '1', '3', '2', 'verified', leaves[2]!.why],
        ['2.2', null, '0', null, null, 'not run: out'],
      ],
    )
    assert.deepEqual([why.lost, why.rank, why.ranked], ['2.125', 2, 2])
    await house.refused(
      house.as('nobody').get(`/api/v1/results/${house.round}/units/B`),
      404,
      'result.unitNotFound',
    )
  })
})

test('an appeal makes a further result; both stay, and the difference is told', async () => {
  await using house = await scored()
  await house.ok(publish(house))
  const before = await read<PublishedResult>(house)
  const unitId = (
    await house.db
      .selectFrom('round_subjects')
      .select('unit_id')
      .where('unit_code', '=', 'A')
      .executeTakeFirstOrThrow()
  ).unit_id
  await house.transact(async (tx) => {
    const at = { scheme: 'par', period: '2021', unitId }
    await say(tx, [{ ...at, criterion: '2.1', stage: 'final', input: '{"items":["a","b"]}' }], who(house))
    await say(tx, [{ ...at, criterion: '1.2', stage: 'final', input: '{"num":"48","den":"48"}' }], who(house))
    await republishRound(
      tx,
      Number(house.round),
      { ...DECISION, decision: '15/QĐ-UBND', reason: 'Đã đủ văn bản' },
      who(house),
    )
  })
  const changes = await read<ResultChanges>(house, '/changes')
  assert.deepEqual(
    changes.units.map(({ unit, before: was, after, criteria }) => [
      unit.code,
      was.rank,
      after.rank,
      after.indexPercent,
      criteria.map(({ code }) => code),
    ]),
    [['A', 2, 1, '100.00', ['1.2', '2.1']]],
  )
  const now = await read<PublishedResult>(house)
  assert.deepEqual(
    [now.version, now.history.map(({ decision }) => decision)],
    [2, ['12/QĐ-UBND', '15/QĐ-UBND']],
  )
  const first = await read<PublishedResult>(house, '?version=1')
  assert.deepEqual(first.rows, before.rows)
  assert.deepEqual(await resultCheck.run(house.db), { checked: 2, differences: [] })
  await house.refused(
    house.as('nobody').get(`/api/v1/results/${house.round}/changes?version=1`),
    404,
    'result.notFound',
  )
})

test('rank and index of a unit are source indicators as soon as they are published, and a result says what it was before', async () => {
  await using house = await scored()
  const indicator = {
    nameEn: null,
    unitOfMeasure: 'hạng',
    weight: null,
    formula: null,
    minimum: null,
    breakdown: null,
  }
  const alone = { ...indicator, acrossUnits: 'none' as const, acrossTime: 'none' as const }
  await house.transact((tx) =>
    saveIndicators(tx, [{ ...alone, code: 'par_rank', name: 'Thứ hạng', source: 'assessments.rank.par' }]),
  )
  await house.ok(publish(house))
  const asked = { indicators: ['par_rank'], periods: ['2021'], units: ['A'], level: 'self' as const }
  const [row] = await rollup(house.db, { ...asked, state: 'approved', borders: 'then', today: '2022-01-15' })
  assert.equal(row?.value, '2')

  house.clock.now = new Date('2023-01-15T02:00:00Z')
  const { id } = await house.ok<{ id: string }>(
    house
      .as('office')
      .post('/api/v1/rounds', { scheme: 'par', period: '2022', name: '2022', keeper: 'D1', group: 'xã' }),
  )
  await house.bring(
    'scores',
    `scheme,period,unit_code,criterion,stage,input\npar,2022,A,1.1,final,"{""met"":true}"\n`,
  )
  await house.transact(async (tx) => {
    await tx.updateTable('rounds').set({ state: 'council' }).where('id', '=', Number(id)).execute()
    await publishRound(
      tx,
      Number(id),
      { ...DECISION, decidedOn: '2023-01-10', anyway: true },
      { ...who(house), today: '2023-01-15' },
    )
  })
  const why = await house.ok<Why>(house.as('nobody').get(`/api/v1/results/${id}/units/A`))
  assert.deepEqual(
    [why.before?.rank, why.areas[0]!.criteria[1]!.before, why.indexPercent],
    [2, '2.875', null],
  )
  const { results } = await house.ok<UnitResults>(house.as('nobody').get('/api/v1/units/A/results'))
  assert.deepEqual(
    results.map(({ period, rank }) => [period, rank]),
    [
      ['2022', null],
      ['2021', 2],
    ],
  )
})

test('what others published is shown as incomplete where they told a part', async () => {
  await using house = await scoringHouse()
  await house.bring('scheme', JSON.stringify({ ...SCHEME, code: 'national', external: true, rebase: false }))
  const external = { scheme: 'national', period: '2021', name: 'Chỉ số của Bộ', keeper: 'D1', ...DECISION }
  const office = house.as('office', 'D1')
  await house.refused(office.post('/api/v1/results', external), 422, 'round.empty')
  await house.bring(
    'scores',
    `scheme,period,unit_code,criterion,stage,input\nnational,2021,A,1.1,final,"{""met"":true}"\n`,
  )
  await house.refused(
    office.post('/api/v1/results', { ...external, scheme: 'par' }),
    409,
    'result.notExternal',
  )
  const line = await house.ok<ResultLine>(office.post('/api/v1/results', external))
  assert.deepEqual([line.scheme.isExternal, line.subjects, line.complete], [true, 1, 0])
  const { rows } = await house.ok<PublishedResult>(house.as('nobody').get(`/api/v1/results/${line.id}`))
  assert.deepEqual(
    [rows[0]!.points, rows[0]!.indexPercent, rows[0]!.rank, rows[0]!.class],
    ['2', null, null, null],
  )
  await house.refused(office.post('/api/v1/results', external), 409, 'result.exists')
})
