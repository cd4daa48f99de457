import { useRead } from '#web/sync/use-read.ts'
import { getRound } from '../../../api/rounds.ts'
import { getScheme } from '../../../api/schemes.ts'

export type Fedable = { code: string; name: string; weights: string[] }

/** Criteria of a round's scheme that surveys score; undefined while they are read. */
export function useCriteria(round: string | null): Fedable[] | undefined {
  const { data: of } = useRead(getRound, { round: round ?? '' }, { enabled: round !== null })
  const named = of && of.id === round ? of.scheme : undefined
  const { data: scheme } = useRead(
    getScheme,
    { code: named?.code ?? '', version: named?.version },
    { enabled: named !== undefined },
  )
  if (!named || !scheme || scheme.scheme.code !== named.code) return undefined
  return scheme.scheme.areas.flatMap(({ criteria }) =>
    criteria.flatMap(({ code, name, rule }) =>
      rule.type === 'survey' ? [{ code, name, weights: Object.keys(rule.weights ?? {}) }] : [],
    ),
  )
}
