// What the office has asked for and not been sent: for lists of work and for reminders.

import type { Day } from '#kernel/day.ts'
import { parsePeriod } from '#kernel/period.ts'
import { findUnit, loadTree, placeDay } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import { findForm } from '../store/forms.ts'
import {
  listOpened,
  listProgress,
  type Opened,
  type OpenedForm,
  type Progress,
} from '../store/outstanding.ts'
import { loadCutoff } from './open.ts'
import { expectedUnits } from './places.ts'

/** A unit that has not sent what it was asked for. `state` null: nothing begun. Days null: no rule and no opening says one. */
export type OutstandingUnit = {
  unitId: number
  state: 'draft' | 'returned' | null
  dueOn: Day | null
  dataTo: Day | null
}
/** An opened form's period, with those of the asked units that have not sent it, in the order of the tree. */
export type Outstanding = {
  form: { code: string; name: string; nameEn: string | null; field: string | null; asked: number }
  period: string
  by: string
  at: Date
  /** Units that are asked, of those looked at. */
  expected: number
  units: OutstandingUnit[]
}

/** Whether a unit is looked at, for a form of this line of work (null: everybody's). */
export type Within = (unitId: number, field: string | null) => boolean

/**
 * What is outstanding of what has been opened. The latest opening first; what everybody has sent is there with no units.
 */
export async function listOutstanding(
  db: Db,
  which: Opened,
  { within, today }: { within: Within; today: Day },
): Promise<Outstanding[]> {
  const opened = await listOpened(db, which)
  const progress = await listProgress(db, opened)
  const found: Outstanding[] = []
  for (const [n, one] of opened.entries()) {
    const outstanding = await outstandingOf(db, one, progress[n]!, within, today)
    if (outstanding.expected > 0) found.push(outstanding)
  }
  return found
}

async function outstandingOf(
  db: Db,
  { form: code, period: periodCode, unitIds, by, at }: OpenedForm,
  progress: Progress,
  within: Within,
  today: Day,
): Promise<Outstanding> {
  const form = (await findForm(db, code))!
  const period = parsePeriod(periodCode)!
  const seen = new Set<number>()
  const units: OutstandingUnit[] = []
  const [sent, drafts, returned] = [progress.sent, progress.drafts, progress.returned].map(
    (ids) => new Set(ids),
  )
  for (const unitId of unitIds) {
    const unit = (await findUnit(db, unitId))!
    const tree = await loadTree(db, placeDay(unit, period.endsOn))
    const cutoff = await loadCutoff(db, form, period, tree, today)
    for (const id of expectedUnits(tree, unitId)) {
      if (seen.has(id) || !within(id, form.field)) continue
      seen.add(id)
      if (sent!.has(id)) continue
      const state = drafts!.has(id) ? 'draft' : returned!.has(id) ? 'returned' : null
      const { dueOn, dataTo } = cutoff(id)
      units.push({ unitId: id, state, dueOn, dataTo })
    }
  }
  const { name, nameEn, field, indicators } = form
  const head = { code, name, nameEn, field, asked: indicators.length }
  return { form: head, period: periodCode, by, at, expected: seen.size, units }
}
