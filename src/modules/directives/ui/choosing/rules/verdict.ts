/** What a committee decided of one proposal, as it is entered. `slug`: '' to have one made. */
export type Verdict = { kind: 'left' | 'chosen' | 'rejected'; slug: string; reason: string }
export const LEFT: Verdict = { kind: 'left', slug: '', reason: '' }

export type Decision = {
  chosen: { proposal: string; revision: number; slug?: string }[]
  rejected: { proposal: string; reason: string }[]
}

/** What is sent: those that are left open are not named. */
export function decisionOf(
  proposals: readonly { id: string; revision: number }[],
  verdicts: ReadonlyMap<string, Verdict>,
): Decision {
  const of = (kind: Verdict['kind']) =>
    proposals.flatMap(({ id, revision }) => {
      const verdict = verdicts.get(id) ?? LEFT
      return verdict.kind === kind ? [{ id, revision, ...verdict }] : []
    })
  return {
    chosen: of('chosen').map(({ id, revision, slug }) => ({
      proposal: id,
      revision,
      ...(slug.trim() !== '' && { slug: slug.trim() }),
    })),
    rejected: of('rejected').map(({ id, reason }) => ({ proposal: id, reason: reason.trim() })),
  }
}

/** Something is decided, and every rejection says why. */
export const isDecided = ({ chosen, rejected }: Decision): boolean =>
  chosen.length + rejected.length > 0 && rejected.every(({ reason }) => reason !== '')
