// One indicator at a unit and at every unit below it, with its course over time: what a dashboard shows of a figure.

import type { Day } from '#kernel/day.ts'
import { parsePeriod } from '#kernel/period.ts'
import { placeDay, unitByCode, unitsUnder } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import { type AskedUnit, type Asking, resolveAsked } from './asked.ts'
import type { Harvest } from './gather.ts'
import { UnitProblem } from './problems.ts'
import { gatherAll, pick, readPeriod, toRow } from './roll-up.ts'
import type { Borders, RollupRow, ValueState } from './schema.ts'
import { type ChooseSteps, readSeries, type Series } from './series.ts'
import type { Window } from './standing.ts'
import { loadIndicators } from './store/definitions.ts'

export type OverviewQuery = {
  indicator: string
  period: string
  /** A code; `all` is every root together. */
  unit: string
  /** The units directly below, or all that have nobody below themselves. */
  below: 'children' | 'leaves'
  borders: Borders
  state: ValueState
  today: Day
  /** Which points the course has; without it, none are read. */
  steps?: ChooseSteps
}

export type Overview = {
  self: RollupRow
  /** In the order of their codes. */
  rows: RollupRow[]
  series: Series | null
}

/** Above this many units, their courses are read only where sums are kept, and never value by value. */
const MOST_COURSES = 400

/**
 * Rolls one indicator up at a unit and below it, as `rollup` does, and follows it through the steps that `steps` chooses.
 * The number of statements does not grow with units or steps.
 *
 * @throws IndicatorProblem.notFound, PeriodProblem.malformed, UnitProblem.notFound
 */
export async function readOverview(db: Db, query: OverviewQuery): Promise<Overview> {
  const defined = await loadIndicators(db)
  const indicator = pick(defined, query.indicator)
  const period = readPeriod(query.period)
  const borders = query.borders === 'now' ? query.today : query.borders
  const { self, asking } = await resolveFamily(db, query, borders)
  const window: Window = {
    period,
    borders,
    level: asking.endedUnit ? 'children' : 'self',
    state: query.state,
  }

  const harvest = await gatherAll(db, [indicator], defined, window, asking)
  // An ended unit's own sum lies on other rows than the units that its ground went to
  const own = asking.endedUnit
    ? await gatherAll(db, [indicator], defined, { ...window, level: 'self' }, asking)
    : harvest
  const rowOf = (unit: AskedUnit, from: Harvest) => toRow(unit, indicator, period.code, from, defined)
  const family = [self, ...harvest.rows.filter(({ id }) => id !== self.id)]
  const series = query.steps
    ? await readSeries(
        db,
        indicator,
        defined,
        window,
        { ...asking, rows: family },
        {
          choose: query.steps,
          mostSlow: MOST_COURSES,
        },
      )
    : null
  return { self: rowOf(self, own), rows: family.slice(1).map((unit) => rowOf(unit, harvest)), series }
}

/** The unit with those below it, gathered together; of a unit that is not there in those borders, only itself. */
async function resolveFamily(
  db: Db,
  { unit: code, period: periodCode, below }: OverviewQuery,
  borders: Borders,
): Promise<{ self: AskedUnit; asking: Asking }> {
  const period = parsePeriod(periodCode)!
  const [asking] = await resolveAsked(db, code === 'all' ? 'all' : [code], period, borders, 'self')
  const self = asking!.endedUnit ?? asking!.rows[0]!
  if (asking!.endedUnit) return { self, asking: asking! }
  const named = (id: number): AskedUnit => {
    const { code, name } = asking!.tree.units.get(id)!
    return { id, code, name }
  }
  const inside = unitsUnder(asking!.tree, code === 'all' ? null : self.id, below)
  return { self, asking: { ...asking!, rows: [self, ...inside.map(named)] } }
}

/**
 * Who is meant by a code in a reading, and the day on which that unit stands in the borders of then: the period's last, or
 * the unit's own last when that came first. `id` is null for `all`.
 * @throws UnitProblem.notFound
 */
export async function dayOfUnit(
  db: Db,
  code: string,
  periodCode: string,
  borders: Borders,
): Promise<{ id: number | null; thenDay: Day }> {
  const period = readPeriod(periodCode)
  if (code === 'all') return { id: null, thenDay: period.endsOn }
  const there =
    borders === 'then' ? undefined : await unitByCode(db, code, { startsOn: borders, endsOn: borders })
  const unit = there ?? (await unitByCode(db, code, period))
  if (!unit) throw UnitProblem.notFound({ code, on: period.endsOn })
  return { id: unit.id, thenDay: placeDay(unit, period.endsOn) }
}
