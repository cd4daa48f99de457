// What a day asks to be said: reports that are due soon or overdue; and what the office has just opened.

import { dayOf } from '#kernel/day.ts'
import type { Period } from '#kernel/period.ts'
import { listOutstanding, type Outstanding } from '#modules/indicators/index.ts'
import { listHolders } from '#modules/organisation/index.ts'
import type { Tx } from '#platform/db/db.ts'
import { holdsFor, nearest } from '../rules/nearest.ts'
import { type Asked, gatherReminders, reminderOn, thingOfAsked } from '../rules/reminders.ts'
import type { NoticeKind } from '../schema.ts'
import { insertNotices, NO_STEP, type NoticeDraft } from '../store/notices.ts'
import { loadSettings } from '../store/settings.ts'
import type { RoleMay } from './role-may.ts'

const DAY_MS = 86_400_000
/** Openings older than this are not looked at any more. */
const LOOKED_AT_DAYS = 400

/** Reminds those who send the reports of each unit, once for each form, period and due day. Answers how many notices. */
export async function remind(tx: Tx, roleMay: RoleMay, now: Date): Promise<number> {
  const since = new Date(now.getTime() - LOOKED_AT_DAYS * DAY_MS)
  const today = dayOf(now)
  const asked = askedOf(await listOutstanding(tx, { since }, { within: () => true, today }))
  const told: NoticeDraft[] = []
  for (const kind of ['due', 'overdue'] as const)
    told.push(
      ...(await draft(
        tx,
        kind,
        asked.filter(({ dueOn }) => reminderOn(dueOn, today) === kind),
        roleMay,
        { by: null, at: now },
      )),
    )
  return insertNotices(tx, told)
}

/** Tells those who send reports what the office has opened; who knew of it already is not told again. */
export async function draftAssigned(
  tx: Tx,
  opened: { form: string; period: Period; by: string; at: Date },
  roleMay: RoleMay,
  now: Date,
): Promise<NoticeDraft[]> {
  const which = { span: opened.period, form: opened.form }
  const outstanding = await listOutstanding(tx, which, { within: () => true, today: dayOf(now) })
  const meant = outstanding.filter(({ period }) => period === opened.period.code)
  return draft(tx, 'assigned', askedOf(meant), roleMay, opened)
}

const askedOf = (outstanding: readonly Outstanding[]): Asked[] =>
  outstanding.flatMap(({ form, period, units }) =>
    units.map(({ unitId, dueOn }) => ({ form: form.code, field: form.field, period, unitId, dueOn })),
  )

async function draft(
  tx: Tx,
  kind: NoticeKind,
  asked: readonly Asked[],
  roleMay: RoleMay,
  { by, at }: { by: string | null; at: Date },
): Promise<NoticeDraft[]> {
  const unitIds = [...new Set(asked.map(({ unitId }) => unitId))]
  const senders = (await listHolders(tx, unitIds, dayOf(at))).filter(({ role }) =>
    roleMay(role, 'report.submit'),
  )
  const byUnit = Map.groupBy(senders, ({ unitId }) => unitId)
  const reminders = gatherReminders(asked, ({ unitId, field }) =>
    nearest((byUnit.get(unitId) ?? []).filter((holder) => holdsFor(holder.field, field))),
  )
  const settings = await loadSettings(tx, [...new Set(reminders.map(({ accountId }) => accountId))])
  return reminders.flatMap((reminder) => {
    const way = settings.get(reminder.accountId)!.ways[kind]
    if (way === 'none') return []
    const mail = way === 'app' ? ('none' as const) : way
    const blank = { version: null, reason: null, readAt: null, dutyId: null, occurrenceId: null, ...NO_STEP }
    return [{ ...reminder, ...blank, kind, thing: thingOfAsked(reminder), by, at, mail }]
  })
}
