import { useInfiniteQuery } from '@tanstack/react-query'
import type { Contract } from '#kernel/contract.ts'
import { type ApiProblem, call, type NoNetwork } from '#web/sync/call.ts'
import { nameOf } from '#web/sync/use-read.ts'

type Paged = { nextCursor: string | null }

/** A list page by page, by its cursor. */
export function usePages<I extends object, O extends Paged>(
  contract: Contract<I, O>,
  asked: Omit<I, 'after'>,
  enabled: boolean,
) {
  return useInfiniteQuery<O, ApiProblem | NoNetwork, O[], unknown[], string | undefined>({
    queryKey: [nameOf(contract), asked],
    enabled,
    initialPageParam: undefined,
    queryFn: async ({ pageParam: after, signal }) =>
      (await call(contract, { ...asked, after } as unknown as I, { signal })).data,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    select: ({ pages }) => pages,
    placeholderData: (old) => old,
  })
}
