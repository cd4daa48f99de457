// The office opens a form's period: who is asked, and until when.

import type { Day } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { AuditEntry } from '#platform/http/endpoint.ts'
import type { Opening } from '../api/cutoff.ts'
import { ensurePeriods } from '../store/definitions.ts'
import { findForm } from '../store/forms.ts'
import { insertOpening, listOpenings, type OpeningRow } from '../store/openings.ts'
import { loadCutoff } from './open.ts'
import { expectedUnits, formOf, type Ground, groundOf, namesOn, touching } from './places.ts'

/** Those of a period that touch a unit: made at it, above it or below it. */
export async function openingsAt(db: Db, unit: string, period: string, today: Day): Promise<Opening[]> {
  const ground = await groundOf(db, unit, period)
  const rows = await listOpenings(db, period, touching(ground.tree, ground.unitId))
  const openings: Opening[] = []
  for (const row of rows) openings.push(await tell(db, row, ground, today))
  return openings
}

/**
 * Asks a unit and all below it for a form.
 *
 * @throws report.formNotFound, report.wrongFrequency
 */
export async function makeOpening(
  tx: Tx,
  given: { form: string; unit: string; period: string; dueOn?: Day | undefined; closesOn?: Day | undefined },
  { by, at, today }: { by: string; at: Date; today: Day },
): Promise<{ opening: Opening; entry: AuditEntry }> {
  const ground = await groundOf(tx, given.unit, given.period)
  const form = await formOf(tx, given.form, ground.period)
  const periodId = (await ensurePeriods(tx, [given.period])).get(given.period)!
  const { unitId } = ground
  const dueOn = given.dueOn ?? null
  const closesOn = given.closesOn ?? null
  const id = await insertOpening(tx, { formId: form.id, unitId, periodId, dueOn, closesOn }, by, at)
  const row = { id, form: form.code, unitId, period: given.period, dueOn, closesOn, by, at }
  const opening = await tell(tx, row, ground, today)
  return { opening, entry: entryOf(opening, unitId, closesOn) }
}

/** Notices are made from it: who is asked for what, and until when. */
const entryOf = (o: Opening, unitId: number, closesOn: Day | null): AuditEntry => ({
  action: 'opening.create',
  subject: `opening:${o.form}/${o.unit.code}/${o.period}`,
  unitId,
  details: { form: o.form, period: o.period, dueOn: o.dueOn, closesOn, expected: o.expected },
})

async function tell(db: Db, row: OpeningRow, { period, tree }: Ground, today: Day): Promise<Opening> {
  const units = expectedUnits(tree, row.unitId)
  const form = (await findForm(db, row.form))!
  const cutoff = await loadCutoff(db, form, period, tree, today)
  const due = row.dueOn ?? units.flatMap((unit) => cutoff(unit).dueOn ?? []).sort()[0] ?? null
  const names = await namesOn(db, [row.unitId], tree.on)
  return {
    id: String(row.id),
    form: row.form,
    unit: names.get(row.unitId)!,
    period: row.period,
    dueOn: due,
    expected: units.length,
    by: row.by,
    at: row.at.toISOString(),
  }
}
