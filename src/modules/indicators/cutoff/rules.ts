// The office's rules: when periods are due and close.

import type { Db, Tx } from '#platform/db/db.ts'
import type { AuditEntry } from '#platform/http/endpoint.ts'
import type { CutoffRule } from '../api/cutoff.ts'
import { CutoffProblem, ReportProblem } from '../problems.ts'
import { findRule, insertRule, markRuleEnded, type NewRule } from '../store/cutoff-rules.ts'
import { findForm } from '../store/forms.ts'

/** Makes a rule; `entry` is what the audit log is to say of it. @throws report.formNotFound, report.wrongFrequency */
export async function makeRule(
  tx: Tx,
  draft: Omit<CutoffRule, 'id'>,
  by: string,
  at: Date,
): Promise<{ rule: CutoffRule; entry: AuditEntry }> {
  const { form: code, ...rule } = draft
  const form = code === null ? null : await findForm(tx, code)
  if (form === undefined) throw ReportProblem.formNotFound({ form: code! })
  if (form && form.frequency !== rule.frequency)
    throw ReportProblem.wrongFrequency({ form: form.code, unit: '', period: rule.frequency })
  const stored: NewRule = { ...rule, formId: form?.id ?? null }
  const made = await getRule(tx, await insertRule(tx, stored, by, at))
  return { rule: made, entry: entryOf('cutoff.add', made) }
}

/** From now on it holds only for periods that end by that day. @throws cutoff.notFound */
export async function endRule(
  tx: Tx,
  id: number,
  validTo: string,
): Promise<{ rule: CutoffRule; entry: AuditEntry }> {
  const rule = await getRule(tx, id)
  if (rule.validFrom !== null && validTo < rule.validFrom)
    throw CutoffProblem.endsTooEarly({ validFrom: rule.validFrom })
  await markRuleEnded(tx, id, validTo)
  const ended = await getRule(tx, id)
  return { rule: ended, entry: entryOf('cutoff.end', ended) }
}

const entryOf = (action: 'cutoff.add' | 'cutoff.end', rule: CutoffRule): AuditEntry => ({
  action,
  subject: `cutoff:${rule.id}`,
  details: { after: rule },
})

async function getRule(db: Db, id: number): Promise<CutoffRule> {
  const rule = await findRule(db, id)
  if (!rule) throw CutoffProblem.notFound()
  return rule
}
