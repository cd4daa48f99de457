import type { Endpoint } from '#platform/http/endpoint.ts'
import { findingEndpoints } from './routes/findings.ts'
import { planEndpoints } from './routes/plan.ts'
import { visitEndpoints } from './routes/visits.ts'

export const inspectionEndpoints: Endpoint[] = [...planEndpoints, ...visitEndpoints, ...findingEndpoints]
