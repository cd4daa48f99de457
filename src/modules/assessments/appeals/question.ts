// What an appeal puts in question, alike for a unit's score and for a grade.

import type { Day } from '#kernel/day.ts'
import { parsePeriod } from '#kernel/period.ts'
import { findPersonOfAccount, listUnitNames } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Place } from '#platform/http/endpoint.ts'
import { type AppealableGrade, findAppealableGrade } from '../grading/appealing.ts'
import { getGradingRow } from '../grading/ground.ts'
import { mayOwn } from '../rules/appeal.ts'
import { listDeciders } from '../store/appeal-facts.ts'
import type { AppealRow } from '../store/appeals.ts'
import { listClaimed } from '../store/said-reading.ts'
import { type Matter, matterOf, placeToDecide } from './matter.ts'
import { AppealProblem } from './problems.ts'

type Named = { code: string; name: string }
/** Somebody who would own it, or whom they act for. */
export type Who = { id: number; username: string }

export type Question = {
  about: { id: string; name: string; period: string }
  keeper: Named & { id: number }
  unit: Named
  /** Null: the result as a whole, or a grade. */
  criterion: Named | null
  /** Null: about a score. */
  grade: AppealableGrade | null
  decideAt: Place
  /** Outside the first decision and outside the subject, each of them. */
  standApart(db: Db, who: readonly Who[], attached: ReadonlySet<number>): Promise<boolean>
}

/** @throws appeal.notFound where the person was erased */
export const questionOf = (db: Db, row: AppealRow): Promise<Question> =>
  row.kind === 'grade' ? aboutGrade(db, row) : aboutScore(db, row)

async function aboutScore(db: Db, row: AppealRow): Promise<Question> {
  const matter = await matterOf(db, row)
  return scoreQuestion(row, matter, await placeToDecide(db, matter))
}

function scoreQuestion(row: AppealRow, matter: Matter, decideAt: Place): Question {
  const { round } = matter.ground
  return {
    about: { id: String(round.id), name: round.name, period: round.period },
    keeper: { id: round.keeperId, code: round.keeperCode, name: round.keeperName },
    unit: { code: matter.subject.code, name: matter.subject.name },
    criterion: matter.criterion,
    grade: null,
    decideAt,
    async standApart(db, who, attached) {
      const { ids, names } = partsOf(who)
      const { scheme, period, id: roundId } = round
      const { unitId, criterion } = row
      const deciders = await listDeciders(db, { scheme, period, unitId, criterion, roundId })
      const claimed = await listClaimed(db, round, { ids, names })
      return mayOwn({
        hasDecided: ids.some((id) => deciders.ids.has(id)) || names.some((name) => deciders.names.has(name)),
        isSubject: attached.has(unitId) || claimed.has(unitId) || hasFiled(row, who),
      })
    },
  }
}

async function aboutGrade(db: Db, row: AppealRow): Promise<Question> {
  const grade = await findAppealableGrade(db, row.gradeSubject!)
  if (!grade) throw AppealProblem.notFound()
  const grading = await getGradingRow(db, String(grade.gradingId))
  const day: Day = parsePeriod(grade.period)!.endsOn
  const [unit] = await listUnitNames(db, [grade.unitId], day)
  return {
    about: { id: String(grading.id), name: grading.name, period: grading.period },
    keeper: { id: grading.keeperId, code: grading.keeperCode, name: grading.keeperName },
    unit: { code: unit!.code, name: unit!.name },
    criterion: null,
    grade,
    decideAt: { unit: grading.keeperId },
    async standApart(db, who, attached) {
      const { ids, names } = partsOf(who)
      const persons = await Promise.all(ids.map((id) => findPersonOfAccount(db, id)))
      return mayOwn({
        hasDecided: names.some((name) => grade.deciders.includes(name)),
        isSubject:
          (grade.personId === null
            ? attached.has(grade.unitId)
            : persons.some((person) => person?.id === grade.personId)) || hasFiled(row, who),
      })
    },
  }
}

const partsOf = (who: readonly Who[]) => ({
  ids: who.map(({ id }) => id),
  names: who.map(({ username }) => username),
})
const hasFiled = ({ filedById, filedFor }: AppealRow, who: readonly Who[]): boolean =>
  who.some(({ id, username }) => id === filedById || username === filedFor)
