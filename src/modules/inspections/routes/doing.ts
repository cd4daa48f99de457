import type { WriteContext } from '#platform/http/endpoint.ts'
import type { Doing } from '../store/inspections.ts'

/** Who asks, and which record they saw. */
export const doingOf = ({
  actor,
  now,
  today,
  http,
}: Pick<WriteContext<unknown>, 'actor' | 'now' | 'today' | 'http'>): Doing & {
  ifMatch: string | undefined
} => ({
  by: actor.name,
  onBehalfOf: actor.onBehalfOf,
  at: now,
  today,
  ifMatch: http.header('if-match'),
})
