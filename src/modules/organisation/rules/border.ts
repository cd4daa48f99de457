import type { Position } from 'geojson'
import * as z from 'zod'
import type { Day } from '#kernel/day.ts'
import type { Span } from '../schema.ts'
import { holds } from './spans.ts'

const Lon = z.number().min(-180).max(180)
const Lat = z.number().min(-90).max(90)
const Ring = z
  .array(z.tuple([Lon, Lat], z.number()))
  .min(4)
  .refine((ring: Position[]) => ring[0]!.every((n, i) => n === ring.at(-1)![i]))
const Rings = z.array(Ring).min(1)

/** An area on the ground: RFC 7946, WGS 84, longitude before latitude, every ring closed. */
export const Area = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: Rings }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(Rings).min(1) }),
])

/** The area of a GeoJSON geometry written as JSON; null when it is none. */
export function readArea(text: string): z.infer<typeof Area> | null {
  const read = Area.safeParse(parse(text))
  return read.success ? read.data : null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * The last day, not after `until`, on which all codes of a map were held: a map without a date shows units
 * that were there together. Null when there is no such day.
 *
 * @param held for each code the days on which somebody held it.
 */
export function lastCommonDay(held: readonly (readonly Span[])[], until: Day): Day | null {
  const ends = new Set([until, ...held.flat().map((span) => span.to)].filter((day) => day <= until))
  const isCommon = (day: Day) => held.every((spans) => spans.some((span) => holds(span, day)))
  return [...ends].sort().findLast(isCommon) ?? null
}
