// The outbox: what this person has entered and the server does not have yet. It is written to the device first, then
// sent; a screen shows every item with its state, and nothing leaves it silently but what has been sent.

import { useSyncExternalStore } from 'react'
import type { Contract } from '#kernel/contract.ts'
import type { ProblemTold } from './call.ts'
import { filesOf, type Item, type KeptFile, localFile } from './outbox-item.ts'
import { personHere, store } from './store.ts'

/** How an item fared. `waiting`: no network; it will be sent by itself. */
export type Outcome =
  | { state: 'sent'; data: unknown; etag: string | null }
  | { state: 'waiting' }
  | { state: 'conflict' | 'refused'; problem: ProblemTold }

export type Outbox = {
  items: readonly Item[]
  /** Of this visit, newest first. */
  sent: readonly { id: string; label: string; unit: string; at: string }[]
  /** The server no longer knows this person: items wait for the next sign-in. */
  needsSignIn: boolean
}

type Entry = {
  label: string
  unit: string
  ifMatch?: string | null
  /** Joins what is written now with what waits for the same report and has not gone out yet. */
  merge?: (waiting: unknown, now: unknown) => unknown
}

const EMPTY: Outbox = { items: [], sent: [], needsSignIn: false }
const here = { outbox: EMPTY, listeners: new Set<() => void>(), wake: () => {} }
const waitingFor = new Map<string, ((outcome: Outcome) => void)[]>()

/** The items as they stand, the oldest first. */
export const useOutbox = (): Outbox => useSyncExternalStore(subscribe, () => here.outbox)

export const outboxNow = (): Outbox => here.outbox

/** Reads what an earlier visit left; `wake` is called whenever there is something to send. */
export async function openOutbox(wake: () => void): Promise<void> {
  here.wake = wake
  await reload()
}

/**
 * Writes by a contract, through the outbox. Resolves when it was sent, was refused, or has to wait; it is on the device
 * before anything else happens.
 */
export async function enqueue<I>(
  { method, path }: Pick<Contract<I>, 'method' | 'path'>,
  input: I,
  { label, unit, ifMatch = null, merge }: Entry,
): Promise<Outcome> {
  const group = groupOf(method, path, input)
  const db = await store()
  const tx = db.transaction('outbox', 'readwrite')
  const open = (await tx.store.getAll()).find(
    (item) => item.group === group && !item.tried && item.state === 'waiting',
  )
  const item: Item =
    open && merge
      ? { ...open, input: merge(open.input, input) }
      : {
          id: crypto.randomUUID(),
          group,
          label,
          unit,
          at: new Date().toISOString(),
          method: method as Item['method'],
          path,
          input,
          ifMatch,
          tried: false,
          state: 'waiting',
          problem: null,
        }
  await tx.store.put(item)
  await tx.done
  const outcome = new Promise<Outcome>((resolve) => {
    waitingFor.set(item.id, [...(waitingFor.get(item.id) ?? []), resolve])
  })
  await reload()
  here.wake()
  return outcome
}

/** Keeps a file until it is sent; name it in an input by the answer. */
export async function keepFile(file: Omit<KeptFile, 'id' | 'sentAs'>): Promise<string> {
  const id = crypto.randomUUID()
  await (await store()).put('files', { ...file, id, sentAs: null })
  return localFile(id)
}

/** A person's answer to a refusal: leave it. What it said is gone from this device. */
export async function drop(id: string): Promise<void> {
  const db = await store()
  const item = await db.get('outbox', id)
  for (const file of filesOf(item?.input)) await db.delete('files', file)
  await db.delete('outbox', id)
  await reload()
  here.wake()
}

/** A person's answer to a conflict: write it all the same, onto what is there now. It is a new write. */
export async function insist(id: string, ifMatch: string | null, input?: unknown): Promise<void> {
  const db = await store()
  const item = await db.get('outbox', id)
  if (!item) return
  const again: Item = { ...item, ifMatch, state: 'waiting', tried: false, problem: null }
  await db.delete('outbox', id)
  await db.put('outbox', { ...again, id: crypto.randomUUID(), input: input ?? item.input })
  await reload()
  here.wake()
}

export async function reload(): Promise<void> {
  const items = personHere() ? await (await store()).getAll('outbox') : []
  show({ items: items.sort((a, b) => (a.at < b.at ? -1 : 1)) })
}

export function show(change: Partial<Outbox>): void {
  here.outbox = { ...here.outbox, ...change }
  for (const listen of here.listeners) listen()
}

/** Tells whoever wrote the item; a later change of its state is seen in the outbox. */
export function settle(id: string, outcome: Outcome): void {
  for (const resolve of waitingFor.get(id) ?? []) resolve(outcome)
  waitingFor.delete(id)
}

export function forgetOutbox(): void {
  waitingFor.clear()
  show(EMPTY)
}

function subscribe(listen: () => void): () => void {
  here.listeners.add(listen)
  return () => here.listeners.delete(listen)
}

const groupOf = (method: string, path: string, input: unknown) =>
  `${method} ${path.replace(/:(\w+)/g, (_, name: string) => String((input as Record<string, unknown>)[name]))}`
