import type { PeriodKind } from '#kernel/period.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { FormDefinition, FormInput } from '../api/definitions.ts'
import { DefinitionProblem, FormProblem, ReportProblem } from '../problems.ts'
import { judgeForm } from '../rules/define.ts'
import { loadIndicators } from '../store/definitions.ts'
import { saveForm } from '../store/forms.ts'
import { findForm, type StoredForm } from '../store/indicator-use.ts'

/** A form as it is defined. @throws report.formNotFound */
export async function readForm(db: Db, code: string): Promise<FormDefinition> {
  const form = await findForm(db, code)
  if (!form) throw ReportProblem.formNotFound({ form: code })
  return toAnswer(form)
}

/**
 * Makes or changes a form.
 * @throws form.taken, report.formNotFound, definition.refused with a fault for each member
 */
export async function defineForm(
  tx: Tx,
  draft: FormInput,
  how: 'create' | 'change',
): Promise<{ before: FormDefinition | undefined; after: FormDefinition }> {
  const stored = await findForm(tx, draft.form)
  if (how === 'create' && stored) throw FormProblem.taken({ form: draft.form })
  if (how === 'change' && !stored) throw ReportProblem.formNotFound({ form: draft.form })

  const known = await loadIndicators(tx)
  const faults = judgeForm(draft, known, stored)
  if (faults.length > 0) throw DefinitionProblem.refused({ count: faults.length }, faults)
  const { form: code, name, nameEn, frequency, field, indicators } = draft
  const indicatorIds = indicators.map((indicator) => known.get(indicator)!.id)
  await saveForm(tx, { code, name, nameEn, frequency, field, indicatorIds })
  return { before: stored && toAnswer(stored), after: await readForm(tx, code) }
}

const toAnswer = ({ id: _, code: form, frequency, ...rest }: StoredForm): FormDefinition => ({
  form,
  frequency: frequency as Exclude<PeriodKind, 'term'>,
  ...rest,
})
