import { useQuery } from '@tanstack/react-query'
import type { SessionAnswer } from '#platform/auth/api.ts'
import { showSession } from '#platform/auth/api.ts'
import { reading } from './use-read.ts'

/** Who is signed in, and what they may do anywhere; whether at one unit is for the server to say. */
export type Me = SessionAnswer & { may(permission: string): boolean }

/** Kept on the device, so that the workspace knows its person also without a network. */
export const sessionReading = () => reading(showSession, {}, true)

/** Only inside the signed-in part: there is always somebody. */
export function useMe(): Me {
  const { data } = useQuery(sessionReading())
  if (!data) throw new Error('useMe stands outside of the signed-in part')
  const me = data.data
  return { ...me, may: (permission) => me.permissions.some((held) => held.permission === permission) }
}
