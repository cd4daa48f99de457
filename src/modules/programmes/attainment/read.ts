// One figure of a programme at a unit and at every unit below it, against the targets.

import { Big, plain } from '#kernel/decimal.ts'
import {
  loadIndicators,
  type Overview,
  type OverviewQuery,
  readOverview,
  readPeriod,
} from '#modules/indicators/index.ts'
import type { Indicator } from '#modules/indicators/schema.ts'
import { type Below, countBorders } from '#modules/organisation/index.ts'
import { kindsOf } from '#modules/organisation/rules/names.ts'
import type { Db } from '#platform/db/db.ts'
import { isDemo } from '#platform/db/installation.ts'
import type { AttainmentAnswer } from '../api/attainment.ts'
import { tellFigure } from '../figures.ts'
import { planLine } from '../rules/plan-line.ts'
import { trendSteps } from '../rules/trend-steps.ts'
import { listStepTargets } from '../store/step-targets.ts'
import { listTargets } from '../store/targets.ts'
import { chooseFigure, findProgramme } from './choose.ts'
import { type Ground, hasChanged } from './ground.ts'
import { groundOf } from './ground-of.ts'
import { loadLandscape } from './landscape.ts'
import { tellRows } from './rows.ts'
import type { Selected } from './standings.ts'
import { type Targets, targetsOf } from './targets.ts'
import { programmeTold, unitTold } from './told.ts'

export type AttainmentQuery = Selected & { slug: string; figure?: string | undefined; below: Below }

/** In a number of statements that grows neither with the units nor with the points of the course. */
export async function readAttainment(db: Db, query: AttainmentQuery): Promise<AttainmentAnswer> {
  const { unit, period, borders, state, below, today, lang } = query
  const found = await findProgramme(db, query.slug, readPeriod(period))
  const indicators = await loadIndicators(db)
  const ground = await groundOf(db, query)
  const { owner } = ground
  const targets = await listTargets(db, {
    unitIds: owner === null ? ground.ofThen : [owner, ...ground.ofThen],
    period,
    indicatorCodes: found.figures.map(({ indicator }) => indicator),
  })
  const chosen = chooseFigure(found, query.figure, targets)
  const indicator = indicators.get(chosen.indicator)!
  const ask = { indicator: indicator.code, period, unit, below, borders, state, today }
  const overview = fromFirstKnown(await readOverview(db, { ...ask, steps: stepsOf(period) }), period)
  const isThen = borders === 'then'
  const rowsThen = isThen ? null : await readThen(db, ask, ground)
  const own = targets.filter((target) => target.indicator === indicator.code)
  const set = targetsOf(own, owner, ground, rowsThen)
  const side = isThen ? 'then' : 'now'
  const ids = overview.rows.map((row) => Number(row.unitId))
  const landscape = await loadLandscape(db, ground, side, ids, false)
  const demo = await isDemo(db)
  const { self } = overview
  const above = aboveOf(ground, owner, lang)
  return {
    programme: programmeTold(lang, found.programme, found.running),
    figures: found.figures.map(({ key, label, labelEn }) => ({
      key,
      label: lang === 'vi' ? label : labelEn,
    })),
    period,
    unit: above.at(-1) ?? { id: self.unitId, code: self.unitCode, name: self.unitName },
    above,
    borders,
    state,
    below,
    figure: tellFigure(
      chosen,
      indicator,
      self,
      own.find(({ unitId }) => unitId === owner),
      lang,
      demo,
    ),
    adds: {
      units: indicator.formula ? 'formula' : indicator.acrossUnits,
      time: indicator.formula ? '' : indicator.acrossTime,
    },
    rows: tellRows(overview, { ground, borders: side, landscape, targets: set, lang }),
    rest: restOf(overview, indicator),
    trend: await trendOf(db, query, overview, { indicator, set, owner }),
    ground: groundTold(ground),
    carried: isThen ? null : carriedOf(ground),
    hasBorders: ids.length > 0 && (await countBorders(db, ids)) === ids.length,
    demo,
  }
}

