// What a change of units does to series and to open reports; organisation asks for it before and while it changes them.

import { addDays } from '#kernel/day.ts'
import type { ChangedUnit, ConsequenceTeller, Sample, SampleAsked } from '#modules/organisation/index.ts'
import type { Tx } from '#platform/db/db.ts'
import { pick, rollup } from '../roll-up.ts'
import { type Carrying, judgeCarried } from '../rules/carried.ts'
import { needsOf } from '../rules/definition.ts'
import type { Indicator } from '../schema.ts'
import { loadIndicators } from '../store/definitions.ts'
import { type HeldSeries, listHeldSeries, listOpenReports } from '../store/unit-change.ts'

export const indicatorConsequences: ConsequenceTeller = {
  async series(tx, { date, old, earlier }) {
    const units = [...old, ...earlier]
    const held = await listHeldSeries(
      tx,
      units.map(({ id }) => id),
      date,
    )
    const defined = [...(await loadIndicators(tx)).values()]
    const carrying = new Map(units.map((unit) => [unit.id, carryingOf(unit)]))
    const byIndicator = Map.groupBy(held, ({ indicatorId }) => indicatorId)
    const known = new Map(defined.map((indicator) => [indicator.code, indicator]))
    return defined.flatMap((indicator) => {
      const parts = reportedParts(indicator, known).flatMap(({ id }) => byIndicator.get(id) ?? [])
      return parts.length === 0 ? [] : [seriesOf(indicator, parts, carrying)]
    })
  },

  async openReports(tx, { old }) {
    const ending = new Map(old.filter(({ ends }) => ends).map((unit) => [unit.id, unit]))
    const reports = await listOpenReports(tx, [...ending.keys()])
    return reports.map(({ unitId, form, name, nameEn, period, state }) => ({
      unit: named(ending.get(unitId)!),
      form: { code: form, name, nameEn },
      period,
      state,
    }))
  },

  sample: takeSample,
}

const named = ({ id, code, name }: ChangedUnit) => ({ id: String(id), code, name })

const carryingOf = ({ landing }: Pick<ChangedUnit, 'landing'>): Carrying =>
  landing.kind === 'unknown'
    ? 'unknown'
    : landing.kind === 'shares' && landing.parts.length > 1
      ? 'parts'
      : 'whole'

/** The reported indicators that one is computed from; itself when it is reported. */
function reportedParts(indicator: Indicator, known: ReadonlyMap<string, Indicator>): Indicator[] {
  if (!indicator.formula) return [indicator]
  return needsOf(indicator).flatMap((code) => {
    const part = known.get(code)
    return part ? reportedParts(part, known) : []
  })
}

function seriesOf(
  indicator: Indicator,
  held: readonly HeldSeries[],
  carrying: ReadonlyMap<number, Carrying>,
) {
  const { code, name, nameEn, unitOfMeasure } = indicator
  const codes = held.flatMap(({ from, to }) => [from, to]).sort()
  return {
    indicator: { code, name, nameEn, unitOfMeasure },
    values: held.reduce((sum, { values }) => sum + values, 0),
    from: codes[0]!,
    to: codes.at(-1)!,
    how: judgeCarried(
      indicator,
      held.map(({ unitId }) => carrying.get(unitId)!),
    ),
  }
}

/** Read twice: in the borders of the day before, and of the day. */
async function takeSample(tx: Tx, asked: SampleAsked): Promise<Sample> {
  const { indicator, period, date, today } = asked
  const { unitOfMeasure, acrossUnits, formula } = pick(await loadIndicators(tx), indicator)
  const read = async (units: readonly string[], borders: string) => {
    if (units.length === 0) return new Map<number, string | null>()
    const query = {
      indicators: [indicator],
      periods: [period],
      units,
      level: 'self' as const,
      borders,
      today,
    }
    const rows = await rollup(tx, { ...query, state: 'approved' })
    return new Map(rows.map((row) => [Number(row.unitId), row.value]))
  }
  return {
    ...{ indicator, period, unitOfMeasure },
    additive: acrossUnits === 'sum' && formula === null,
    before: await read(asked.beforeCodes, addDays(date, -1)),
    after: await read(asked.afterCodes, date),
  }
}
