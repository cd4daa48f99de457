// A plan as somebody wants it, judged against what is there: units, periods, directives, targets.

import type { Day } from '#kernel/day.ts'
import { maxDay, minDay } from '#kernel/day.ts'
import { parsePeriod } from '#kernel/period.ts'
import { loadIndicators } from '#modules/indicators/index.ts'
import type { Indicator } from '#modules/indicators/schema.ts'
import { unitByCode } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Fault } from '#platform/http/problem.ts'
import type { PlanContent, TargetRef } from '../api/plans.ts'
import { daysOutside, planPeriod } from '../rules/plans.ts'
import { listByIds } from '../store/directives.ts'
import type { PlanDays, StoredGoal, StoredItem, StoredTarget } from '../store/plan-writes.ts'
import { PlanProblem } from './problems.ts'

/** @throws plan.refused when there are any */
export function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw PlanProblem.refused({ count: String(faults.length) }, faults)
}

/** The days of a period that a plan can be for. @throws plan.refused */
export function daysOf(code: string): PlanDays {
  const period = planPeriod(code)
  if (!period)
    throw PlanProblem.refused({ count: '1' }, [
      { path: 'period', code: 'plan.period', details: { period: code } },
    ])
  return { horizon: period.kind, period: code, startsOn: period.startsOn, endsOn: period.endsOn }
}

/** The day of a plan's days that is nearest to one. */
export const dayWithin = ({ startsOn, endsOn }: Pick<PlanDays, 'startsOn' | 'endsOn'>, day: Day): Day =>
  minDay(maxDay(day, startsOn), endsOn)

/**
 * Whoever held a code on that day, or last before it in the plan's days.
 * @param on its last day when left out
 * @throws plan.unitNotFound
 */
export async function unitOf(db: Db, code: string, days: PlanDays, on = days.endsOn): Promise<number> {
  const unit = await unitByCode(db, code, { startsOn: days.startsOn, endsOn: dayWithin(days, on) })
  if (!unit) throw PlanProblem.unitNotFound({ code })
  return unit.id
}

export type JudgedContent = { answers: number[]; goals: StoredGoal[] }
type Ground = { indicators: ReadonlyMap<string, Indicator>; known: ReadonlySet<number> }
type Item = PlanContent['goals'][number]['tasks'][number]

/**
 * What is to be stored of a content.
 *
 * @param known the items that the plan has already
 * @throws plan.refused with a fault for each member
 */
export async function judgeContent(
  db: Db,
  { answers, goals }: PlanContent,
  days: PlanDays,
  known: ReadonlySet<number>,
): Promise<JudgedContent> {
  const ground: Ground = { indicators: await loadIndicators(db), known }
  const faults: Fault[] = [...(await unknownDirectives(db, answers)), ...daysOutside(goals, days)]
  const seen = new Set<number>()
  const judge = async (item: Omit<Item, 'tasks'>, path: string): Promise<StoredItem> => {
    const id = item.id === undefined ? null : Number(item.id)
    if (id !== null && (!known.has(id) || seen.has(id)))
      faults.push({ path: `${path}.id`, code: 'plan.itemUnknown' })
    if (id !== null) seen.add(id)
    const { text, responsible, startsOn, dueOn, resources } = item
    const target = item.target && (await judgeTarget(db, item.target, `${path}.target`, ground, faults))
    return { id, text, responsible, startsOn, dueOn, resources, target, fromId: null }
  }
  const stored: StoredGoal[] = []
  for (const [g, { tasks, ...goal }] of goals.entries()) {
    const kept: StoredItem[] = []
    for (const [t, task] of tasks.entries()) kept.push(await judge(task, `goals.${g}.tasks.${t}`))
    const bare = { responsible: '', startsOn: null, dueOn: null, resources: '' }
    stored.push({ ...(await judge({ ...bare, ...goal }, `goals.${g}`)), tasks: kept })
  }
  refuse(faults)
  return { answers: answers.map(Number), goals: stored }
}

async function unknownDirectives(db: Db, answers: readonly string[]): Promise<Fault[]> {
  const there = new Set((await listByIds(db, answers.map(Number))).map(({ id }) => id))
  return answers.flatMap((id, n) =>
    there.has(Number(id)) ? [] : [{ path: `answers.${n}`, code: 'plan.directiveUnknown', details: { id } }],
  )
}

/** A target need not be set yet: what is taken in is which one is meant. */
async function judgeTarget(
  db: Db,
  { indicator, unit, period: code }: TargetRef,
  path: string,
  { indicators }: Ground,
  faults: Fault[],
): Promise<StoredTarget | null> {
  const period = parsePeriod(code)
  const found = period && (await unitByCode(db, unit, period))
  if (!indicators.has(indicator))
    faults.push({ path: `${path}.indicator`, code: 'indicator.notFound', details: { code: indicator } })
  if (!period) faults.push({ path: `${path}.period`, code: 'period.malformed', details: { code } })
  else if (!found) faults.push({ path: `${path}.unit`, code: 'plan.unitNotFound', details: { code: unit } })
  return found ? { indicator, unitId: found.id, period: code } : null
}
