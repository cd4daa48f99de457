// The reform index and the gradings of the demo: the story of the case comes out of the records.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import {
  checkAssessment,
  listRankings,
  readLastChange,
  readRanking,
  readWhy,
} from '#modules/assessments/index.ts'
import { getFigures } from '#modules/programmes/index.ts'
import { openTestDatabase } from '../test/database.ts'
import { loadDemo } from './load.ts'

const opened: { house?: Awaited<ReturnType<typeof openTestDatabase>> } = {}
before(async () => {
  opened.house = await openTestDatabase()
  await loadDemo(opened.house)
})
after(() => opened.house?.close())
const db = () => opened.house!.db
const WHOLE = { skip: 0, limit: 100 }

async function rankOf(period: string): Promise<[rank: number | null, of: number]> {
  const line = (await listRankings(db(), 'PAR')).find((one) => one.period === period)!
  const { rows } = await readRanking(db(), line.id, WHOLE)
  return [rows.find(({ unit }) => unit.code === '126')!.rank, rows.length]
}

test('Sông Mã is in the lower third for 2020 and third of twelve for 2021, and F08 says so', async () => {
  assert.deepEqual(await rankOf('2020'), [10, 12])
  assert.deepEqual(await rankOf('2021'), [3, 12])
  for (const [period, rank] of [
    ['2020', '10'],
    ['2021', '3'],
  ] as const) {
    const { figures } = await getFigures(db(), { period, borders: 'then', today: '2026-11-22', lang: 'vi' })
    assert.equal(figures.find(({ key }) => key === 'F08')?.value, rank)
  }
})

test('its appeal changed one score, and with it two ranks', async () => {
  const line = (await listRankings(db(), 'PAR')).find(({ period }) => period === '2021')!
  const change = (await readLastChange(db(), line.id))!
  assert.deepEqual(
    change.units.map(({ unit, before: was, after: is, criteria }) => [
      unit.code,
      was.rank,
      is.rank,
      criteria.map(({ code }) => code),
    ]),
    [
      ['126', 4, 3, ['7.2']],
      ['125', 3, 4, []],
    ],
  )
  const why = (await readWhy(db(), line.id, '126'))!
  const leaves = why.areas.flatMap(({ criteria }) => criteria)
  assert.equal(leaves.length, 40)
  const sum = leaves.reduce((total, { points }) => total + Number(points), 0)
  assert.ok(Math.abs(sum - Number(why.points)) < 1e-9)
})

test('the national index of 2024 is incomplete: four areas, no index, no rank', async () => {
  const [line] = await listRankings(db(), 'PARI')
  const { rows } = await readRanking(db(), line!.id, WHOLE)
  const [row] = rows
  assert.deepEqual(
    [row!.indexPercent, row!.rank, row!.class, row!.areas.filter(({ points }) => points !== null).length],
    [null, null, null, 4],
  )
})

test('what the command keeps gives the same bytes again', async () => {
  const { verdict } = await checkAssessment(db(), { scheme: 'PAR', period: '2021' })
  assert.equal(verdict, 'none', 'the demo keeps results of rounds; the command keeps its own')
})

test('twenty organisations and twenty-four officials are graded, and whoever would pass the quota waits', async () => {
  const { rows } = await sql<{ period: string; subjects: string; all: number; open: number }>`
      select g.period, g.subjects, count(*)::int as all,
             (count(*) filter (where not exists (
               select from grade_facts f where f.subject_id = s.id and f.step = 'decision' and f.is_current)))::int as open
        from gradings g join grading_subjects s on s.grading_id = g.id
       where g.period = '2021' group by 1, 2 order by 2 desc`.execute(db())
  assert.deepEqual(rows, [
    { period: '2021', subjects: 'units', all: 20, open: 1 },
    { period: '2021', subjects: 'people', all: 24, open: 5 },
  ])
})
