// Whether a report may be saved today, and until when: rules, openings and exceptions together.

import type { Day } from '#kernel/day.ts'
import type { Period } from '#kernel/period.ts'
import { findUnit, loadTree, placeDay, type Tree } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Cutoff } from '../api/cutoff.ts'
import { daysOf, earliestClose, judgeCutoff, pickRule } from '../rules/cutoff.ts'
import { listLoosened } from '../store/cutoff.ts'
import type { Form } from '../store/forms.ts'
import { lineOf } from './places.ts'

/** Where the cut-off of a unit's report stands; `openedOn` is when the office asked for it. */
export type CutoffNow = Cutoff & { openedOn: Day | null }
export type CutoffOf = (unitId: number) => CutoffNow

/** Answers for every unit of a tree, in one statement however many there are. */
export async function loadCutoff(
  db: Db,
  form: Form,
  period: Period,
  tree: Tree,
  today: Day,
): Promise<CutoffOf> {
  const { openings, exceptions } = await listLoosened(db, form.id, period.code, today)
  return (unitId) => {
    const rule = pickRule(form.rules, period.endsOn, tree.level(unitId))
    return judgeCutoff(rule && daysOf(rule, period), lineOf(tree, unitId), openings, exceptions, today)
  }
}

/** The same for one unit, which may have ended before the period did. */
export async function cutoffOf(
  db: Db,
  form: Form,
  unitId: number,
  period: Period,
  today: Day,
): Promise<CutoffNow> {
  const unit = (await findUnit(db, unitId))!
  const tree = await loadTree(db, placeDay(unit, period.endsOn))
  return (await loadCutoff(db, form, period, tree, today))(unitId)
}

/** True without a question to the database while no rule closes the period yet and no opening says otherwise. */
export const isSurelyOpen = (form: Form, period: Period, today: Day): boolean =>
  !form.hasOwnCloses && today <= earliestClose(form.rules, period)
