import { addDays, type Day } from '#kernel/day.ts'

/** People are reminded this many days before the due day, once. */
const SOON_DAYS = 3
/** What has been overdue for longer stays in the list of work; nobody is told of it for the first time. */
const STALE_DAYS = 30

/** What a due day asks to be said today; null: nothing. On the due day itself it is still due, not overdue. */
export function reminderOn(dueOn: Day | null, today: Day): 'due' | 'overdue' | null {
  if (dueOn === null) return null
  if (today <= dueOn) return addDays(today, SOON_DAYS) >= dueOn ? 'due' : null
  return addDays(dueOn, STALE_DAYS) >= today ? 'overdue' : null
}

/** The due days of which something is to be said today, as `reminderOn` judges each. */
export const reminderSpan = (kind: 'due' | 'overdue', today: Day): { from: Day; to: Day } =>
  kind === 'due'
    ? { from: today, to: addDays(today, SOON_DAYS) }
    : { from: addDays(today, -STALE_DAYS), to: addDays(today, -1) }

/** `field` is the form's field of work; null: everybody's. */
export type Asked = { form: string; field: string | null; period: string; unitId: number; dueOn: Day | null }
/** What one person is told of one form's period and due day: of one unit by name, of several by their number. */
export type Reminder = {
  accountId: number
  form: string
  period: string
  dueOn: Day | null
  unitId: number | null
  units: number
}

/** One reminder for each person, form, period and due day, however many units it is about. */
export function gatherReminders(
  asked: readonly Asked[],
  peopleOf: (one: Asked) => readonly number[],
): Reminder[] {
  const each = asked.flatMap((one) => peopleOf(one).map((accountId) => ({ ...one, accountId })))
  const groups = Map.groupBy(each, (one) => `${one.accountId} ${thingOfAsked(one)}`)
  return [...groups.values()].map((group) => {
    const { accountId, form, period, dueOn, unitId } = group[0]!
    return { accountId, form, period, dueOn, unitId: group.length === 1 ? unitId : null, units: group.length }
  })
}

/** One per person and thing: a form's period by its due day. */
export const thingOfAsked = ({ form, period, dueOn }: Pick<Asked, 'form' | 'period' | 'dueOn'>): string =>
  `${form}/${period}@${dueOn ?? ''}`
