// Steps of rounds, gradings and appeals become notices: told once when they wait, and reminded of before and after their day.

import { addDays, dayOf } from '#kernel/day.ts'
import { listWorkNews, listWorkSteps, type WorkStep } from '#modules/assessments/index.ts'
import { accountsOfPeople } from '#modules/organisation/index.ts'
import type { Signal } from '#platform/audit/follow.ts'
import type { Tx } from '#platform/db/db.ts'
import type { Permission } from '#platform/http/endpoint.ts'
import { gatherJudged } from '../rules/judged-news.ts'
import { insertNotices } from '../store/notices.ts'
import { asTheyWish, peopleOfUnits } from './gather-duties.ts'
import type { RoleMay } from './role-may.ts'

/** What was decided longer ago than this is no news. */
const NEWS_DAYS = 7
const MOVES =
  /^(round\.steer|score\.(send|verify|decide|feed)|result\.publish|appeal\.\w+|grading\.steer|grade\.\w+)$/

/** Whether something happened after which other steps may wait. A single score is none. */
export const movesJudging = (entries: readonly Signal[]): boolean =>
  entries.some(({ action }) => MOVES.test(action))

const TAKEN_BY: Readonly<Record<string, Permission>> = {
  score: 'score.say',
  explain: 'score.say',
  verify: 'score.verify',
  review: 'score.verify',
  move: 'round.steer',
  conclude: 'round.steer',
  assign: 'appeal.assign',
  resolve: 'appeal.decide',
  grade: 'grade.comment',
  propose: 'grade.propose',
  decide: 'grade.decide',
  published: 'appeal.file',
  answered: 'appeal.file',
  noticed: 'grade.comment',
  graded: 'grade.comment',
}

/** Answers how many notices were made; who has been told already is not told again. */
export async function tellJudged(tx: Tx, roleMay: RoleMay, now: Date): Promise<number> {
  const today = dayOf(now)
  const rows = [...(await listWorkSteps(tx, today)), ...(await listWorkNews(tx, addDays(today, -NEWS_DAYS)))]
  if (rows.length === 0) return 0
  const accountOf = await accountsOfPeople(
    tx,
    rows.flatMap(({ personId }) => personId ?? []),
  )
  const places = rows.map(({ placeId }) => placeId)
  const holders = await peopleOfUnits(tx, places, roleMay, now)
  const peopleOf = ({ step, placeId, accountId, personId }: WorkStep): number[] => {
    const meant = accountId ?? (personId === null ? undefined : accountOf.get(personId))
    if (meant !== undefined) return [meant]
    // What a person is told of their grade is for nobody else
    return step === 'graded' ? [] : holders(placeId, TAKEN_BY[step]!)
  }
  const blank = {
    form: null,
    dutyId: null,
    occurrenceId: null,
    version: null,
    reason: null,
    by: null,
    at: now,
  }
  const unsent = gatherJudged(rows, peopleOf, today).map((one) => ({ ...blank, ...one }))
  return insertNotices(tx, await asTheyWish(tx, unsent, now))
}
