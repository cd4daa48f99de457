import type { Config } from '#platform/config.ts'
import type { Endpoint } from '#platform/http/endpoint.ts'
import { type OutsideParts, outsideEndpoints } from './routes/outside.ts'
import { ownEndpoints } from './routes/own.ts'
import { secondFactorEndpoints } from './routes/second-factor.ts'
import { sessionEndpoints } from './routes/session.ts'

/** @param place where people reach this server (passkeys are made for its host), and where else they may sign in. */
export const authEndpoints = (parts: OutsideParts, place: Pick<Config, 'publicUrl' | 'oidc'>): Endpoint[] => [
  ...sessionEndpoints(parts.standingOf, place.publicUrl),
  ...outsideEndpoints(parts, place.publicUrl, place.oidc),
  ...ownEndpoints,
  ...secondFactorEndpoints(place.publicUrl),
]
