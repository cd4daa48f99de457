import * as z from 'zod'
import { contract } from '#kernel/contract.ts'

const path = '/api/v1/session'

/** What somebody may do: a role with `unit` null is held everywhere, with `field` null in all fields of work. */
export const Standing = z.object({
  grants: z.array(z.object({ role: z.string(), unit: z.string().nullable(), field: z.string().nullable() })),
  /** Codes of the units where (and under which) each permission is held, in whatever field. */
  permissions: z.array(
    z.object({ permission: z.string(), units: z.union([z.array(z.string()), z.literal('everywhere')]) }),
  ),
})
export type Standing = z.infer<typeof Standing>

/** Who is signed in, and what they may do where. `email` is the person's own. */
export const SessionAnswer = z.object({
  username: z.string(),
  displayName: z.string().nullable(),
  email: z.string().nullable(),
  ...Standing.shape,
  expiresAt: z.iso.datetime(),
})
export type SessionAnswer = z.infer<typeof SessionAnswer>

export const beginSession = contract({
  method: 'POST',
  path,
  summary: 'summary.session.begin',
  input: z.object({ username: z.string().min(1).max(200), password: z.string().min(1).max(1_000) }),
  output: SessionAnswer,
})

export const showSession = contract({
  method: 'GET',
  path,
  summary: 'summary.session.show',
  input: z.object({}),
  output: SessionAnswer,
})

export const endSession = contract({
  method: 'DELETE',
  path,
  summary: 'summary.session.end',
  input: z.object({}),
  output: z.undefined(),
})
