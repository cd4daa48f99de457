// What a checker thinks of each value of a report, before anything is decided of the whole.

/** By the name of a cell. A returned one needs a reason before it can go back. */
export type Opinion = { kind: 'pass' } | { kind: 'return'; reason: string }
export type Opinions = Readonly<Record<string, Opinion>>

/** A second time takes the opinion back. */
export const pass = (opinions: Opinions, name: string): Opinions =>
  opinions[name]?.kind === 'pass' ? without(opinions, name) : { ...opinions, [name]: { kind: 'pass' } }

/** A second time takes the opinion back, with its reason. */
export const giveBack = (opinions: Opinions, name: string): Opinions =>
  opinions[name]?.kind === 'return'
    ? without(opinions, name)
    : { ...opinions, [name]: { kind: 'return', reason: '' } }

export const because = (opinions: Opinions, name: string, reason: string): Opinions => ({
  ...opinions,
  [name]: { kind: 'return', reason },
})

function without(opinions: Opinions, name: string): Opinions {
  const { [name]: _, ...others } = opinions
  return others
}

export type Verdict = {
  passed: number
  returned: { name: string; reason: string }[]
  unseen: number
  /** Names of returned cells without a reason. */
  unreasoned: string[]
  /** What `Ctrl Enter` does: nothing returned is to be approved; null while reasons are missing. */
  next: 'approve' | 'return' | null
}

/** @param names the cells of the report. */
export function verdictOf(opinions: Opinions, names: readonly string[]): Verdict {
  const returned = names.flatMap((name) => {
    const opinion = opinions[name]
    return opinion?.kind === 'return' ? [{ name, reason: opinion.reason.trim() }] : []
  })
  const passed = names.filter((name) => opinions[name]?.kind === 'pass').length
  const unreasoned = returned.filter(({ reason }) => reason === '').map(({ name }) => name)
  const next = returned.length === 0 ? 'approve' : unreasoned.length === 0 ? 'return' : null
  return { passed, returned, unseen: names.length - passed - returned.length, unreasoned, next }
}
