import type { Endpoint } from '#platform/http/endpoint.ts'
import { accountEndpoints } from './accounts.ts'
import { claimEndpoints } from './claims.ts'
import { delegationEndpoints } from './delegations.ts'
import { grantEndpoints } from './grants.ts'
import type { AccessParts } from './power.ts'

export const accessEndpoints = (parts: AccessParts): Endpoint[] => [
  ...accountEndpoints(parts),
  ...grantEndpoints(parts),
  ...delegationEndpoints(parts),
  ...claimEndpoints(parts),
]
