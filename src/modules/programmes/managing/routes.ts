import type { Endpoint } from '#platform/http/endpoint.ts'
import { programmeDefinitionEndpoints } from './programme-routes.ts'
import { targetEndpoints } from './target-routes.ts'

/** What the office sets: programmes with their figures, and targets. */
export const programmeManagingEndpoints: Endpoint[] = [...programmeDefinitionEndpoints, ...targetEndpoints]
