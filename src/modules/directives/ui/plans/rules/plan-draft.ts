// A plan while somebody writes it: its goals and tasks under keys of their own, so that they can be moved about.

import type { Plan, PlanContent, TargetRef } from '../../../api/plans.ts'

export type TaskDraft = {
  key: string
  /** Of the task that the plan has already; undefined for a new one. */
  id?: string
  text: string
  responsible: string
  startsOn: string
  dueOn: string
  resources: string
  target: TargetRef | null
}
export type GoalDraft = {
  key: string
  id?: string
  text: string
  target: TargetRef | null
  tasks: TaskDraft[]
}
export type PlanDraft = { title: string; answers: string[]; goals: GoalDraft[] }

export const emptyTask = (key: string): TaskDraft => ({
  key,
  text: '',
  responsible: '',
  startsOn: '',
  dueOn: '',
  resources: '',
  target: null,
})
export const emptyGoal = (key: string): GoalDraft => ({
  key,
  text: '',
  target: null,
  tasks: [emptyTask(`${key}-1`)],
})

const refOf = (target: TargetRef | null): TargetRef | null =>
  target && { indicator: target.indicator, unit: target.unit, period: target.period }

export const draftOf = ({ title, answers, goals }: Pick<Plan, 'title' | 'answers' | 'goals'>): PlanDraft => ({
  title,
  answers: answers.map(({ id }) => id),
  goals: goals.map((goal) => ({
    key: goal.id,
    id: goal.id,
    text: goal.text,
    target: refOf(goal.target),
    tasks: goal.tasks.map((task) => ({
      key: task.id,
      id: task.id,
      text: task.text,
      responsible: task.responsible,
      startsOn: task.startsOn ?? '',
      dueOn: task.dueOn ?? '',
      resources: task.resources,
      target: refOf(task.target),
    })),
  })),
})

/** As it is sent; null while something that must be there is missing. */
export function contentOf({ title, answers, goals }: PlanDraft): PlanContent | null {
  const words = [title, ...goals.flatMap((goal) => [goal.text, ...goal.tasks.map(({ text }) => text)])]
  if (words.some((text) => text.trim() === '')) return null
  return {
    title: title.trim(),
    answers,
    goals: goals.map(({ id, text, target, tasks }) => ({
      ...(id && { id }),
      text: text.trim(),
      target,
      tasks: tasks.map(({ key: _, id: taskId, startsOn, dueOn, ...task }) => ({
        ...task,
        ...(taskId && { id: taskId }),
        text: task.text.trim(),
        startsOn: startsOn || null,
        dueOn: dueOn || null,
      })),
    })),
  }
}

/** One place up (−1) or down (1); unchanged at either end. */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const to = at + by
  if (to < 0 || to >= list.length) return [...list]
  return list.toSpliced(at, 1).toSpliced(to, 0, list[at]!)
}
