import { listRankings, readLastChange, readRanking, readWhy } from '#modules/assessments/index.ts'
import type { Question } from '../rules/question.ts'
import type { Frame, RankingView } from '../view.ts'
import type { Source } from './source.ts'

/** Rows on one page. */
const ROWS = 100

/** The asked year, else the last one. Undefined when nothing of the scheme is published for it. */
export async function loadRanking(
  { db }: Source,
  frame: Frame,
  scheme: string,
  { year, unit, at = 1 }: Question,
): Promise<RankingView | undefined> {
  const lines = await listRankings(db, scheme)
  const line = year === undefined ? lines[0] : lines.find(({ period }) => period === String(year))
  if (!line) return undefined
  const pages = Math.max(1, Math.ceil(line.subjects / ROWS))
  const page = Math.min(at, pages)
  return {
    ...frame,
    result: await readRanking(db, line.id, { skip: (page - 1) * ROWS, limit: ROWS }),
    published: lines
      .filter(({ period }) => /^\d{4}$/.test(period))
      .map(({ period }) => ({ year: Number(period), current: period === line.period })),
    why: unit === undefined ? null : await readWhy(db, line.id, unit),
    change: await readLastChange(db, line.id),
    page,
    pages,
  }
}
