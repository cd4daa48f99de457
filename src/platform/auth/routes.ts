import type { Endpoint } from '#platform/http/endpoint.ts'
import type { StandingOf } from './begin-session.ts'
import { ownEndpoints } from './routes/own.ts'
import { secondFactorEndpoints } from './routes/second-factor.ts'
import { sessionEndpoints } from './routes/session.ts'

/** @param publicUrl where people reach this server: passkeys are made for its host. */
export const authEndpoints = (standingOf: StandingOf, publicUrl: string): Endpoint[] => [
  ...sessionEndpoints(standingOf, publicUrl),
  ...ownEndpoints,
  ...secondFactorEndpoints(publicUrl),
]
