import type { Decimal } from '#kernel/decimal.ts'
import { loadIndicators, reportHistory } from '#modules/indicators/index.ts'
import type { LineageLeaf } from '#modules/indicators/schema.ts'
import { listUnitNames } from '#modules/organisation/index.ts'
import type { Quality, ReportVersion, ReportView } from '../view.ts'
import type { YearData } from './year.ts'

/** Reports that one page shows; what is more is in the lineage as data. */
const MOST_REPORTS = 12

/**
 * The reports behind leaves of a figure, each with its versions up to the one in force: a later one that nobody has
 * approved yet is not public.
 */
export async function loadReports(
  data: YearData,
  leaves: readonly LineageLeaf[],
): Promise<{ reports: ReportView[]; more: number }> {
  const grouped = Map.groupBy(
    leaves.filter(({ report }) => report !== null),
    ({ unit, report }) => `${unit.id} ${report!.form} ${report!.period}`,
  )
  const shown = [...grouped.values()].slice(0, MOST_REPORTS)
  const reports: ReportView[] = []
  for (const group of shown) reports.push(await reportOf(data, group))
  return { reports, more: grouped.size - shown.length }
}

async function reportOf({ source, period }: YearData, leaves: readonly LineageLeaf[]): Promise<ReportView> {
  const { db, lang } = source
  const { unit, report } = leaves[0]!
  const unitId = Number(unit.id)
  const indicators = await loadIndicators(db)
  const histories = await Promise.all(
    leaves.map(({ indicator }) => reportHistory(db, { indicator, unitId, period: report!.period })),
  )
  const [named] = await listUnitNames(db, [unitId], period.endsOn)
  const [first = []] = histories
  const versions = first.filter(({ version }) => version <= report!.version)
  return {
    unitName: lang === 'en' ? (named?.nameEn ?? unit.name) : unit.name,
    form: lang === 'en' ? (first[0]?.formNameEn ?? first[0]?.formName ?? '') : (first[0]?.formName ?? ''),
    period: report!.period,
    columns: leaves.map(({ indicator }) => {
      const defined = indicators.get(indicator)
      const label = lang === 'en' ? (defined?.nameEn ?? defined?.name) : defined?.name
      return { label: label ?? indicator, unitOfMeasure: defined?.unitOfMeasure ?? '' }
    }),
    versions: versions.map((row): ReportVersion => {
      const values = histories.map(
        (history): Decimal | null => history.find(({ version }) => version === row.version)?.value ?? null,
      )
      return {
        version: row.version,
        state:
          row.state === 'returned' ? 'returned' : row.version === report!.version ? 'in-force' : 'replaced',
        values,
        quality: QUALITIES[row.quality] ?? 'official',
        imported: row.imported,
        submittedAt: row.submittedAt,
        decidedAt: row.decidedAt,
        reason: row.reason,
      }
    }),
  }
}

const QUALITIES: Quality[] = ['estimate', 'preliminary', 'official']
