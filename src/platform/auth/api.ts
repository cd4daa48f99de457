import * as z from 'zod'
import { contract } from '#kernel/contract.ts'

const path = '/api/v1/session'

/** Who is signed in, and which roles they hold where; a role with `unit` null is held everywhere. */
export const SessionAnswer = z.object({
  username: z.string(),
  grants: z.array(z.object({ role: z.string(), unit: z.string().nullable() })),
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
