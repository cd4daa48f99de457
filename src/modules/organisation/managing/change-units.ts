// A change of units, made and told in one transaction. A dry run makes it too, so that what is told is what is read
// afterwards; then nothing is kept.

import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/db.ts'
import type { Lang } from '#platform/i18n/translate.ts'
import type { ChangeAnswer, ChangeRefusal } from '../api/unit-changes.ts'
import { decide } from '../decide.ts'
import { type Expanded, expandChanges } from '../rules/change.ts'
import type { ChangeOrder } from '../rules/change-book.ts'
import type { Plan } from '../rules/plan.ts'
import { land } from '../rules/restate.ts'
import { dayBefore } from '../rules/spans.ts'
import { type Sample, takeSample, tellConsequences, type UnitsChanged } from '../store/consequences.ts'
import { knownOf } from '../store/known.ts'
import { lockUnits } from '../store/revision.ts'
import { loadSnapshot, type Snapshot } from '../store/snapshot.ts'
import { successionOf, treeOf } from '../store/tree.ts'
import { writePlan } from '../store/write.ts'
import { distinct, refusalOfFault, refusalOfPlan } from './refusals.ts'
import { flowsOf, nodesAfter, nodesBefore } from './tell-nodes.ts'
import { holdersOf, tellReach } from './tell-reach.ts'
import { codesTouched, originsOf, type Sides, sidesOf, totalOf, unitsOf } from './touched.ts'

export type Asking = ChangeOrder & { sample?: { indicator: string; period: string } | undefined }
type Told = Omit<ChangeAnswer, 'dryRun'>
type Row = Expanded['states'][number]
type Link = Expanded['successions'][number]

/** Makes the change, and tells what came of it. A refused one has written nothing. */
export async function changeUnits(tx: Tx, asking: Asking, around: { today: Day; lang: Lang }): Promise<Told> {
  const { today, lang } = around
  await lockUnits(tx)
  const known = await loadSnapshot(tx)
  const expanded = expandChanges(knownOf(known).states, asking)
  if (expanded.faults.length > 0)
    return refused(
      asking.date,
      expanded.faults.map((fault) => refusalOfFault(fault, lang)),
    )
  const { before, decided } = await decide(tx, expanded.states, expanded.successions)
  const refusals = refusalsOf(decided, lang)
  if (refusals.length > 0) return refused(asking.date, refusals)

  const codes = codesTouched(asking.changes, expanded)
  const old = unitsOf(treeOf(before, dayBefore(asking.date), asking.hierarchy), codes)
  const holders = await holdersOf(tx, old, asking.date, today)
  await writePlan(tx, before, decided)
  const sides = sidesOf(before, await loadSnapshot(tx), asking.date, asking.hierarchy)
  return {
    ...(await tellSides(tx, sides, old, codes, asking, today)),
    ...(await tellConsequences(tx, changedOf(sides, old, today))),
    grants: await tellReach(tx, sides, old, holders, today),
  }
}

const refused = (date: Day, refusals: readonly ChangeRefusal[]): Told => ({
  date,
  possible: false,
  refusals: distinct(refusals),
  ...{ before: [], after: [], flows: [], sample: null },
  ...{ series: [], grants: [], openReports: [], targets: [], duties: [] },
})

function refusalsOf({ refused, outcomes }: Plan<Row, Link>, lang: Lang): ChangeRefusal[] {
  if (refused.length > 0) return refused.map((refusal) => refusalOfPlan(refusal, lang))
  const isNothing = [...outcomes.values()].every((outcome) => outcome === 'unchanged')
  return isNothing ? [refusalOfFault({ row: 0, code: 'change.nothing', details: {} }, lang)] : []
}

async function tellSides(
  tx: Tx,
  sides: Sides,
  old: readonly number[],
  codes: ReadonlySet<string>,
  { sample: wanted, date }: Asking,
  today: Day,
): Promise<Pick<Told, 'date' | 'possible' | 'refusals' | 'before' | 'after' | 'flows' | 'sample'>> {
  const fresh = unitsOf(sides.day, codes)
  const codesOf = (tree: Sides['eve'], ids: readonly number[]) => ids.map((id) => tree.units.get(id)!.code)
  const sample = wanted
    ? await takeSample(tx, {
        ...wanted,
        date,
        today,
        beforeCodes: codesOf(sides.eve, old),
        afterCodes: codesOf(sides.day, fresh),
      })
    : null
  return {
    date,
    possible: true,
    refusals: [],
    before: nodesBefore(sides, old, sample?.before),
    after: nodesAfter(sides, fresh, sample?.after),
    flows: flowsOf(sides, old),
    sample: sample && totals(sample, sides),
  }
}

/** What either side comes to; of units that stand under each other, the upper one speaks for both. */
function totals({ indicator, period, unitOfMeasure, additive, before, after }: Sample, { eve, day }: Sides) {
  const of = (tree: Sides['eve'], values: ReadonlyMap<number, string | null>) =>
    additive ? totalOf(tree, values) : null
  return { indicator, period, unitOfMeasure, before: of(eve, before), after: of(day, after) }
}

/** Units that end or give ground away; one that is only renamed or moved keeps all that it has. */
function changedOf({ known, eve, day, date }: Sides, old: readonly number[], today: Day): UnitsChanged {
  const succession = successionOf(known.after)
  const gives = (id: number) => succession.leaving(id).some((link) => link.date === date && link.into !== id)
  const changed = old.filter((id) => !isThere(known.after, id, date) || gives(id))
  return {
    date,
    today,
    earlier: originsOf(succession, changed).map((id) => ({ id, landing: land(id, succession, day) })),
    old: changed.map((id) => {
      const { code, name } = eve.units.get(id)!
      return {
        id,
        code,
        name,
        ends: !isThere(known.after, id, date),
        landing: land(id, succession, day, eve.on),
      }
    }),
  }
}

const isThere = ({ lives }: Snapshot, id: number, date: Day): boolean => (lives.get(id)?.endsOn ?? '') >= date
