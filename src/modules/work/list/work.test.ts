// Everybody's list of work, from records alone.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Persona } from '../../../../test/persona.ts'
import { cells, report, type WorkHouse, workHouse } from '../../../../test/work-house.ts'
import type { ReportWork, TargetWork, WorkGroup } from '../api/work.ts'

type Answer = { on: string; groups: WorkGroup[] }
const work = async (house: WorkHouse, persona: Persona, query = '', unit?: string) => {
  const answer = await house.as(persona, unit).get(`/api/v1/work${query}`)
  assert.equal(answer.status, 200, await answer.clone().text())
  return (await answer.json()) as Answer
}
/** Groups with their counts: `returned 1, due 2`. */
const counts = async (house: WorkHouse, persona: Persona, query = '', unit?: string) =>
  (await work(house, persona, query, unit)).groups.map(({ kind, count }) => `${kind} ${count}`)
const items = async (house: WorkHouse, persona: Persona, kind: string, query = '', unit?: string) =>
  (await work(house, persona, query, unit)).groups.find((group) => group.kind === kind)!.items as ReportWork[]

const submit = (house: WorkHouse, longan = '888') =>
  house.as('officer').put(report(), { ...cells(longan), submit: true })
const giveBack = (house: WorkHouse) =>
  house.as('verifier').post(`${report()}/return`, {
    cells: [{ indicator: 'longan', reason: 'Lệch 46 ha so với sổ vùng trồng' }],
  })

describe('a report', () => {
  test('is due until it is sent, then waits for others and is to be checked, and is gone when approved', async () => {
    await using house = await workHouse()
    await house.open('A', '2021-12-18')
    assert.deepEqual(await counts(house, 'officer'), ['due 1'])
    assert.deepEqual(await counts(house, 'verifier'), [])
    await submit(house)
    assert.deepEqual(await counts(house, 'officer'), ['waiting 1'])
    assert.deepEqual(await counts(house, 'verifier'), ['check 1'])
    await house.as('verifier').post(`${report()}/approve`)
    assert.deepEqual(await counts(house, 'officer'), [])
    assert.deepEqual(await counts(house, 'verifier'), [])
  })

  test('that is due says what it is, how far it is, by when, and what to do', async () => {
    await using house = await workHouse()
    await house.open('A', '2021-12-18')
    const office = await house.accountOf('office')
    const [fresh] = await items(house, 'officer', 'due')
    assert.deepEqual(fresh, {
      about: 'report',
      form: { code: 'fruit', name: 'Cây ăn quả', nameEn: 'Fruit trees' },
      period: '2021',
      unit: fresh!.unit,
      units: 1,
      expected: 1,
      names: [],
      version: null,
      filled: 0,
      asked: 2,
      reason: null,
      cells: 0,
      by: office.username,
      at: '2021-12-16T02:00:00.000Z',
      dueOn: '2021-12-18',
      daysLate: 0,
      dataTo: null,
      action: 'enter',
      link: '/reports/fruit?unit=A&period=2021',
    })
    await house.as('officer').put(report(), cells('888'))
    const [begun] = await items(house, 'officer', 'due')
    assert.deepEqual([begun!.filled, begun!.version, begun!.action], [1, 1, 'continue'])
  })

  test('that was returned stands first with its reason, also while it is being corrected, and not as due', async () => {
    await using house = await workHouse()
    await house.open('A', '2021-12-18')
    await submit(house)
    await giveBack(house)
    const verifier = await house.accountOf('verifier')
    for (const correct of [async () => {}, () => house.as('officer').put(report(), cells('842'))]) {
      await correct()
      assert.deepEqual(await counts(house, 'officer'), ['returned 1'])
      const [back] = await items(house, 'officer', 'returned')
      assert.deepEqual(
        [back!.reason, back!.cells, back!.by, back!.dueOn, back!.action],
        ['Lệch 46 ha so với sổ vùng trồng', 1, verifier.username, '2021-12-18', 'correct'],
      )
    }
    await submit(house, '842')
    assert.deepEqual(await counts(house, 'officer'), ['waiting 1'])
  })

  test('is overdue the day after its due day, by days', async () => {
    await using house = await workHouse()
    await house.open('A', '2021-12-14')
    assert.deepEqual(await counts(house, 'officer'), ['overdue 1'])
    assert.equal((await items(house, 'officer', 'overdue'))[0]!.daysLate, 2)
  })

  test('without a due day is due, and last', async () => {
    await using house = await workHouse()
    await house.open('A')
    assert.deepEqual((await items(house, 'officer', 'due'))[0]!.dueOn, null)
  })
})

describe('nobody finds', () => {
  test("another unit's work, also not by naming it", async () => {
    await using house = await workHouse()
    await house.open('P', '2021-12-18')
    await submit(house)
    assert.deepEqual(await counts(house, 'outsider', '?unit=A'), [])
    assert.deepEqual(await counts(house, 'outsider', '?unit=A&view=units'), [])
    assert.deepEqual(await counts(house, 'verifier', '', 'D2'), [])
    assert.deepEqual(await counts(house, 'outsider'), ['due 1'])
    assert.deepEqual(await counts(house, 'outsider', '?unit=nowhere'), [])
  })

  test('what they sent themselves among what they are to check', async () => {
    await using house = await workHouse()
    await submit(house)
    const { id } = await house.accountOf('officer')
    await house.transact((tx) =>
      tx.insertInto('grants').values({ account_id: id, role: 'verifier', unit_id: null }).execute(),
    )
    assert.deepEqual(await counts(house, 'officer'), ['waiting 1'])
  })
})

