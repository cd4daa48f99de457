// Lines of the groups of work that are about rounds, gradings and appeals: few, so they are at hand as a whole.

import { listWorkLines, type WorkLine } from '#modules/assessments/index.ts'
import type { AssessmentWork, WorkGroupKind } from '../api/work.ts'
import { assessmentLink } from '../rules/links.ts'
import { daysPast } from '../rules/split.ts'
import type { Question } from './question.ts'

/** What waits, and as which group it is told. */
export type Judging = readonly { group: WorkGroupKind; item: AssessmentWork }[]

export async function judgingOf({ db, view, judges, today }: Question): Promise<Judging> {
  const lines = await listWorkLines(db, { ...judges, today })
  const action = view === 'mine' ? 'do' : 'look'
  return lines.map((line) => ({ group: groupOf(line, today), item: tell(line, action, today) }))
}

/** One page of a group; the cursor counts the lines before it. */
export function assessmentPart(
  judging: Judging,
  kind: WorkGroupKind,
  after: string | null,
  limit: number,
): { count: number; items: AssessmentWork[]; nextCursor: string | null } {
  const all = judging.filter(({ group }) => group === kind).map(({ item }) => item)
  const begin = /^\d{1,6}$/.test(after ?? '') ? Number(after) : 0
  const end = begin + limit
  return {
    count: all.length,
    items: all.slice(begin, end),
    nextCursor: end < all.length ? String(end) : null,
  }
}

/** A unit's own part has its day; what was handed in waits for whoever judges. */
function groupOf({ step, dueOn }: WorkLine, today: string): WorkGroupKind {
  if (step !== 'score' && step !== 'explain' && step !== 'grade') return 'check'
  return dueOn !== null && dueOn < today ? 'overdue' : 'due'
}

function tell(line: WorkLine, action: AssessmentWork['action'], today: string): AssessmentWork {
  const { id, step, name, period, keeper, units, subjects, dueOn, unitId, unitCode } = line
  const isOne = units === 1
  const unit = isOne ? { id: String(unitId), code: unitCode, name: line.unitName } : null
  return {
    about: 'assessment',
    step,
    name,
    period,
    unit,
    units,
    subjects,
    names: isOne ? [] : line.names,
    dueOn,
    daysLate: daysPast(dueOn, today),
    action,
    link: assessmentLink({ step, id, unit: unit?.code ?? null, keeper, period }),
  }
}
