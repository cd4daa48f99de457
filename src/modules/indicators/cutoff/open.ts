// Whether a report may be saved today, and until when: rules, openings and exceptions together.

import type { Day } from '#kernel/day.ts'
import type { Period } from '#kernel/period.ts'
import { findUnit, loadTree, placeDay, type Tree } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Cutoff } from '../api/cutoff.ts'
import { daysOf, earliestClose, judgeCutoff, pickRule, type RuledDays } from '../rules/cutoff.ts'
import { listLoosened } from '../store/cutoff.ts'
import type { Form } from '../store/forms.ts'
import { lineOf } from './places.ts'

/** Where the cut-off of a unit's report stands; `openedOn` is when the office asked for it. */
export type CutoffNow = Cutoff & { openedOn: Day | null }
export type CutoffOf = (unitId: number) => CutoffNow

/** Answers for every unit of a tree and each of these forms (by id), in one statement however many there are. */
export async function loadCutoffs(
  db: Db,
  forms: readonly Form[],
  period: Period,
  tree: Tree,
  today: Day,
): Promise<Map<number, CutoffOf>> {
  const formIds = forms.map((form) => form.id)
  const loosened = await listLoosened(db, formIds, period.code, today)
  return new Map(
    forms.map((form) => {
      const { openings, exceptions } = loosened.get(form.id) ?? { openings: [], exceptions: [] }
      const ruled = daysByLevel(form, period)
      const cutoff: CutoffOf = (unit) =>
        judgeCutoff(ruled(tree.level(unit)), lineOf(tree, unit), openings, exceptions, today)
      return [form.id, cutoff]
    }),
  )
}

function daysByLevel(form: Form, period: Period): (level: number) => RuledDays | null {
  const known = new Map<number, RuledDays | null>()
  return (level) =>
    known.getOrInsertComputed(level, () => {
      const rule = pickRule(form.rules, period.endsOn, level)
      return rule && daysOf(rule, period)
    })
}

/** The same for one form. */
export async function loadCutoff(
  db: Db,
  form: Form,
  period: Period,
  tree: Tree,
  today: Day,
): Promise<CutoffOf> {
  return (await loadCutoffs(db, [form], period, tree, today)).get(form.id)!
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
