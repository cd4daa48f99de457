// A sheet of many sessions in one call: all or nothing unless asked otherwise, and each row told what is wrong with it.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type StudyHouse, studyHouse } from '../../../../test/study-house.ts'
import type { RefusedRow } from '../api/sessions.ts'
import { studyCheck } from './sources.ts'

const SHEET = '/api/v1/study-sessions/sheet'
type Row = { unit?: string; cell?: string; heldOn?: string; form?: string; attendance?: object[] }
const row = (part: Row = {}): Row => ({
  unit: 'A',
  heldOn: '2021-06-10',
  form: 'in-person',
  attendance: [{ kind: 'party-members', invited: 30, attended: 28 }],
  ...part,
})
const cells = (count: number, part: Row = {}) =>
  Array.from({ length: count }, (_, n) => row({ cell: `Chi bộ ${n + 1}`, ...part }))

type Answer = { recorded: number; invited: number; attended: number; refused: RefusedRow[] }
const send = (
  house: StudyHouse,
  rows: readonly Row[],
  part: object = {},
  as: 'office' | 'officer' = 'office',
) => house.as(as).post(SHEET, { directive: house.directive, rows, ...part })
const sent = async (...asked: Parameters<typeof send>): Promise<Answer> => {
  const answer = await send(...asked)
  assert.equal(answer.status, 200, await answer.clone().text())
  return (await answer.json()) as Answer
}
const count = async (house: StudyHouse) =>
  (await house.db.selectFrom('study_sessions').select('id').execute()).length

const BAD: Row[] = [
  row(),
  row({ unit: 'none' }),
  row({ heldOn: '31/06/2021', cell: 'x' }),
  row({ cell: 'y', attendance: [{ kind: 'people', invited: 1, attended: 2 }] }),
  row(),
  row({ unit: 'A2', attendance: [] }),
]
const WRONG = [
  [1, 'unit', 'studySession.unitNotFound'],
  [2, 'heldOn', 'input.day'],
  [3, 'attendance.0.attended', 'input.attended'],
  [4, 'cell', 'studySession.twice'],
  [5, 'attendance', 'input.tooSmall'],
] as const

describe('a sheet of sessions', () => {
  test('records five hundred cells in one call, counts them, and leaves one trace', async () => {
    await using house = await studyHouse()
    const rows = [...cells(250), ...cells(250, { unit: 'A2', form: 'online' })]
    assert.deepEqual(await sent(house, rows), {
      recorded: 500,
      invited: 15_000,
      attended: 14_000,
      refused: [],
    })
    assert.equal(await count(house), 500)
    assert.equal((await send(house, cells(501))).status, 400)
    const entries = await house.db
      .selectFrom('audit_entries')
      .selectAll()
      .where('action', '=', 'session.record')
      .execute()
    const { unit_id } = await house.db
      .selectFrom('unit_states')
      .select('unit_id')
      .where('code', '=', 'D1')
      .executeTakeFirstOrThrow()
    assert.deepEqual(
      entries.map((e) => [e.subject, e.unit_id, (e.details as { after: object[] }).after.length]),
      [[`directive:${house.directive}`, unit_id, 500]],
    )
    assert.deepEqual((await studyCheck.run(house.db)).differences, [])
    const asked = await house.as('nobody').get('/api/v1/rollup?indicator=came&period=2021&unit=D1&level=self')
    assert.equal(((await asked.json()) as { rows: { value: string }[] }).rows[0]?.value, '14000')
    assert.deepEqual(house.log, [])
  })

  test('with bad rows is refused as a whole, each told by its row and member', async () => {
    await using house = await studyHouse()
    const answer = await send(house, BAD)
    const told = (await answer.json()) as { code: string; errors: { path: string; message: string }[] }
    assert.deepEqual([answer.status, told.code], [422, 'studySession.rowsRefused'])
    assert.deepEqual(
      told.errors.map(({ path }) => path),
      WRONG.map(([n, path]) => `rows.${n}.${path}`),
    )
    assert.match(told.errors[0]!.message, /none.*2021-06-10/)
    assert.equal(await count(house), 0)
  })

  test('keeps the good rows when asked to, and lists the others', async () => {
    await using house = await studyHouse()
    const { recorded, refused } = await sent(house, BAD, { keepGood: true })
    assert.equal(recorded, 1)
    assert.deepEqual(
      refused.map(({ row: n, path, code }) => [n, path, code]),
      WRONG.map((wrong) => [...wrong]),
    )
    const again = await sent(house, [row(), row({ cell: 'Chi bộ 2' })], { keepGood: true })
    assert.deepEqual([again.recorded, again.refused[0]?.code], [1, 'studySession.recorded'])
  })

  test('tried out writes nothing and says what would be', async () => {
    await using house = await studyHouse()
    const tried = await sent(house, BAD, { dryRun: true })
    assert.deepEqual([tried.recorded, tried.attended, tried.refused.length], [1, 28, 5])
    assert.equal(await count(house), 0)
    assert.ok(!(await house.auditActions()).includes('session.record'))
    const nothing = await sent(house, [row({ unit: '' })], { keepGood: true })
    assert.equal(nothing.recorded, 0)
  })

  test('reaches as far as its sender does', async () => {
    await using house = await studyHouse()
    const rows = [row(), row({ unit: 'A2' }), row({ unit: 'B' })]
    const { recorded, refused } = await sent(house, rows, { keepGood: true }, 'officer')
    assert.deepEqual(
      [recorded, refused.map(({ row: n, code }) => [n, code])],
      [
        1,
        [
          [1, 'studySession.outside'],
          [2, 'studySession.outside'],
        ],
      ],
    )
    assert.equal((await house.as('leader').post(SHEET, { directive: house.directive, rows })).status, 403)
  })

  test('asks the database the same number of questions for ten rows as for a hundred', async () => {
    await using house = await studyHouse()
    await sent(house, [row()])
    const ten = await house.countQueries(() => sent(house, cells(10, { heldOn: '2021-07-01' })))
    assert.equal(await house.countQueries(() => sent(house, cells(100, { heldOn: '2021-08-01' }))), ten)
  })
})
