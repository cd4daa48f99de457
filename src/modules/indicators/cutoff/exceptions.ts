// Dated exceptions: a unit and all below it may save a period's reports although it has closed.

import type { Db, Tx } from '#platform/db/db.ts'
import type { AuditEntry } from '#platform/http/endpoint.ts'
import type { CutoffException } from '../api/cutoff.ts'
import { CutoffProblem, ReportProblem } from '../problems.ts'
import {
  type ExceptionRow,
  findException,
  insertException,
  listExceptions,
  markExceptionEnded,
} from '../store/cutoff.ts'
import { ensurePeriods } from '../store/definitions.ts'
import { findForm } from '../store/forms.ts'
import { groundOf, namesOn, touching } from './places.ts'

/** Those of a period that touch a unit: made at it, above it or below it. */
export async function exceptionsAt(db: Db, unit: string, period: string): Promise<CutoffException[]> {
  const { unitId, tree } = await groundOf(db, unit, period)
  return tell(db, await listExceptions(db, period, touching(tree, unitId)))
}

/** @throws report.formNotFound, report.wrongFrequency, cutoff.over when its last day is past. */
export async function makeException(
  tx: Tx,
  given: { form: string | null; unit: string; period: string; until: string; reason: string },
  { by, at, today }: { by: string; at: Date; today: string },
): Promise<{ exception: CutoffException; entry: AuditEntry }> {
  const { unitId, period } = await groundOf(tx, given.unit, given.period)
  const form = given.form === null ? null : await findForm(tx, given.form)
  if (form === undefined) throw ReportProblem.formNotFound({ form: given.form! })
  if (form && form.frequency !== period.kind)
    throw ReportProblem.wrongFrequency({ form: form.code, unit: given.unit, period: period.code })
  if (given.until < today) throw CutoffProblem.over({ until: given.until })
  const periodId = (await ensurePeriods(tx, [period.code])).get(period.code)!
  const { until, reason } = given
  const draft = { formId: form?.id ?? null, unitId, periodId, until, reason }
  const id = await insertException(tx, draft, { by, at })
  const exception = (await tell(tx, [await getException(tx, id)]))[0]!
  return { exception, entry: entryOf('exception.add', exception) }
}

/** Withdraws it: from now on the close holds again. @throws cutoff.notFound */
export async function endException(
  tx: Tx,
  id: number,
  at: Date,
): Promise<{ exception: CutoffException; entry: AuditEntry }> {
  const row = await getException(tx, id)
  await markExceptionEnded(tx, id, at)
  const exception = (await tell(tx, [row]))[0]!
  return { exception, entry: entryOf('exception.end', exception) }
}

const entryOf = (action: 'exception.add' | 'exception.end', e: CutoffException): AuditEntry => ({
  action,
  subject: `exception:${e.id}`,
  unitId: Number(e.unit.id),
  details: { form: e.form, period: e.period, until: e.until, reason: e.reason },
})

export async function getException(db: Db, id: number): Promise<ExceptionRow> {
  const row = await findException(db, id)
  if (!row) throw CutoffProblem.notFound()
  return row
}

async function tell(db: Db, rows: readonly ExceptionRow[]): Promise<CutoffException[]> {
  if (rows.length === 0) return []
  const names = await namesOn(
    db,
    rows.map((row) => row.unitId),
    rows[0]!.periodEndsOn,
  )
  return rows.map(({ id, form, unitId, period, until, reason, by, at }) => ({
    id: String(id),
    form,
    unit: names.get(unitId)!,
    period,
    until,
    reason,
    by,
    at: at.toISOString(),
  }))
}