describe('whoever is limited to a field of work', () => {
  const limit = async (house: WorkHouse, persona: Persona, field: string) => {
    await house.as(persona).get('/api/v1/notices')
    const { id } = await house.accountOf(persona)
    await house.transact((tx) =>
      tx.updateTable('grants').set({ field }).where('account_id', '=', id).execute(),
    )
  }
  const ofField = (house: WorkHouse, field: string | null) =>
    house.transact((tx) => tx.updateTable('forms').set({ field }).where('code', '=', 'fruit').execute())

  for (const [field, expected] of [
    ['agriculture', ['check 1']],
    ['housing', []],
    [null, []],
  ] as const)
    test(`to agriculture finds ${expected.length} to check of a form of ${field ?? 'none'}, and is told as much`, async () => {
      await using house = await workHouse()
      await ofField(house, field)
      await limit(house, 'verifier', 'agriculture')
      await submit(house)
      await house.tell()
      assert.deepEqual(await counts(house, 'verifier'), expected)
      const answer = await house.as('verifier').get('/api/v1/notices')
      assert.equal(((await answer.json()) as { unread: number }).unread, expected.length)
    })

  test('reads what waits in that field and in none, not in another', async () => {
    await using house = await workHouse()
    await limit(house, 'verifier', 'agriculture')
    await submit(house)
    for (const [field, expected] of [
      ['agriculture', ['waiting 1']],
      [null, ['waiting 1']],
      ['housing', []],
    ] as const) {
      await ofField(house, field)
      assert.deepEqual(await counts(house, 'verifier', '?view=units'), expected, String(field))
    }
  })
})

describe('whoever looks after many units', () => {
  test('sees more than three of a form and due day as one line, with its number and the board', async () => {
    await using house = await workHouse()
    const more = ['A3', 'A4'].map((code) => `${code},Xã ${code},xã,D1,2021-01-01,`).join('\n')
    await house.bring('units', `code,name,kind,parent_code,valid_from,valid_to\n${more}\n`)
    await house.open('P', '2021-12-14')
    assert.deepEqual(await counts(house, 'office', '?view=units'), ['overdue 5'])
    const [line, ...others] = await items(house, 'office', 'overdue', '?view=units')
    assert.deepEqual(others, [])
    assert.deepEqual([line!.unit, line!.units, line!.expected, line!.action], [null, 5, 5, 'look'])
    assert.equal(line!.names.length, 3)
    assert.equal(line!.link, '/board?form=fruit&period=2021')
  })

  test('can narrow it to a unit; the period that is looked at hides no work', async () => {
    await using house = await workHouse()
    await house.open('P', '2021-12-18')
    assert.deepEqual(await counts(house, 'office', '?view=units&unit=D2'), ['due 1'])
    assert.deepEqual(await counts(house, 'office', '?view=units&period=2020'), ['due 3'])
    assert.deepEqual(await counts(house, 'office'), [], 'nothing that the office itself must do')
  })

  test('reads what waits to be checked in pages, each report once, those that wait longest first', async () => {
    await using house = await workHouse()
    const codes = Array.from({ length: 45 }, (_, n) => `C${String(n).padStart(2, '0')}`)
    const rows = codes.map((code) => `${code},Xã ${code},xã,D1,2021-01-01,`).join('\n')
    await house.bring('units', `code,name,kind,parent_code,valid_from,valid_to\n${rows}\n`)
    for (const code of codes)
      await house.as('officer', 'D1').put(report(code), { ...cells('1'), submit: true })
    const first = (await work(house, 'verifier')).groups[0]!
    assert.deepEqual([first.count, first.items.length], [45, 20])
    const seen = [...first.items]
    for (let cursor = first.nextCursor; cursor; ) {
      const path = `/api/v1/work/check?after=${encodeURIComponent(cursor)}`
      const group = (await (await house.as('verifier').get(path)).json()) as WorkGroup
      assert.equal(group.count, 45)
      seen.push(...group.items)
      cursor = group.nextCursor
    }
    assert.deepEqual(
      seen.map((item) => (item as ReportWork).unit!.code),
      codes,
    )
  })
})

test('what is behind its target is told with both numbers and what is missing', async () => {
  await using house = await workHouse('2022-01-15T02:00:00Z')
  await house.bring('values', 'indicator,unit_code,period,value\nlongan,A,2021,17\nmango,A,2021,30\n')
  await house.bring('targets', 'indicator,unit_code,period,value\nlongan,A,2021,21\nmango,A,2021,30\n')
  assert.deepEqual(await counts(house, 'officer', '?period=2021'), ['behind 1'])
  const [item] = (await work(house, 'officer', '?period=2021')).groups[0]!.items as unknown as TargetWork[]
  assert.deepEqual(
    [item!.label, item!.value, item!.target, item!.gap, item!.attainmentPercent, item!.unit.code],
    ['Diện tích nhãn', '17', '21', '4', '81.0', 'A'],
  )
})

test('the list asks the database as often for many reports as for one', async () => {
  await using house = await workHouse()
  await house.open('D1', '2021-12-18')
  await submit(house)
  const one = await house.countQueries(() => work(house, 'verifier'))
  await house.as('officer', 'D1').put(report('A2'), { ...cells('1'), submit: true })
  assert.equal((await house.countQueries(() => work(house, 'verifier'))) <= one, true)
})
