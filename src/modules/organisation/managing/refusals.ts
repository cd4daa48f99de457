import { type Lang, translate } from '#platform/i18n/translate.ts'
import type { ChangeRefusal } from '../api/unit-changes.ts'
import { rejectionOf } from '../import/rejection.ts'
import type { FileSuccession } from '../import/succession.ts'
import type { UnitRow } from '../import/units.ts'
import type { ChangeFault } from '../rules/change.ts'
import type { Refusal } from '../rules/plan.ts'

/** What contradicts what is known, before anything is decided. */
export const refusalOfFault = ({ row, code, details }: ChangeFault, lang: Lang): ChangeRefusal => ({
  change: row,
  code,
  message: translate(lang, `problem.${code}`, details),
  unit: details.code ?? null,
  records: [],
})

/** What the plan refuses, in the sentences of an import; records that hang on a unit are listed in full. */
export function refusalOfPlan(refusal: Refusal<UnitRow, FileSuccession>, lang: Lang): ChangeRefusal {
  const { row, code, details } = rejectionOf(refusal)
  const { fault } = refusal
  return {
    change: row,
    code,
    message: translate(lang, `import.${code}`, details),
    unit: 'state' in refusal ? refusal.state.code : refusal.succession.oldCode,
    records: fault.code === 'recordsLeft' ? [...fault.records] : [],
  }
}

/** The same refusal may come of several rows of one change: it is told once. */
export const distinct = (refusals: readonly ChangeRefusal[]): ChangeRefusal[] => [
  ...new Map(refusals.map((refusal) => [`${refusal.change} ${refusal.message}`, refusal])).values(),
]
