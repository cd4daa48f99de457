import type { Tx } from '#platform/db/db.ts'
import { indicatorsFormat } from './import/indicators.ts'
import { valuesFormat } from './import/values.ts'
import { foldSome } from './store/sums.ts'

export { indicatorChecks } from './checks.ts'
export { makeException } from './cutoff/exceptions.ts'
export { makeOpening } from './cutoff/openings.ts'
export { listOutstanding, type Outstanding, type OutstandingUnit } from './cutoff/outstanding.ts'
export { makeRule } from './cutoff/rules.ts'
export { type ItemValue, rollupItems } from './items.ts'
export { type LineageQuery, lineage } from './lineage.ts'
export { dayOfUnit, type Overview, type OverviewQuery, readOverview } from './overview.ts'
export { decideReport, saveReport } from './reporting.ts'
export { type RollupQuery, readPeriod, readQuery, rollup } from './roll-up.ts'
export type { ChooseSteps, Series, Step } from './series.ts'
export { registerSourceRecords, type SourceRecords } from './source-records.ts'
export { type SourcePlace, type SourceValue, syncSource, syncSourcesAt } from './sources.ts'
export { ensurePeriods, loadIndicators, saveIndicators } from './store/definitions.ts'
export { listFormNames, listFormsAsked } from './store/form-names.ts'
export { type FormDraft, saveForm } from './store/forms.ts'
export { listPeriodsHeld } from './store/leaves.ts'
export { type ReportedVersion, reportHistory, reportRecords } from './store/report-history.ts'
export { readSourceValues } from './store/sources.ts'
export { foldSome, markAllPending } from './store/sums.ts'

export const indicatorFormats = [indicatorsFormat, valuesFormat]

/** Folds until nothing is pending, one short transaction at a time. */
export async function foldAll(transact: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>): Promise<void> {
  while ((await transact(foldSome)) > 0);
}
