import type { Db, Tx } from '#platform/db/db.ts'
import { indicatorsFormat } from './import/indicators.ts'
import { valuesFormat } from './import/values.ts'
import { loadIndicators } from './store/definitions.ts'
import { listVersions, type VersionRow } from './store/reports.ts'
import { foldSome } from './store/sums.ts'

export { indicatorChecks } from './checks.ts'
export { type ItemValue, rollupItems } from './items.ts'
export { type LineageQuery, lineage } from './lineage.ts'
export { decideReport, saveReport } from './reporting.ts'
export { type RollupQuery, readPeriod, readQuery, rollup } from './roll-up.ts'
export { type SourceValue, syncSource } from './sources.ts'
export { ensurePeriods, getIndicator, loadIndicators, saveIndicators } from './store/definitions.ts'
export { type FormDraft, saveForm } from './store/forms.ts'
export { listPeriodsHeld } from './store/leaves.ts'
export { reportRecords } from './store/reports.ts'
export { readSourceValues } from './store/sources.ts'
export { foldSome, markAllPending } from './store/sums.ts'

export const indicatorFormats = [indicatorsFormat, valuesFormat]

/** All versions of the report behind one unit's value for one stored period, newest first. */
export async function reportHistory(
  db: Db,
  { indicator, unitId, period }: { indicator: string; unitId: number; period: string },
): Promise<VersionRow[]> {
  const found = (await loadIndicators(db)).get(indicator)
  const row = await db.selectFrom('periods').select('id').where('code', '=', period).executeTakeFirst()
  return found && row ? listVersions(db, { indicatorId: found.id, unitId, periodId: row.id }) : []
}

/** Folds until nothing is pending, one short transaction at a time. */
export async function foldAll(transact: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>): Promise<void> {
  while ((await transact(foldSome)) > 0);
}
