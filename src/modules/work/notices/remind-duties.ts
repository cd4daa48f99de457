// Duties that are due soon or overdue: those who answer for each unit are reminded once before the day, once after it.

import { dayOf } from '#kernel/day.ts'
import type { Tx } from '#platform/db/db.ts'
import { gatherDuties, thingDue } from '../rules/duty-news.ts'
import { reminderSpan } from '../rules/reminders.ts'
import { listUnreminded, noteReminded } from '../store/duty-news.ts'
import { insertNotices, NO_STEP } from '../store/notices.ts'
import { asTheyWish, peopleOfUnits, type Unsent } from './gather-duties.ts'
import type { RoleMay } from './role-may.ts'

/** Answers how many notices were made. */
export async function remindDuties(tx: Tx, roleMay: RoleMay, now: Date): Promise<number> {
  const unsent: Unsent[] = []
  for (const kind of ['due', 'overdue'] as const) {
    const asked = await listUnreminded(tx, kind, reminderSpan(kind, dayOf(now)))
    const unitIds = asked.map(({ unitId }) => unitId)
    const peopleOf = await peopleOfUnits(tx, unitIds, roleMay, now)
    const gathered = gatherDuties(asked, (unitId) => peopleOf(unitId, 'duty.answer'), thingDue)
    const blank = { form: null, period: null, version: null, reason: null, by: null, ...NO_STEP }
    unsent.push(...gathered.map((one) => ({ ...one, ...blank, kind, at: now })))
    await noteReminded(tx, kind, asked)
  }
  return insertNotices(tx, await asTheyWish(tx, unsent, now))
}
