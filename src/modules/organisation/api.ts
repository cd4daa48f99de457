import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { DayInput } from '#kernel/day.ts'

/** A date, or null where a validity is open. */
const OpenDay = z.string().nullable()

/**
 * One unit of one day's tree; `validFrom` and `validTo` bound what it says here, not the unit's whole life.
 */
export const Unit = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  kind: z.string(),
  level: z.int().min(1),
  parentId: z.string().nullable(),
  validFrom: OpenDay,
  validTo: OpenDay,
})
export type Unit = z.infer<typeof Unit>

export const listUnits = contract({
  method: 'GET',
  path: '/api/v1/units',
  summary: 'summary.unit.list',
  input: z.object({ on: DayInput.optional(), hierarchy: z.string().optional() }),
  output: z.object({ on: z.string(), hierarchy: z.string(), units: z.array(Unit) }),
})

/** A unit as one of its own days saw it. */
const Named = z.object({ id: z.string(), code: z.string(), name: z.string() })
const Part = Named.extend({ share: z.string().nullable() })

export const Timeline = z.object({
  unit: Named.extend({ kind: z.string(), beginsOn: OpenDay, endsOn: OpenDay }),
  events: z.array(
    z.object({
      date: z.string(),
      kind: z.string(),
      basis: z.string().nullable(),
      /**
       * Units whose ground came to it, and those that its ground went to, with the share of the predecessor.
       */
      from: z.array(Part),
      into: z.array(Part),
      /** A name, a kind, or the name of a parent, where that is what changed. */
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
})
export type Timeline = z.infer<typeof Timeline>

export const getTimeline = contract({
  method: 'GET',
  path: '/api/v1/units/:id/timeline',
  summary: 'summary.unit.timeline',
  input: z.object({ id: z.string() }),
  output: Timeline,
})
