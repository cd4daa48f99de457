import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cellAt, type ScoringHouse, scoringHouse } from '../../../../test/scoring-house.ts'
import type { Cell, QueueItem, TableRow } from '../api/scoring.ts'

type Queue = { stage: string | null; items: QueueItem[]; nextCursor: string | null }

async function sentHouse(): Promise<ScoringHouse> {
  const house = await scoringHouse()
  await house.claim()
  await house.ok(
    house.as('officer', 'A2').post(`/api/v1/rounds/${house.round}/subjects/A2/send`, { anyway: true }),
  )
  await house.move('verify')
  return house
}
const queue = (house: ScoringHouse, query: string, who = house.as('verifier')) =>
  house.ok<Queue>(who.get(`/api/v1/rounds/${house.round}/queue?${query}`))
const places = ({ items }: Queue) => items.map(({ unit, cell }) => `${cell.criterion} ${unit.code}`)
const verify = (house: ScoringHouse, body: object) =>
  house.as('verifier').post(`/api/v1/rounds/${house.round}/verify`, body)

describe('the queue of a verifier', () => {
  test('goes criterion by criterion, page by page, without what is verified', async () => {
    await using house = await sentHouse()
    const all = await queue(house, 'area=I')
    assert.deepEqual([all.stage, places(all)], ['verified', ['1.1 A', '1.1 A2', '1.2 A', '1.2 A2']])
    const first = await queue(house, 'area=I&limit=3')
    const rest = await queue(house, `area=I&limit=3&after=${encodeURIComponent(first.nextCursor!)}`)
    assert.deepEqual([places(rest), rest.nextCursor], [['1.2 A2'], null])
    await house.ok(house.say(house.as('verifier'), '1.1', 'verified', { met: true }))
    assert.deepEqual(places(await queue(house, 'area=I&unit=A')), ['1.2 A'])
    assert.deepEqual(places(await queue(house, 'area=II')), ['2.1 A', '2.1 A2'], 'no surveys')
  })

  test('tells the unit’s own score with its evidence', async () => {
    await using house = await scoringHouse()
    const url = `/api/v1/rounds/${house.round}/subjects/A/evidence`
    await house.ok(house.as('officer').post(url, { number: '12-KH/HU', criteria: ['1.1'] }))
    await house.claim()
    await house.move('verify')
    const { items } = await queue(house, 'area=I&unit=A')
    assert.deepEqual(
      [items[0]?.cell.scores[0]?.points, items[0]?.evidence[0]?.number, items[0]?.cell.may],
      ['2', '12-KH/HU', ['verified']],
    )
  })

  test('then holds what was explained and not looked at again', async () => {
    await using house = await sentHouse()
    await house.ok(house.say(house.as('verifier'), '1.1', 'verified', { met: false }, { reason: 'missing' }))
    await house.move('explain')
    assert.deepEqual(places(await queue(house, 'area=I')), [])
    await house.ok(house.say(house.as('officer'), '1.1', 'explained', {}, { note: 'Đã ban hành, trang 2' }))
    const explained = await queue(house, 'area=I')
    assert.deepEqual([explained.stage, places(explained)], ['re-verified', ['1.1 A']])
    await house.ok(verify(house, { take: 'explained', cells: [{ unit: 'A', criterion: '1.1' }] }))
    assert.deepEqual(places(await queue(house, 'area=I')), [])
    assert.equal(cellAt(await house.sheet(), '1.1').counted?.points, '2')
  })

  test('holds nothing of units that the caller answers for, and is nobody else’s', async () => {
    await using house = await sentHouse()
    await house.refused(
      house.as('officer').get(`/api/v1/rounds/${house.round}/queue?area=I`),
      403,
      'auth.forbidden',
    )
    assert.deepEqual(places(await queue(house, 'area=I', house.as('verifier', 'D2'))), [])
  })
})

