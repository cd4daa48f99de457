// From a rolled-up figure down to what units reported: the same steps as the roll-up, with the way kept.

import type { Day } from '#kernel/day.ts'
import { Big, type Decimal, plain } from '#kernel/decimal.ts'
import type { Db } from '#platform/db/db.ts'
import { type AskedUnit, resolveAsked } from './asked.ts'
import { traceContributions } from './gather.ts'
import { namesOf } from './names.ts'
import { nameEvidence } from './report-evidence.ts'
import { formulaOf, gatherAll, pick, readPeriod, valueAt } from './roll-up.ts'
import { partsOf } from './rules/formula.ts'
import type { Timed } from './rules/over-time.ts'
import { ALL, overUnits } from './rules/over-units.ts'
import type { Borders, Indicator, LineageLeaf, LineageNode, ValueState } from './schema.ts'
import { countSourceRecords } from './source-records.ts'
import { loadIndicators } from './store/definitions.ts'
import { findSources } from './store/lineage.ts'

export type LineageQuery = {
  indicator: string
  period: string
  unit: string
  borders: Borders
  /** `approved` unless said. */
  state?: ValueState | undefined
  today: Day
}

/** What is asked of one unit and one period. */
export async function askOne(
  db: Db,
  { period: code, unit, borders, state = 'approved', today }: Omit<LineageQuery, 'indicator'>,
) {
  const period = readPeriod(code)
  const window = {
    period,
    borders: borders === 'now' ? today : borders,
    level: 'self',
    state,
  } as const
  const codes = unit === 'all' ? 'all' : [unit]
  const asking = (await resolveAsked(db, codes, period, window.borders, 'self'))[0]!
  return { window, asking, self: asking.endedUnit ?? asking.rows[0]! }
}

/**
 * The tree from a figure to report versions and approvals (`design.md` §6).
 * A derived indicator parts into its formula's indicators, a sum into the units below that have values, a unit into its
 * periods when it reported several. Where a share of a value counts, the leaf gives that share of it.
 */
export async function lineage(
  db: Db,
  { indicator: code, period, ...asked }: LineageQuery,
): Promise<LineageNode> {
  const defined = await loadIndicators(db)
  const { window, asking, self } = await askOne(db, { period, ...asked })
  const harvest = await gatherAll(db, [pick(defined, code)], defined, window, asking)

  const follow = async (indicator: Indicator): Promise<LineageNode> => {
    const own = valueAt(indicator, self.id, harvest, defined).value
    if (!indicator.formula) return { ...(await unitsOf(indicator)), value: own }
    const parts: LineageNode[] = []
    for (const part of partsOf(formulaOf(indicator))) parts.push(await follow(pick(defined, part)))
    return {
      key: null,
      indicator: indicator.code,
      unit: shown(self),
      period,
      value: own,
      formula: indicator.formula,
      parts,
    }
  }

  async function unitsOf(indicator: Indicator): Promise<LineageNode> {
    const { timed, ground } = await traceContributions(db, indicator, window, asking)
    const ways = timed.flatMap((t) => waysTo(self.id, t))
    const sources = await findSources(
      db,
      indicator.id,
      ways.flatMap((w) => w.timed.leaves),
      window.state,
    )
    const files = await nameEvidence(
      db,
      [...sources.values()].flatMap((source) => source.files),
    )
    const behind = await countSourceRecords(
      db,
      indicator.source,
      ways.flatMap((w) => w.timed.leaves),
    )
    const names = await namesOf(
      db,
      ways.flatMap((w) => [...w.way, w.timed.unit]),
      window.period.endsOn,
    )
    const sums = overUnits(timed, indicator.acrossUnits, [...new Set(ways.flatMap((w) => w.way))], ground, [])
    return node(self, ways, 0)

    /** The units from the asked one down to where the contribution lies, once per share of it. */
    function waysTo(top: number, t: Timed): Way[] {
      const footing = ground.footing(t.unit, t.onDay)
      const places = footing.kind === 'known' ? footing.shares : [{ unit: footing.at, share: '1' }]
      return places.flatMap(({ unit: place, share }) => {
        const line = [...ground.holders(place, t.onDay)].filter((id) => id !== ALL || top === ALL)
        const from = line.indexOf(top)
        return from < 0 ? [] : [{ timed: t, share, way: line.slice(0, from + 1).reverse() }]
      })
    }

    function node(unit: AskedUnit, below: readonly Way[], depth: number): LineageNode {
      const here = below.filter((w) => w.way.length === depth + 1)
      const deeper = Map.groupBy(
        below.filter((w) => w.way.length > depth + 1),
        (w) => w.way[depth + 1]!,
      )
      const parts: (LineageNode | LineageLeaf)[] = Map.groupBy(here, (w) => w.timed.unit)
        .entries()
        .flatMap(([id, ways]) => leaves(names.get(id)!, ways))
        .toArray()
      for (const [id, ways] of deeper) {
        const own = ways.every((w) => w.way.length === depth + 2 && w.timed.unit === id)
        parts.push(...(own ? leaves(names.get(id)!, ways) : [node(names.get(id)!, ways, depth + 1)]))
      }
      const value = sums.get(unit.id)?.value ?? null
      return { key: null, indicator: indicator.code, unit: shown(unit), period, value, formula: null, parts }
    }

    /** A unit's leaves: itself when it reported once, else a node of its periods. */
    function leaves(unit: AskedUnit, ways: readonly Way[]): (LineageNode | LineageLeaf)[] {
      const all = ways.flatMap((w) => w.timed.leaves.map((leaf) => ({ leaf, share: w.share })))
      const shownLeaves = all.map(({ leaf, share }): LineageLeaf => {
        const source = sources.get(`${leaf.unit}:${leaf.period.code}`)
        const records = behind.get(`${leaf.unit}:${leaf.period.code}`)
        return {
          indicator: indicator.code,
          unit: shown(unit),
          value: portion(leaf.value, share),
          ...(share !== '1' && { share, whole: leaf.value }),
          report: source?.report ?? null,
          evidence: source?.files.flatMap((id) => files.get(id) ?? []) ?? [],
          ...(records && { records }),
        }
      })
      if (shownLeaves.length === 1) return shownLeaves
      const value = plain(ways.reduce((sum, w) => sum.plus(portion(w.timed.value, w.share)), new Big(0)))
      return [
        {
          key: null,
          indicator: indicator.code,
          unit: shown(unit),
          period,
          value,
          formula: null,
          parts: shownLeaves,
        },
      ]
    }
  }
  return follow(pick(defined, code))
}

type Way = { timed: Timed; share: Decimal; way: number[] }
const portion = (value: Decimal, share: Decimal): Decimal =>
  share === '1' ? value : plain(new Big(value).times(share))
const shown = ({ id, code, name }: AskedUnit) => ({ id: id === ALL ? 'all' : String(id), code, name })
