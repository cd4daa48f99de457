// The programmes' figures: what was achieved, against what was planned, as it is published.

import { loadIndicators, readPeriod, rollup } from '#modules/indicators/index.ts'
import type { Indicator, RollupRow, ValueState } from '#modules/indicators/schema.ts'
import { loadTree, unitByCode } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import { isDemo } from '#platform/db/installation.ts'
import type { Lang } from '#platform/i18n/translate.ts'
import { ProgrammeProblem } from './problems.ts'
import { attainmentPercent, isMet } from './rules/attainment.ts'
import { display, publish } from './rules/publish.ts'
import type { FigureAnswer, FigureDefinition, FiguresAnswer, Target } from './schema.ts'
import { listFigureDefinitions, listProgrammes } from './store/programmes.ts'
import { listTargets } from './store/targets.ts'

export type FiguresQuery = {
  period: string
  /** Code; without it, the unit whose programmes run in that period, else the only root. */
  unit?: string | undefined
  /** `then`, `now` or a day. */
  borders: string
  /** `approved` unless said. */
  state?: ValueState | undefined
  today: string
  lang: Lang
}

/**
 * The figures of a unit in a period: those of its programmes, then every other indicator that has a target there.
 * A figure without a value stays, as missing, when it has a target or somebody was expected to report it.
 *
 * @throws ProgrammeProblem.noUnit when no unit is named and none can be meant; PeriodProblem, UnitProblem.
 */
export async function getFigures(db: Db, query: FiguresQuery): Promise<FiguresAnswer> {
  const { period, borders, lang } = query
  const unit = query.unit ?? (await unitMeant(db, period))
  const indicators = await loadIndicators(db)
  const targets = await targetsOf(db, unit, period)
  const defined = await listFigureDefinitions(db)
  const asked = [...defined, ...undeclared(targets, defined, indicators)]

  const rows = await rollup(db, {
    indicators: [...new Set(asked.map((f) => f.indicator))],
    periods: [period],
    units: [unit],
    level: 'self',
    borders,
    state: query.state ?? 'approved',
    today: query.today,
  })
  const rowOf = new Map(rows.map((row) => [row.indicator, row]))
  const targetOf = new Map(targets.map((t) => [t.indicator, t]))
  const demo = await isDemo(db)
  const figures = asked
    .map((f) =>
      tellFigure(
        f,
        indicators.get(f.indicator)!,
        rowOf.get(f.indicator)!,
        targetOf.get(f.indicator),
        lang,
        demo,
      ),
    )
    .filter((figure) => figure.value !== null || figure.target !== null || figure.expected > 0)
  const self = rows[0]
  const named = self
    ? { id: self.unitId, code: self.unitCode, name: self.unitName }
    : await nameOf(db, unit, period)
  return { period, unit: named, borders, figures }
}

/** Whose figures are meant when nobody says: the programmes' own unit, else the only root of the tree. */
export async function unitMeant(db: Db, period: string): Promise<string> {
  const days = readPeriod(period)
  const [programme] = await listProgrammes(db, days)
  const [anyTime] = programme ? [] : await listProgrammes(db, { startsOn: '-infinity', endsOn: 'infinity' })
  const meant = programme ?? anyTime
  if (meant) return meant.unit.code
  const tree = await loadTree(db, days.endsOn)
  const [only, ...others] = tree.roots
  if (only === undefined || others.length > 0) throw ProgrammeProblem.noUnit()
  return tree.units.get(only)!.code
}

async function targetsOf(db: Db, code: string, period: string): Promise<Target[]> {
  const unit = await unitByCode(db, code, readPeriod(period))
  return unit ? listTargets(db, { unitIds: [unit.id], period }) : []
}

async function nameOf(db: Db, code: string, period: string) {
  const unit = await unitByCode(db, code, readPeriod(period))
  return { id: unit ? String(unit.id) : '', code, name: code }
}

/** Indicators that have a target but no figure of their own: told under their own code. */
function undeclared(
  targets: readonly Target[],
  defined: readonly FigureDefinition[],
  indicators: ReadonlyMap<string, Indicator>,
): FigureDefinition[] {
  const declared = new Set(defined.map((f) => f.indicator))
  return [...new Set(targets.map((t) => t.indicator))]
    .filter((code) => !declared.has(code))
    .map((code) => {
      const { name, nameEn } = indicators.get(code)!
      const text = { label: name, labelEn: nameEn ?? name, phrase: null, phraseEn: null }
      return { key: code, programmeSlug: null, indicator: code, ...text, basis: 'exact', step: null }
    })
}

/** A figure as it is told to people: `value` exact, `display` as published. */
export function tellFigure(
  f: FigureDefinition,
  indicator: Indicator,
  row: RollupRow,
  target: Target | undefined,
  lang: Lang,
  demo: boolean,
): FigureAnswer {
  const measured = { value: row.value, basis: f.basis, step: f.step, unitOfMeasure: indicator.unitOfMeasure }
  return {
    key: f.key,
    indicator: f.indicator,
    label: lang === 'vi' ? f.label : f.labelEn,
    value: row.value,
    unitOfMeasure: indicator.unitOfMeasure,
    display: display(lang, measured, indicator.unitOfMeasure),
    ...publish(measured),
    state: row.estimates > 0 ? 'estimate' : row.preliminary > 0 ? 'preliminary' : 'official',
    target: target?.value ?? null,
    targetKind: target?.kind ?? null,
    attainmentPercent: attainmentPercent(row.value, target?.value ?? null),
    met: target ? isMet(row.value, target.value, target.kind) : null,
    reported: row.reported,
    expected: row.expected,
    restated: row.restated,
    notRestated: row.notRestated,
    programme: f.programmeSlug,
    phrase: lang === 'vi' ? f.phrase : f.phraseEn,
    demo,
  }
}
