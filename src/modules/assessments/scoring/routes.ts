import type { Endpoint } from '#platform/http/endpoint.ts'
import { reviewEndpoints } from './review-routes.ts'
import { roundEndpoints } from './round-routes.ts'
import { sheetEndpoints } from './sheet-routes.ts'

/** Rounds, the sheets of their subjects, and what verifiers and the council do with them. */
export const scoringEndpoints: Endpoint[] = [...roundEndpoints, ...sheetEndpoints, ...reviewEndpoints]
