// What a person has said about one report and the server has not taken in yet. Cells are named by their column's place.

import type { Fault } from './cell-fault.ts'

/** What is said of one cell; what is left out stays as it is. `value` null empties it. */
export type Change = { value?: string | null; comment?: string; evidence?: string[] }
export type Changes = Readonly<Record<number, Change>>

/**
 * `idle`: nothing is under way. `sending`: handed over, no answer yet. `queued`: kept on this device until there is a
 * network. `conflict`: somebody else wrote meanwhile, a person has to choose. `refused`: the server took none of it.
 */
export type Stage = 'idle' | 'sending' | 'queued' | 'conflict' | 'refused'

export type Draft = {
  /** What the next write must find at the server; null: no report yet. */
  readonly etag: string | null
  /** Said, and not yet handed over. */
  readonly dirty: Changes
  /** Handed over, and not yet taken in. */
  readonly handed: Changes
  /** Texts that are no value of their column: they are never sent. */
  readonly misread: Readonly<Record<number, { text: string; fault: Fault }>>
  /** Values that the server refused, with its reason. */
  readonly refused: Readonly<Record<number, { change: Change; reason: string }>>
  readonly stage: Stage
  /** Why all of it was refused, in the server's words. */
  readonly reason: string | null
  /** The entry of the outbox that holds what was handed over. */
  readonly entry: string | null
}

export type DraftEvent =
  | { type: 'say'; col: number; change: Change }
  | { type: 'misread'; col: number; text: string; fault: Fault }
  /** What is dirty goes to the outbox. */
  | { type: 'hand' }
  | { type: 'sent'; etag: string | null }
  | { type: 'wait' }
  | { type: 'clash'; entry: string | null }
  /** `faults`: by column; the rest is said again. Without any, all of it was refused for `reason`. */
  | { type: 'refuse'; reason: string; faults: Readonly<Record<number, string>>; entry: string | null }
  /** A person chose: what was handed over is gone, or goes again on top of `etag`. */
  | { type: 'settle'; etag: string | null; keep: Changes }
  /** The outbox of an earlier visit holds this. */
  | { type: 'recall'; handed: Changes; stage: Stage; reason: string | null; entry: string }
  /** The server's state was read again. */
  | { type: 'read'; etag: string | null }

export const emptyDraft = (etag: string | null): Draft => ({
  etag,
  dirty: {},
  handed: {},
  misread: {},
  refused: {},
  stage: 'idle',
  reason: null,
  entry: null,
})

export function draftAfter(draft: Draft, event: DraftEvent): Draft {
  switch (event.type) {
    case 'say':
      return {
        ...without(draft, event.col),
        dirty: { ...draft.dirty, [event.col]: { ...draft.dirty[event.col], ...event.change } },
      }
    case 'misread': {
      const { col, text, fault } = event
      return {
        ...without(draft, col),
        dirty: omit(draft.dirty, [col]),
        misread: { ...draft.misread, [col]: { text, fault } },
      }
    }
    case 'hand':
      return { ...draft, dirty: {}, handed: join(draft.handed, draft.dirty), stage: 'sending' }
    case 'sent':
      return {
        ...draft,
        etag: event.etag ?? draft.etag,
        handed: {},
        stage: 'idle',
        reason: null,
        entry: null,
      }
    case 'wait':
      return { ...draft, stage: 'queued' }
    case 'clash':
      return { ...draft, stage: 'conflict', entry: event.entry }
    case 'refuse':
      return refuse(draft, event)
    case 'settle':
      return {
        ...draft,
        etag: event.etag,
        handed: {},
        dirty: join(event.keep, draft.dirty),
        stage: 'idle',
        reason: null,
        entry: null,
      }
    case 'recall':
      return { ...draft, handed: event.handed, stage: event.stage, reason: event.reason, entry: event.entry }
    case 'read':
      // While something is under way its own answer brings the tag
      return draft.stage === 'idle' ? { ...draft, etag: event.etag } : draft
  }
}

function refuse(draft: Draft, { reason, faults, entry }: Extract<DraftEvent, { type: 'refuse' }>): Draft {
  const cols = Object.keys(faults).map(Number)
  if (cols.length === 0) return { ...draft, stage: 'refused', reason, entry }
  const refused = Object.fromEntries(
    cols.map((col) => [col, { change: draft.handed[col] ?? {}, reason: faults[col]! }]),
  )
  return {
    ...draft,
    handed: {},
    dirty: join(omit(draft.handed, cols), draft.dirty),
    refused: { ...draft.refused, ...refused },
    stage: 'idle',
    entry: null,
  }
}

/** A new text of a cell takes the place of whatever was wrong with it. */
const without = (draft: Draft, col: number): Draft =>
  col in draft.misread || col in draft.refused
    ? { ...draft, misread: omit(draft.misread, [col]), refused: omit(draft.refused, [col]) }
    : draft

function join(under: Changes, over: Changes): Changes {
  const joined: Record<number, Change> = { ...under }
  for (const [col, change] of Object.entries(over))
    joined[Number(col)] = { ...joined[Number(col)], ...change }
  return joined
}

function omit<T>(record: Readonly<Record<number, T>>, cols: readonly number[]): Readonly<Record<number, T>> {
  return Object.fromEntries(Object.entries(record).filter(([col]) => !cols.includes(Number(col))))
}

/** What a cell says by now, over what the server holds; undefined when nothing was said of it. */
export const saidOf = (draft: Draft, col: number): Change | undefined => {
  const [handed, dirty, refused] = [draft.handed[col], draft.dirty[col], draft.refused[col]?.change]
  return handed || dirty || refused ? { ...handed, ...refused, ...dirty } : undefined
}

/** May be handed over now: something is said, and what went before has been answered. */
export const isReady = (draft: Draft): boolean =>
  Object.keys(draft.dirty).length > 0 && (draft.stage === 'idle' || draft.stage === 'queued')

/** Nothing of it is only on this screen or this device. */
export const isSettled = ({ dirty, handed, misread, refused }: Draft): boolean =>
  [dirty, handed, misread, refused].every((part) => Object.keys(part).length === 0)
