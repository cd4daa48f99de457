import type { QueryClient } from '@tanstack/react-query'
import type { Contract } from '#kernel/contract.ts'
import { nameOf } from '#web/sync/use-read.ts'

/** Reads these again, wherever they are shown. */
export async function refreshAll(
  client: QueryClient,
  readings: readonly Pick<Contract, 'method' | 'path'>[],
): Promise<void> {
  const old = new Set(readings.map(nameOf))
  await client.invalidateQueries({ predicate: ({ queryKey }) => old.has(String(queryKey[0])) })
}
