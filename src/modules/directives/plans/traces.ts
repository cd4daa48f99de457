// What the audit log says of plans.

import type { AuditEntry } from '#platform/http/endpoint.ts'
import type { DirectiveRow } from '../store/directives.ts'
import type { PlanRow } from '../store/plans.ts'
import type { Reported } from './issue.ts'

const subjectOf = ({ id }: Pick<PlanRow, 'id'>) => `plan:${id}`
const named = ({ unitCode, period, title, state, answers }: PlanRow) => ({
  unit: unitCode,
  period,
  title,
  state,
  answers,
})

/** @param before null: it is new */
export const entryOfSave = (
  before: PlanRow | null,
  after: PlanRow,
  more: { reason?: string; content?: object; from?: number } = {},
): AuditEntry => ({
  action: 'plan.save',
  subject: subjectOf(after),
  unitId: after.unitId,
  details: { before: before && named(before), after: named(after), ...more },
})

export const entryOfIssue = (plan: PlanRow, directive: DirectiveRow): AuditEntry => ({
  action: 'plan.issue',
  subject: subjectOf(plan),
  unitId: plan.unitId,
  details: {
    directiveId: directive.id,
    number: directive.number,
    issuedOn: directive.issuedOn,
    period: plan.period,
    title: plan.title,
    answers: plan.answers,
  },
})

export const entryOfProgress = ({ plan, task, before }: Reported): AuditEntry => ({
  action: 'plan.save',
  subject: subjectOf(plan),
  unitId: plan.unitId,
  details: {
    taskId: task.id,
    task: task.text,
    before: { state: before.state, percent: before.percent, on: before.reportedOn },
    after: { state: task.state, percent: task.percent, on: task.reportedOn, note: task.note },
  },
})

export const entryOfPass = (
  from: PlanRow,
  plans: readonly PlanRow[],
  decision: { id: number; number: string },
): AuditEntry => ({
  action: 'duty.pass',
  subject: subjectOf(from),
  unitId: from.unitId,
  details: {
    directiveId: decision.id,
    number: decision.number,
    title: from.title,
    plans: plans.map(({ id, unitCode }) => ({ id, unit: unitCode })),
  },
})
