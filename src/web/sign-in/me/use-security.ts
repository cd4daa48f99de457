import { useQueryClient } from '@tanstack/react-query'
import { showSecurity } from '#platform/auth/api.ts'
import { nameOf, useRead } from '#web/sync/use-read.ts'

/** A person's second factors, and how to read them again after a change. */
export function useSecurity() {
  const client = useQueryClient()
  const query = useRead(showSecurity, {})
  return { ...query, again: () => client.invalidateQueries({ queryKey: [nameOf(showSecurity)] }) }
}
