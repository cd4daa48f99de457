import type { Day } from '#kernel/day.ts'
import type { NoticeKind } from '../schema.ts'
import { reminderOn } from './reminders.ts'

/** One step that waits, or a decision that is news, and whom it is for. */
export type JudgedRow = {
  step: string
  id: number
  name: string
  period: string
  keeper: string
  dueOn: Day | null
  unitId: number
}
export type JudgedTold = Omit<JudgedRow, 'unitId' | 'id' | 'name' | 'keeper'> & {
  accountId: number
  kind: NoticeKind
  judgedId: number
  judgedName: string
  keeperCode: string
  /** Null: several. */
  unitId: number | null
  units: number
  thing: string
}

const OWN = ['score', 'explain', 'grade']
const DECIDED = ['published', 'answered', 'noticed', 'graded']

const firstKind = (step: string): NoticeKind =>
  OWN.includes(step) ? 'assigned' : DECIDED.includes(step) ? 'approved' : 'check'

/** As what it is told today: as new unless its day has passed, and as near or past its day. */
export function kindsOf({ step, dueOn }: Pick<JudgedRow, 'step' | 'dueOn'>, today: Day): NoticeKind[] {
  const reminder = reminderOn(dueOn, today)
  const isPast = dueOn !== null && dueOn < today
  return [...(isPast ? [] : [firstKind(step)]), ...(reminder ? [reminder] : [])]
}

/** One notice for each person, thing and kind, however many units it is about. */
export function gatherJudged<R extends JudgedRow>(
  rows: readonly R[],
  peopleOf: (row: R) => readonly number[],
  today: Day,
): JudgedTold[] {
  const each = rows.flatMap((row) =>
    kindsOf(row, today).flatMap((kind) => peopleOf(row).map((accountId) => ({ row, kind, accountId }))),
  )
  const groups = Map.groupBy(each, ({ row, kind, accountId }) => `${accountId} ${kind} ${row.step}:${row.id}`)
  return [...groups.values()].map((group) => {
    const { row, kind, accountId } = group[0]!
    const { step, id, name, period, keeper, dueOn } = row
    const units = new Set(group.map((one) => one.row.unitId))
    const isReminder = kind === 'due' || kind === 'overdue'
    return {
      accountId,
      kind,
      step,
      judgedId: id,
      judgedName: name,
      keeperCode: keeper,
      period,
      dueOn,
      unitId: units.size === 1 ? row.unitId : null,
      units: units.size,
      thing: `${step}:${id}${isReminder ? `@${dueOn}` : ''}`,
    }
  })
}