/** Periods before this one of which nobody knows anything are left out of the course. */
function fromFirstKnown(overview: Overview, period: string): Overview {
  const series = overview.series!
  const { startsOn } = readPeriod(period)
  const known = series.steps.findIndex(
    ({ window }, i) =>
      window.startsOn >= startsOn || [...series.values.values()].some((values) => values[i] !== null),
  )
  const values = new Map([...series.values].map(([unit, list]) => [unit, list.slice(known)]))
  return { ...overview, series: { steps: series.steps.slice(known), values } }
}

/** What the units of then came to; none where the unit had nobody below it yet. */
const readThen = async (db: Db, ask: OverviewQuery, { ofThen }: Ground) =>
  ofThen.length === 0 ? [] : (await readOverview(db, { ...ask, borders: 'then' })).rows

const stepsOf =
  (period: string) =>
  (held: Parameters<typeof trendSteps>[1], { acrossTime, formula }: Indicator) =>
    trendSteps(readPeriod(period), held, acrossTime === 'none' && formula === null)

function aboveOf({ then, now }: Ground, owner: number | null, lang: Selected['lang']) {
  const tree = owner !== null && then.units.has(owner) ? then : now
  const line: number[] = []
  if (owner !== null && tree.units.has(owner))
    for (let at: number | null = owner; at !== null; at = tree.parent(at)) line.unshift(at)
  return line.map((id) => unitTold(lang, tree.units.get(id)!))
}

/** What the parts of a sum leave of the whole. */
function restOf({ self, rows }: Overview, { acrossUnits, formula }: Indicator): string | null {
  if (acrossUnits !== 'sum' || formula !== null || self.value === null || rows.length === 0) return null
  const rest = rows.reduce((left, { value }) => left.minus(value ?? 0), new Big(self.value))
  return rest.eq(0) ? null : plain(rest)
}

type Course = { indicator: Indicator; set: Targets; owner: number | null }

async function trendOf(
  db: Db,
  { period }: AttainmentQuery,
  { self, series }: Overview,
  { indicator, set, owner }: Course,
): Promise<AttainmentAnswer['trend']> {
  const whole = readPeriod(period)
  const { steps, values } = series!
  const isInside = steps.every(({ window }) => window.startsOn >= whole.startsOn)
  const codes = steps.map(({ code }) => code)
  const planned =
    owner === null
      ? new Map<string, string>()
      : await listStepTargets(db, { indicator: indicator.code, unitId: owner, periods: codes })
  const isGrowing = isInside && indicator.acrossTime === 'sum' && indicator.formula === null
  const parts = codes.map((code) => planned.get(code) ?? null)
  return {
    course: isGrowing ? 'growing' : isInside ? 'standing' : 'before',
    steps: codes,
    values: values.get(self.unitId === 'all' ? 0 : Number(self.unitId)) ?? [],
    plan: planLine(parts, set.own, set.kind, isGrowing),
  }
}

function groundTold(ground: Ground): AttainmentAnswer['ground'] {
  if (!hasChanged(ground)) return null
  const count = (tree: Ground['then'], ids: readonly number[]) => ({
    count: ids.length,
    kinds: kindsOf(ids.map((id) => tree.units.get(id)!)),
  })
  return {
    ofThen: count(ground.then, ground.ofThen),
    ofNow: count(ground.now, ground.ofNow),
    since: ground.since,
    basis: ground.basis,
  }
}

function carriedOf({ ofNow, origins }: Ground): { units: number; whole: number } {
  const whole = ofNow.filter((unit) => {
    const from = origins.get(unit) ?? []
    return from.length > 0 && from.every(({ share }) => Number(share) === 1)
  })
  return { units: ofNow.length, whole: whole.length }
}