describe('many cells at once', () => {
  test('are verified as claimed, in one entry of the log', async () => {
    await using house = await sentHouse()
    const cells = ['1.1', '1.2', '2.1'].map((criterion) => ({ unit: 'A', criterion }))
    const told = await house.ok<{ cells: Cell[] }>(verify(house, { cells }))
    assert.deepEqual(
      told.cells.map(({ counted }) => [counted?.stage, counted?.points]),
      [
        ['verified', '2'],
        ['verified', '2.875'],
        ['verified', '3'],
      ],
    )
    assert.equal((await house.auditActions()).filter((action) => action === 'score.verify').length, 1)
  })

  test('are verified all or none: what cannot be is told cell by cell', async () => {
    await using house = await sentHouse()
    const { cell } = await house.criterion('1.1', 'A', house.as('verifier'))
    const cells = [
      { unit: 'A', criterion: '1.1', etag: cell.etag },
      { unit: 'A', criterion: '1.2', etag: '"score-0"' },
      { unit: 'A2', criterion: '1.1' },
    ]
    const told = await house.refused(verify(house, { cells }), 422, 'score.refused')
    assert.deepEqual(
      told.errors.map(({ path }) => path),
      ['cells.1', 'cells.2'],
    )
    assert.equal(cellAt(await house.sheet(), '1.1').scores.length, 1)
  })
})

describe('the council', () => {
  const table = (house: ScoringHouse, who = house.as('office', 'D1')) =>
    house.ok<{ rows: TableRow[] }>(who.get(`/api/v1/rounds/${house.round}/table`))

  test('sees each subject’s sums by area and stage', async () => {
    await using house = await sentHouse()
    await house.ok(house.say(house.as('verifier'), '1.2', 'verified', { num: '48', den: '48' }))
    const { rows } = await table(house)
    assert.deepEqual(
      rows.map(({ code, areas, totals }) => [
        code,
        areas[0]?.sums.self?.points,
        areas[0]?.sums.counted.points,
        totals.counted,
        totals.indexPercent,
      ]),
      [
        ['A', '4.875', '5', { points: '8', max: '8', said: 4, of: 4 }, '100.00'],
        ['A2', '0', '0', { points: '0', max: '8', said: 1, of: 4 }, null],
      ],
    )
    await house.refused(house.as('officer').get(`/api/v1/rounds/${house.round}/table`), 403, 'auth.forbidden')
  })

  test('sees no own score that is not sent', async () => {
    await using house = await scoringHouse()
    await house.ok(house.say(house.as('officer'), '1.1', 'self', { met: true }))
    const { rows } = await table(house)
    assert.deepEqual([rows[0]?.totals.self, rows[0]?.totals.counted.points], [null, '0'])
  })

  test('takes over what counts, keeps the reason of a cut, and leaves open what nobody assessed', async () => {
    await using house = await sentHouse()
    await house.ok(house.say(house.as('verifier'), '1.1', 'verified', { met: false }, { reason: 'missing' }))
    await house.move('explain')
    await house.move('council')
    const office = house.as('office', 'D1')
    const url = `/api/v1/rounds/${house.round}/final`
    const cells = [{ unit: 'A', criterion: '1.1' }]
    assert.deepEqual(await house.ok(office.post(url, { cells })), { decided: 1, open: 0 })
    assert.deepEqual(await house.ok(office.post(url, { units: ['A', 'A2'] })), { decided: 2, open: 3 })
    const sheet = await house.sheet()
    assert.deepEqual(
      [cellAt(sheet, '1.1').scores.at(-1)?.stage, cellAt(sheet, '1.1').scores.at(-1)?.reason],
      ['final', 'missing'],
    )
    assert.deepEqual(sheet.totals.final, { points: '5.875', max: '8', said: 3, of: 3 })
    assert.deepEqual(await house.ok(office.post(url, { units: ['A'] })), { decided: 0, open: 0 })
    await house.refused(house.as('verifier').post(url, { units: ['A'] }), 403, 'auth.forbidden')
  })

  test('decides nothing before its turn', async () => {
    await using house = await sentHouse()
    const told = await house.refused(
      house.as('office', 'D1').post(`/api/v1/rounds/${house.round}/final`, { units: ['A'] }),
      422,
      'score.refused',
    )
    assert.equal(told.errors[0]?.path, 'units.0')
  })
})
