// What the program's own records say of criteria that name a source: looked at, then written as verified scores.

import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { Counted, Input, RoundId, UnitCode, UnitName } from './score-shapes.ts'

/**
 * `new`: nothing is written yet. `changed`: the records say something else now. `same`. `nothing`: there is no record to
 * count, so nothing is said (it stays not assessed). `reviewed`: somebody looked again and changed it; what they said
 * stays and counts.
 */
export const FEED_STATES = ['new', 'changed', 'same', 'nothing', 'reviewed'] as const
export const FeedState = z.enum(FEED_STATES)
export type FeedState = z.infer<typeof FeedState>

export const FedCell = z.object({
  unit: UnitName,
  criterion: z.object({ code: z.string(), name: z.string() }),
  state: FeedState,
  /** What was counted, with the records behind it; null: there was nothing to count. */
  counted: Counted.nullable(),
  /** What would be said; null: nothing. */
  input: Input.nullable(),
  points: z.string().nullable(),
  max: z.string(),
})
export type FedCell = z.infer<typeof FedCell>

const Kept = z.object({
  /** Criteria that name a source; those of them whose rule takes no count are told in `unfit`. */
  criteria: z.int(),
  unfit: z.array(z.string()),
  counts: z.record(FeedState, z.int()),
})

/** What the records give now, before it is written. */
export const previewFeed = contract({
  method: 'GET',
  path: '/api/v1/rounds/:round/feed',
  summary: 'summary.feed.preview',
  input: z.object({ round: RoundId, unit: UnitCode.optional() }),
  output: Kept.extend({ cells: z.array(FedCell), isOpen: z.boolean() }),
})

/** Writes it, or brings it up to date; while units score themselves and verifiers verify. */
export const writeFeed = contract({
  method: 'POST',
  path: '/api/v1/rounds/:round/feed',
  summary: 'summary.feed.write',
  input: z.object({ round: RoundId }),
  output: Kept.extend({ written: z.int() }),
})
