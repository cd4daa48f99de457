// Targets of programmes as plans show them: which one is meant stands in the plan, its value is read here, each time.

import type { Day } from '#kernel/day.ts'
import { parsePeriod } from '#kernel/period.ts'
import { loadIndicators, rollup } from '#modules/indicators/index.ts'
import { listUnitNames, unitByCode } from '#modules/organisation/index.ts'
import { listTargets } from '#modules/programmes/index.ts'
import { attainmentPercent } from '#modules/programmes/rules/attainment.ts'
import type { Target } from '#modules/programmes/schema.ts'
import type { Db } from '#platform/db/db.ts'
import type { LiveTarget, TargetChoice } from '../api/plans.ts'
import type { ItemRow, PlanRow } from '../store/plans.ts'
import { listUnitsAbove } from '../store/plans.ts'

const MOST_CHOICES = 500

type Ref = { indicator: string; unitId: number; period: string }
const keyOf = ({ indicator, unitId, period }: Ref) => `${indicator} ${unitId} ${period}`

export const targetOf = ({ indicator, targetUnitId, targetPeriod }: ItemRow): Ref | null =>
  indicator === null ? null : { indicator, unitId: targetUnitId!, period: targetPeriod! }

/** What a plan's items take in, by key, as it stands now. A few statements for each period, however many items. */
export async function readLive(
  db: Db,
  refs: readonly Ref[],
  today: Day,
): Promise<(ref: Ref | null) => LiveTarget | null> {
  const live = new Map<string, LiveTarget>()
  for (const [period, ofPeriod] of Map.groupBy(refs, (ref) => ref.period)) {
    const choices = await tellChoices(db, period, ofPeriod)
    const actuals = await readActuals(db, period, choices, today)
    for (const { unitId, ...choice } of choices) {
      const actual = actuals.get(keyOf({ ...choice, unitId })) ?? null
      live.set(keyOf({ ...choice, unitId }), {
        ...choice,
        actual,
        attainmentPercent: attainmentPercent(actual, choice.value),
      })
    }
  }
  return (ref) => (ref && live.get(keyOf(ref))) ?? null
}

type Choice = TargetChoice & { unitId: number }

/** In words, with the value in force. */
async function tellChoices(db: Db, period: string, refs: readonly Ref[]): Promise<Choice[]> {
  const { endsOn } = parsePeriod(period)!
  const indicators = await loadIndicators(db)
  const unitIds = [...new Set(refs.map(({ unitId }) => unitId))]
  const names = new Map((await listUnitNames(db, unitIds, endsOn)).map((unit) => [unit.id, unit]))
  const indicatorCodes = [...new Set(refs.map(({ indicator }) => indicator))]
  const set = new Map((await listTargets(db, { unitIds, period, indicatorCodes })).map((t) => [keyOf(t), t]))
  return refs.map(({ indicator: code, unitId }) => {
    const indicator = indicators.get(code)
    const target = set.get(keyOf({ indicator: code, unitId, period }))
    return {
      indicator: code,
      unitId,
      unit: names.get(unitId)?.code ?? '',
      unitName: names.get(unitId)?.name ?? '',
      period,
      name: indicator?.name ?? code,
      nameEn: indicator?.nameEn ?? null,
      unitOfMeasure: indicator?.unitOfMeasure ?? '',
      value: target?.value ?? null,
      kind: target?.kind ?? null,
    }
  })
}

/** Approved values in the borders of then, of those units whose code means them at the end of the period. */
async function readActuals(db: Db, code: string, choices: readonly Choice[], today: Day) {
  const actuals = new Map<string, string | null>()
  const period = parsePeriod(code)!
  for (const [unit, list] of Map.groupBy(choices, (choice) => choice.unit)) {
    const holder = await unitByCode(db, unit, period)
    const rows =
      holder?.id === list[0]!.unitId
        ? await rollup(db, {
            indicators: [...new Set(list.map(({ indicator }) => indicator))],
            periods: [code],
            units: [unit],
            level: 'self',
            borders: 'then',
            state: 'approved',
            today,
          })
        : []
    for (const { indicator, value } of rows)
      actuals.set(keyOf({ indicator, unitId: list[0]!.unitId, period: code }), value)
  }
  return actuals
}

/** Those that a plan can take in: of its unit and of all above it, in its period, and in each year of its term. */
export async function readChoices(db: Db, row: PlanRow): Promise<TargetChoice[]> {
  const unitIds = [row.unitId, ...(await listUnitsAbove(db, row.unitId, row))]
  const found: Target[] = []
  for (const period of periodsOf(row)) found.push(...(await listTargets(db, { unitIds, period })))
  const shown = found.slice(0, MOST_CHOICES)
  const told: TargetChoice[] = []
  for (const [period, refs] of Map.groupBy(shown, (target) => target.period))
    told.push(...(await tellChoices(db, period, refs)).map(({ unitId: _, ...choice }) => choice))
  return told
}

function periodsOf({ period, horizon, startsOn, endsOn }: PlanRow): string[] {
  if (horizon === 'year') return [period]
  const [first, last] = [Number(startsOn.slice(0, 4)), Number(endsOn.slice(0, 4))]
  return [period, ...Array.from({ length: last - first + 1 }, (_, n) => String(first + n))]
}
