// A change as it is being written, and the order that is sent for it. Pure.

import type { ChangeSaid } from '../../../api/unit-changes.ts'
import type { ChangeKind } from '../../../rules/change-book.ts'

/** What a person writes for one unit after the change; empty texts are not said. */
export type SuccessorDraft = { key: number; code: string; name: string; kind: string; parent: string | null }

export type ChangeDraft = {
  key: number
  kind: ChangeKind
  from: string[]
  into: SuccessorDraft[]
  /** By `code code`: the old unit's and the new one's. Empty is unknown. */
  shares: Record<string, string>
}

/** Which parts of a change are written by hand. `existing`: into units that are there already. */
export type ChangeForm = {
  from: 'none' | 'one' | 'many'
  into: 'none' | 'new-one' | 'new-many' | 'existing-one' | 'existing-many' | 'name' | 'kind' | 'parent'
  shares: boolean
}

export const FORMS: Record<ChangeKind, ChangeForm> = {
  merge: { from: 'many', into: 'new-one', shares: false },
  absorb: { from: 'many', into: 'existing-one', shares: false },
  split: { from: 'one', into: 'new-many', shares: true },
  transfer: { from: 'one', into: 'existing-many', shares: true },
  rename: { from: 'one', into: 'name', shares: false },
  retype: { from: 'one', into: 'kind', shares: false },
  reparent: { from: 'one', into: 'parent', shares: false },
  create: { from: 'none', into: 'new-one', shares: false },
  abolish: { from: 'many', into: 'none', shares: false },
}

export const newSuccessor = (key: number, code = ''): SuccessorDraft => ({
  key,
  code,
  name: '',
  kind: '',
  parent: null,
})

/** A change of a kind with nothing in it but the lines to write on. */
export function newChange(key: number, kind: ChangeKind, from: string[] = []): ChangeDraft {
  const lines = { 'new-many': 2, none: 0, 'existing-one': 0, 'existing-many': 0 } as Partial<
    Record<ChangeForm['into'], number>
  >
  const count = lines[FORMS[kind].into] ?? 1
  return {
    key,
    kind,
    from,
    into: Array.from({ length: count }, (_, line) => newSuccessor(line)),
    shares: {},
  }
}

export const shareKey = (from: string, into: string): string => `${from} ${into}`

/** The pairs for which a share may be said. */
export const sharePairs = ({ kind, from, into }: ChangeDraft): [from: string, into: string][] =>
  FORMS[kind].shares
    ? from.flatMap((old) =>
        into.filter(({ code }) => code !== '').map(({ code }): [string, string] => [old, code]),
      )
    : []

export function toInput(change: ChangeDraft): ChangeSaid {
  const { kind, from, into, shares } = change
  const isSelf = ['name', 'kind', 'parent'].includes(FORMS[kind].into)
  return {
    kind,
    predecessors: from,
    successors: into.map(({ code, name, kind: unitKind, parent }) => ({
      code: code.trim() || (isSelf ? (from[0] ?? '') : ''),
      ...(name.trim() && { name: name.trim() }),
      ...(unitKind.trim() && { kind: unitKind.trim() }),
      ...(parent !== null && { parent }),
    })),
    shares: sharePairs(change).map(([old, code]) => ({
      from: old,
      into: code,
      share: readShare(shares[shareKey(old, code)] ?? ''),
    })),
    moves: [],
  }
}

/** `0,25` as people write it is `0.25`; nothing is unknown. */
export const readShare = (text: string): string | null => text.trim().replace(',', '.') || null
