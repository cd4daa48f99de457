// What waits to be sent, and what may happen to it. Pure: the sender and the screens decide by these.

import type { ProblemTold } from './call.ts'

/** `waiting`: on this device; `sending`: under way; the other two need a person. */
export type ItemState = 'waiting' | 'sending' | 'refused' | 'conflict'

/** A photo or document that has not been sent yet. `received` bytes of it are known to be at the server as `sentAs`. */
export type KeptFile = {
  id: string
  blob: Blob
  name: string
  unit: string
  /** Of the report that it is for: a code may be another unit's later. */
  period?: string
  takenAt: string | null
  position: { lat: number; lon: number; accuracyM: number } | null
  sentAs: string | null
}

/** One write. `id` is its idempotency key: it is done once, however often it is sent. */
export type Item = {
  id: string
  /** What is written, `PUT /api/v1/reports/fruit_areas/04198/2021`: items of one group go one after the other. */
  group: string
  /** For people: what it is, and of which unit. */
  label: string
  unit: string
  at: string
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: `/${string}`
  input: unknown
  /** The entity tag that the writer saw; null writes whatever is there. */
  ifMatch: string | null
  /** It went out once, maybe with an answer that was lost: from then on it must not change. */
  tried: boolean
  state: ItemState
  problem: ProblemTold | null
}

/** `local:ID` in an input stands for a file that is still in the outbox. */
export const localFile = (id: string) => `local:${id}`
const LOCAL = /"local:([\w-]+)"/g

/** The files that an input names and that have to be sent before it. */
export const filesOf = (input: unknown): string[] =>
  [...JSON.stringify(input ?? null).matchAll(LOCAL)].map(([, id]) => id!)

/** The input with files under the names that the server gave them. */
export const withFiles = (input: unknown, names: ReadonlyMap<string, string>): unknown =>
  JSON.parse(
    JSON.stringify(input ?? null).replace(LOCAL, (whole, id: string) =>
      names.has(id) ? JSON.stringify(names.get(id)) : whole,
    ),
  )

/** Items that may go now: the first of each group, when no person has to look at it. In the order of writing. */
export function sendable(items: readonly Item[]): Item[] {
  const groups = new Set<string>()
  return [...items]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .filter(({ group, state }) => {
      const isFirst = !groups.has(group)
      groups.add(group)
      return isFirst && (state === 'waiting' || state === 'sending')
    })
}

/** What a refusal makes of an item: try again later, ask a person which value holds, or show the reason. */
export function afterRefusal({ status }: ProblemTold): 'later' | 'conflict' | 'refused' {
  if (status === 401 || status === 408 || status === 429 || status >= 500) return 'later'
  return status === 412 ? 'conflict' : 'refused'
}
