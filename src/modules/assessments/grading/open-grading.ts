// Who is graded, and the opening of a grading.

import { addDays, type Day, maxDay, minDay, OPEN_START } from '#kernel/day.ts'
import type { Period } from '#kernel/period.ts'
import { readPeriod } from '#modules/indicators/index.ts'
import { listPosted, listPostsOf, type PostRow, unitStateOn } from '#modules/organisation/index.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Fault } from '#platform/http/problem.ts'
import type { GradingDays } from '../api/grade-shapes.ts'
import type { GradeRules } from '../rules/grade-rules.ts'
import { membersOf, unitsBelow } from '../scoring/open-round.ts'
import { findRules } from '../store/grade-rules.ts'
import { insertGradeSubjects, type NewSubject } from '../store/grading-subjects.ts'
import { insertGrading } from '../store/gradings.ts'
import { gradedUnit } from './ground.ts'
import { GradingProblem } from './problems.ts'
import { unitsWithin } from './rights.ts'

/** Nobody grades more people at once. */
const MOST = 10_000

/** Organisations below the keeper on the period's last day, grouped by their kind. */
export async function unitsToGrade(
  db: Db,
  keeperId: number,
  group: string,
  period: Period,
): Promise<NewSubject[]> {
  const there = await unitsBelow(db, keeperId, period.endsOn)
  return membersOf(group, there, period).map(({ id, code, name }) => ({
    unitId: id,
    unitCode: code,
    unitName: name,
    personId: null,
    code,
    name,
    title: there.tree.units.get(id)!.kind,
    group: there.tree.units.get(id)!.kind,
    isHead: false,
    cameFromId: null,
    servedMonths: null,
  }))
}

/** Who holds a post at the keeper or below it on the period's last day, once each: as head before anything else. */
export async function peopleToGrade(
  db: Db,
  keeperId: number,
  {
    group,
    period,
    rules,
  }: { group: string; period: Period; rules: Pick<GradeRules, 'transfer'> | undefined },
): Promise<NewSubject[]> {
  const topId = group === '' ? keeperId : await gradedUnit(db, group, period.code)
  const all = await unitsWithin(db, keeperId, period.endsOn)
  if (!all.includes(topId)) throw GradingProblem.groupNotFound({ group, period: period.code })
  const unitIds = group === '' ? all : await unitsWithin(db, topId, period.endsOn)
  const people = await listPosted(db, { unitIds, on: period.endsOn }, { after: undefined, limit: MOST })
  const posts = Map.groupBy(
    await listPostsOf(
      db,
      people.map(({ id }) => id),
    ),
    ({ personId }) => personId,
  )
  const subjects: NewSubject[] = []
  for (const { id, code, name, posts: held } of people) {
    const post = held.find(({ isHead }) => isHead) ?? held[0]!
    const unit = await unitStateOn(db, post.unitId, period.endsOn)
    const past = posts.get(id) ?? []
    subjects.push({
      unitId: post.unitId,
      unitCode: unit.code,
      unitName: unit.name,
      personId: id,
      code,
      name,
      title: post.title,
      group: post.group,
      isHead: post.isHead,
      cameFromId: formerUnit(past, post, period, rules?.transfer ?? null),
      servedMonths: servedMonths(past, period),
    })
  }
  return subjects
}

const monthsBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000 / 30.4)

/** The unit where somebody was long enough in the period before they came to the present one; null: none. */
export function formerUnit(
  posts: readonly PostRow[],
  present: PostRow,
  period: Pick<Period, 'startsOn' | 'endsOn'>,
  transfer: GradeRules['transfer'],
): number | null {
  if (!transfer) return null
  const before = posts
    .filter(
      ({ unitId, from, to }) => unitId !== present.unitId && from <= period.endsOn && to >= period.startsOn,
    )
    .filter(({ to }) => to < period.endsOn)
    .filter(
      ({ from, to }) =>
        monthsBetween(maxDay(from, period.startsOn), addDays(minDay(to, period.endsOn), 1)) >=
        transfer.opinionFromMonths,
    )
    .sort((a, b) => (a.to < b.to ? 1 : -1))
  return before[0]?.unitId ?? null
}

/** Whole months of the period in which somebody held any post. */
export function servedMonths(
  posts: readonly Pick<PostRow, 'from' | 'to'>[],
  period: Pick<Period, 'startsOn' | 'endsOn'>,
): number {
  const spans = posts
    .map(({ from, to }) => ({
      from: from === OPEN_START ? period.startsOn : maxDay(from, period.startsOn),
      to: minDay(to, period.endsOn),
    }))
    .filter(({ from, to }) => from <= to)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  const sum = { days: 0, last: addDays(period.startsOn, -1) }
  for (const { from, to } of spans) {
    const begin = maxDay(from, addDays(sum.last, 1))
    if (begin <= to) sum.days += (Date.parse(to) - Date.parse(begin)) / 86_400_000 + 1
    sum.last = maxDay(sum.last, to)
  }
  return Math.floor(sum.days / 30.4)
}

export type GradingDraft = GradingDays & {
  /** Code of rules in force on the period's last day. */
  rules: string
  period: string
  name: string
  /** A code, as held in the period. */
  keeper: string
  /** Units: a kind or a unit's code. People: a unit's code. '': all. */
  group: string
  /** Codes of units or people; only these. */
  list?: readonly string[] | undefined
}

/**
 * Opens a grading. The right at the keeper and the audit entry are the caller's to see to.
 *
 * @returns its id, and how many are graded
 * @throws period.malformed, grading.unitNotFound, grading.rulesNotFound, grading.groupNotFound, round.groupNotFound,
 *   grading.empty, grading.exists, grading.refused with a fault for each code that is not there
 */
export async function openGrading(
  tx: Tx,
  { rules: code, keeper: keeperCode, group, list, ...draft }: GradingDraft,
  who: { by: string; at: Date },
): Promise<{ id: number; subjects: number }> {
  const period = readPeriod(draft.period)
  const keeperId = await gradedUnit(tx, keeperCode, period.code)
  const kept = await findRules(tx, code, { on: period.endsOn })
  if (!kept) throw GradingProblem.rulesNotFound({ rules: code, period: period.code })
  const { rules } = kept
  const there =
    rules.subjects === 'units'
      ? await unitsToGrade(tx, keeperId, group, period)
      : await peopleToGrade(tx, keeperId, { group, period, rules })
  const subjects = list ? pick(list, there) : there
  if (subjects.length === 0) throw GradingProblem.empty()
  const { code: unitCode, name } = await unitStateOn(tx, keeperId, period.endsOn)
  const id = await insertGrading(
    tx,
    {
      ...draft,
      period: period.code,
      rulesId: kept.id,
      subjects: rules.subjects,
      keeper: { id: keeperId, code: unitCode, name },
    },
    who,
  )
  await insertGradeSubjects(tx, id, subjects)
  return { id, subjects: subjects.length }
}

function pick(codes: readonly string[], there: readonly NewSubject[]): NewSubject[] {
  const byCode = new Map(there.map((subject) => [subject.code, subject]))
  const faults = codes.flatMap((code, n): Fault[] =>
    byCode.has(code) ? [] : [{ path: `list.${n}`, code: 'grading.notBelow', details: { code } }],
  )
  if (faults.length > 0) throw GradingProblem.refused({ count: String(faults.length) }, faults)
  return [...new Set(codes)].map((code) => byCode.get(code)!)
}
