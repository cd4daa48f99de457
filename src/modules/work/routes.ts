import type { Endpoint } from '#platform/http/endpoint.ts'
import { listEndpoints } from './list/routes.ts'
import type { HeldBy } from './list/scope.ts'
import { noticeEndpoints } from './notices/routes.ts'

/** @param heldBy where somebody holds a permission: what roles may do is decided above this module. */
export const workEndpoints = (heldBy: HeldBy): Endpoint[] => [...listEndpoints(heldBy), ...noticeEndpoints]
