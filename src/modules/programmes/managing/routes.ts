import type { Endpoint } from '#platform/http/endpoint.ts'
import { targetEndpoints } from './target-routes.ts'

/** What the office sets: targets and programmes. */
export const programmeManagingEndpoints: Endpoint[] = [...targetEndpoints]
