import { dayOf } from '#kernel/day.ts'
import { issuePlan, makePlan, reportProgress } from '#modules/directives/index.ts'
import { entryOfIssue, entryOfProgress, entryOfSave } from '#modules/directives/plans/traces.ts'
import { listItems } from '#modules/directives/store/plans.ts'
import { writeAudit } from '#platform/audit/store.ts'
import type { Tx } from '#platform/db/db.ts'
import type { Actor } from '#platform/http/endpoint.ts'
import { BROUGHT_IN } from './days.ts'
import { directiveId } from './directives.ts'
import { readJson } from './read.ts'

type Task = {
  title: string
  responsible: string
  startsOn: string
  dueOn: string
  resources: string
  progress: number
}
type Plan = {
  unit: string
  number: string
  period: string
  issuedOn: string
  title: string
  implements: string[]
  /** `targets`: indicators whose target of the unit and period is taken in. */
  goals: { title: string; tasks: Task[]; targets?: string[] }[]
}

/** Plans of the district and its communes: each is written, issued as the unit's own directive, and reported on. */
export async function issuePlans(tx: Tx, office: Actor): Promise<void> {
  for (const plan of readJson<Plan[]>('plans.json')) await issueOne(tx, plan, office)
}

async function issueOne(tx: Tx, plan: Plan, office: Actor): Promise<void> {
  const { unit, period, title, number, issuedOn } = plan
  const who = { by: office.name, for: null, at: BROUGHT_IN }
  const today = dayOf(BROUGHT_IN)
  const answers: string[] = []
  for (const named of plan.implements) answers.push(String(await directiveId(tx, named)))
  const draft = {
    unit,
    period,
    on: issuedOn,
    title,
    answers,
    goals: plan.goals.map((goal) => goalOf(goal, plan)),
  }
  const made = await makePlan(tx, draft, who)
  await writeAudit(tx, office, BROUGHT_IN, entryOfSave(null, made))
  const issue = { planId: made.id, number, type: 'plan', issuedOn, signer: null, files: [] }
  const issued = await issuePlan(tx, issue, { ...who, today })
  await writeAudit(tx, office, BROUGHT_IN, entryOfIssue(issued.plan, issued.directive))

  const told = plan.goals.flatMap(({ tasks }) => tasks)
  const tasks = (await listItems(tx, [made.id])).filter(({ goalId }) => goalId !== null)
  for (const { id, text } of tasks) {
    // What is left is the target that was taken in: the year reached it
    const percent = told.find(({ title }) => title === text)?.progress ?? 100
    if (percent === 0) continue
    const state = percent === 100 ? 'done' : 'going'
    const report = { planId: made.id, taskId: id, state, percent, note: '', on: '2021-12-31' } as const
    await writeAudit(
      tx,
      office,
      BROUGHT_IN,
      entryOfProgress(await reportProgress(tx, report, { ...who, today })),
    )
  }
}

function goalOf({ title, tasks, targets = [] }: Plan['goals'][number], { unit, period }: Plan) {
  const [first = null, ...more] = targets.map((indicator) => ({ indicator, unit, period }))
  const written = tasks.map(({ title: text, responsible, startsOn, dueOn, resources }) => ({
    ...{ text, responsible, startsOn, dueOn, resources },
    target: null,
  }))
  const aims = more.map((target) => ({
    text: 'Đạt chỉ tiêu được giao',
    ...{
      responsible: tasks[0]!.responsible,
      startsOn: null,
      dueOn: `${period.slice(-4)}-12-31`,
      resources: '',
    },
    target,
  }))
  return { text: title, target: first, tasks: [...written, ...aims] }
}
