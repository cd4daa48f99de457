import type { Day } from '#kernel/day.ts'
import type { Life, Span } from '../schema.ts'
import { common, holds, join, spansText } from './spans.ts'

/** A code and the days on which a unit held it in one tree. */
export type Holding = Span & { code: string; hierarchy: string; unit: number }

/** The days that a file or a question speaks of. */
export type Days = { startsOn: Day; endsOn: Day }

/** Finds units by code. Without a hierarchy, whichever tree they stand in: a code means one unit on a day. */
export type CodeFinder = {
  /**
   * Who held the code on the last day; when nobody did, who held it last inside the days; undefined: nobody.
   */
  find(code: string, days: Days, hierarchy?: string): number | undefined
  /** The days on which somebody held the code; none when it was never held. */
  held(code: string): readonly Span[]
  /** The same for a sentence: `… – 2025-06-30`; undefined when it was never held. */
  spans(code: string): string | undefined
}

export function buildCodes(holdings: readonly Holding[]): CodeFinder {
  const byCode = Map.groupBy(holdings, (holding) => holding.code)
  return {
    find(code, days, hierarchy) {
      const list = (byCode.get(code) ?? []).filter((held) => !hierarchy || held.hierarchy === hierarchy)
      const onLast = list.find((held) => holds(held, days.endsOn))
      return (onLast ?? lastInside(list, days))?.unit
    },
    held: (code) => join(byCode.get(code) ?? []),
    spans: (code) => (byCode.has(code) ? spansText(join(byCode.get(code)!)) : undefined),
  }
}

function lastInside(list: readonly Holding[], { startsOn, endsOn }: Days): Holding | undefined {
  const inside = list.filter((held) => common(held, { from: startsOn, to: endsOn }))
  return inside.toSorted((a, b) => (a.to < b.to ? 1 : -1))[0]
}

/** The day on which a unit is looked for: `day` itself, or its last day when it ended before. */
export const placeDay = (unit: Pick<Life, 'endsOn'>, day: Day): Day => (day < unit.endsOn ? day : unit.endsOn)
