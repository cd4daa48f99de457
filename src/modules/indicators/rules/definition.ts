import { isFault, parseFormula, partsOf } from './formula.ts'

/** What decides whether an indicator can be computed: its parts or its weight, by code. */
export type Defined = { code: string; formula: string | null; weight: string | null }

/** Codes an indicator is computed from. A formula that cannot be read has none. */
export function needsOf({ formula, weight }: Defined): string[] {
  if (!formula) return weight ? [weight] : []
  const tree = parseFormula(formula)
  return isFault(tree) ? [] : partsOf(tree)
}

/**
 * Follows what an indicator is computed from.
 * @returns the codes of a circle that leads back to it (`['a', 'b', 'a']`), or null when there is none.
 */
export function findCircle(code: string, defined: ReadonlyMap<string, Defined>): string[] | null {
  const follow = (at: string, path: readonly string[]): string[] | null => {
    if (path.includes(at)) return at === code ? [...path, at] : null
    const next = defined.get(at)
    for (const need of next ? needsOf(next) : []) {
      const circle = follow(need, [...path, at])
      if (circle) return circle
    }
    return null
  }
  return follow(code, [])
}
