// How far a round is: counts of scores by criterion and stage, put together by area.

import type { RoundArea } from '../api/rounds.ts'
import type { RoundState, Scheme, Stage } from '../schema.ts'

export type Progress = Omit<RoundArea, 'mayVerify'>
type Counts = {
  state: RoundState
  /** How many take part. */
  subjects: number
  counts: readonly { criterion: string; stage: Stage; count: number }[]
  /** Explanations that nobody looked at again. */
  unreviewed: ReadonlyMap<string, number>
}

export function progressOf(scheme: Scheme, { state, subjects, counts, unreviewed }: Counts): Progress[] {
  const known = new Map(counts.map(({ criterion, stage, count }) => [`${criterion} ${stage}`, count]))
  return scheme.areas.map(({ code, name, max, verifier = '', field, criteria }) => {
    const at = (stage: Stage, of: readonly { code: string }[] = criteria) =>
      of.reduce((sum, one) => sum + (known.get(`${one.code} ${stage}`) ?? 0), 0)
    const byHand = criteria.filter(({ rule }) => rule.type !== 'survey')
    const waiting = {
      verify: byHand.length * subjects - at('verified', byHand),
      explain: criteria.reduce((sum, one) => sum + (unreviewed.get(one.code) ?? 0), 0),
      council: byHand.length * subjects - at('final', byHand),
      self: 0,
      published: 0,
    }
    return {
      code,
      name,
      max,
      verifier,
      field: field ?? null,
      cells: criteria.length * subjects,
      self: at('self'),
      verified: at('verified'),
      reVerified: at('re-verified'),
      final: at('final'),
      waiting: waiting[state],
    }
  })
}

/** What the next step forward would leave open. */
export function openIn(
  state: RoundState,
  areas: readonly Progress[],
  { subjects, sent }: { subjects: number; sent: number },
): number {
  return state === 'self' ? subjects - sent : areas.reduce((sum, { waiting }) => sum + waiting, 0)
}
