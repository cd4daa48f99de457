import type { Day } from '#kernel/day.ts'
import { type Period, parsePeriod } from '#kernel/period.ts'
import type { TaskState } from '../schema.ts'

/** The period of a plan: a year or a term; null for anything else. */
export function planPeriod(code: string): (Period & { kind: 'year' | 'term' }) | null {
  const period = parsePeriod(code)
  return period && (period.kind === 'year' || period.kind === 'term')
    ? { ...period, kind: period.kind }
    : null
}

/** True when a plan can go on in `next`: it begins later, so that nothing is carried back or onto itself. */
export const isLater = (next: Period, than: { startsOn: Day }): boolean => next.startsOn > than.startsOn

/** What a plan counts of a task. `percent` is 0 to 100. */
export type Standing = { state: TaskState; percent: number; dueOn: Day | null }

/** Days since its day, while it is neither done nor dropped; 0 before, on the day itself, and without a day. */
export function taskDaysLate({ state, dueOn }: Standing, today: Day): number {
  if (state !== 'going' || dueOn === null || dueOn >= today) return 0
  return Math.round((Date.parse(today) - Date.parse(dueOn)) / 86_400_000)
}

/**
 * How the tasks of a plan stand together. `percent` is the mean of those that are not dropped, every task weighing the
 * same, cut to a whole, so that a plan is at 100 only when all of it is; null when nothing is left to count.
 */
export function countTasks(tasks: readonly Standing[], today: Day) {
  const counted = tasks.filter(({ state }) => state !== 'dropped')
  const sum = counted.reduce((total, { percent }) => total + percent, 0)
  return {
    all: tasks.length,
    done: tasks.filter(({ state }) => state === 'done').length,
    dropped: tasks.length - counted.length,
    late: tasks.filter((task) => taskDaysLate(task, today) > 0).length,
    percent: counted.length === 0 ? null : Math.floor(sum / counted.length),
  }
}

/** Goals, each with its tasks, in the order of the items. */
export function nest<I extends { id: number; goalId: number | null }>(
  items: readonly I[],
): (I & { tasks: I[] })[] {
  const below = Map.groupBy(items, ({ goalId }) => goalId)
  return (below.get(null) ?? []).map((goal) => ({ ...goal, tasks: below.get(goal.id) ?? [] }))
}

/** Goals with only what is left to do: those of which nothing is left are not there. Order is kept. */
export const unfinished = <G extends { tasks: readonly { state: TaskState }[] }>(goals: readonly G[]): G[] =>
  goals
    .map((goal) => ({ ...goal, tasks: goal.tasks.filter(({ state }) => state === 'going') }))
    .filter(({ tasks }) => tasks.length > 0)

export type PlanFault = { path: string; code: string; details?: Record<string, string> }
type Dated = { tasks: readonly { startsOn: Day | null; dueOn: Day | null }[] }

/** Tasks whose day is outside the plan's own days. */
export function daysOutside(goals: readonly Dated[], days: { startsOn: Day; endsOn: Day }): PlanFault[] {
  const details = { startsOn: days.startsOn, endsOn: days.endsOn }
  return goals.flatMap(({ tasks }, g) =>
    tasks.flatMap((task, t) =>
      (['startsOn', 'dueOn'] as const)
        .filter((member) => {
          const day = task[member]
          return day !== null && (day < days.startsOn || day > days.endsOn)
        })
        .map((member) => ({ path: `goals.${g}.tasks.${t}.${member}`, code: 'plan.dayOutside', details })),
    ),
  )
}

type Issuable = {
  answers: readonly unknown[]
  goals: readonly { tasks: readonly { responsible: string; dueOn: Day | null }[] }[]
}

/**
 * What a plan lacks before it can be issued: a directive that it answers, a task in each goal, and for each task who is
 * responsible and by when. None: it can be issued.
 */
export function whatItLacks({ answers, goals }: Issuable): PlanFault[] {
  return [
    ...(answers.length === 0 ? [{ path: 'answers', code: 'plan.answersNothing' }] : []),
    ...(goals.length === 0 ? [{ path: 'goals', code: 'plan.noTask' }] : []),
    ...goals.flatMap(({ tasks }, g) => [
      ...(tasks.length === 0 ? [{ path: `goals.${g}.tasks`, code: 'plan.noTask' }] : []),
      ...tasks.flatMap(({ responsible, dueOn }, t) => [
        ...(responsible === ''
          ? [{ path: `goals.${g}.tasks.${t}.responsible`, code: 'plan.nobodyResponsible' }]
          : []),
        ...(dueOn === null ? [{ path: `goals.${g}.tasks.${t}.dueOn`, code: 'plan.noDay' }] : []),
      ]),
    ]),
  ]
}
