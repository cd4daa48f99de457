// Indicators as they are defined: reading all with what stands behind them, making one, changing one.

import type { Db, Tx } from '#platform/db/db.ts'
import type { IndicatorAnswer, IndicatorInput, IndicatorUse } from '../api/definitions.ts'
import { DefinitionProblem, IndicatorProblem } from '../problems.ts'
import { parseDimension } from '../rules/breakdown.ts'
import { judgeDefinition } from '../rules/define.ts'
import { needsOf } from '../rules/definition.ts'
import type { Indicator } from '../schema.ts'
import { loadIndicators, saveIndicators } from '../store/definitions.ts'
import { type HeldUse, listAsking, listHeldUse } from '../store/indicator-use.ts'

const NOTHING: IndicatorUse = { values: 0, from: null, to: null, items: [] }

/** All indicators, in the order in which they were made. */
export async function readDefinitions(db: Db): Promise<IndicatorAnswer[]> {
  const known = await loadIndicators(db)
  const held = new Map((await listHeldUse(db)).map((use) => [use.indicatorId, use]))
  const asking = Map.groupBy(await listAsking(db), ({ indicatorId }) => indicatorId)
  const all = [...known.values()]
  return all.map((indicator) => {
    const { id, breakdown, ...definition } = indicator
    return {
      ...definition,
      breakdown: parseDimension(breakdown) as IndicatorInput['breakdown'],
      use: heldBehind(indicator, known, held),
      forms: asking.get(id)?.map(({ form }) => form) ?? [],
      neededBy: all.filter((other) => needsOf(other).includes(indicator.code)).map(({ code }) => code),
    }
  })
}

/** A derived indicator has values as soon as all of its parts have some. */
function heldBehind(
  indicator: Indicator,
  known: ReadonlyMap<string, Indicator>,
  held: ReadonlyMap<number, HeldUse>,
): IndicatorUse {
  if (!indicator.formula) {
    const { values, from, to, items } = held.get(indicator.id) ?? NOTHING
    return { values, from, to, items }
  }
  const parts = needsOf(indicator).flatMap((code) => known.get(code) ?? [])
  const uses = parts.map((part) => heldBehind(part, known, held))
  if (uses.length === 0 || uses.some(({ values }) => values === 0)) return NOTHING
  const codes = uses.flatMap(({ from, to }) => [from!, to!]).sort()
  const values = Math.min(...uses.map((use) => use.values))
  return { values, from: codes[0]!, to: codes.at(-1)!, items: [] }
}

/**
 * Makes or changes an indicator.
 * @returns what it was, undefined for a new one, and what it is.
 * @throws indicator.taken, indicator.notFound, definition.refused with a fault for each member
 */
export async function defineIndicator(
  tx: Tx,
  draft: IndicatorInput,
  how: 'create' | 'change',
): Promise<{ before: IndicatorAnswer | undefined; after: IndicatorAnswer }> {
  const before = (await readDefinitions(tx)).find(({ code }) => code === draft.code)
  if (how === 'create' && before) throw IndicatorProblem.taken({ code: draft.code })
  if (how === 'change' && !before) throw IndicatorProblem.notFound({ code: draft.code })

  const faults = judgeDefinition(draft, await loadIndicators(tx), before)
  if (faults.length > 0) throw DefinitionProblem.refused({ count: faults.length }, faults)
  const { breakdown, ...rest } = draft
  const dimension = breakdown && [breakdown.name, ...(breakdown.items ? [breakdown.items.join('|')] : [])]
  await saveIndicators(tx, [
    {
      ...rest,
      breakdown: dimension?.join(':') ?? null,
      ...(before?.source && { source: before.source }),
    },
  ])
  return { before, after: (await readDefinitions(tx)).find(({ code }) => code === draft.code)! }
}
