import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { DayInput } from '#kernel/day.ts'

const OpenDay = z.string().nullable()
const Named = z.object({ id: z.string(), code: z.string(), name: z.string() })

/** A unit as it was on a day: on its last when it ended before, on its first when it began later. */
export const UnitDetail = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  altNames: z.array(z.string()),
  kind: z.string(),
  /** The unit's whole life. */
  beginsOn: OpenDay,
  endsOn: OpenDay,
  /** The day that all this is said of. */
  on: z.string(),
  /** Codes of other offices, by scheme. */
  codes: z.record(z.string(), z.string()),
  /** Where it stands in each tree: everyone above it, the root first, and how many stand below it. */
  places: z.array(
    z.object({ hierarchy: z.string(), above: z.array(Named), children: z.int(), below: z.int() }),
  ),
})
export type UnitDetail = z.infer<typeof UnitDetail>

export const getUnit = contract({
  method: 'GET',
  path: '/api/v1/units/:id',
  summary: 'summary.unit.get',
  input: z.object({ id: z.string(), on: DayInput.optional() }),
  output: UnitDetail,
})
