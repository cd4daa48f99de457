import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type * as z from 'zod'
import { type ApiProblem, call, type NoNetwork } from '#web/sync/call.ts'
import { nameOf } from '#web/sync/use-read.ts'
import { getBoard } from '../../api/board.ts'

export type BoardPart = z.infer<typeof getBoard.output>
export type BoardRow = BoardPart['rows'][number]

export const FILTERS = ['missing', 'overdue', 'draft', 'submitted', 'returned', 'approved', 'locked'] as const
export type Filter = (typeof FILTERS)[number]
/** Rows by unit, or the units right below with their counts. */
export type View = 'units' | 'groups'

type Asked = { form?: string; only?: Filter; view?: View }

/** What the board is narrowed to; it stands in the address. */
export function useBoardFilters() {
  const { form, only, view } = useSearch({ strict: false }) as Asked
  const go = useNavigate()
  const ask = (change: { form?: string | undefined; only?: Filter | undefined; view?: View | undefined }) =>
    go({ to: '.', search: (old: Asked) => ({ ...old, ...change }), replace: true } as never)
  return { form, only: FILTERS.find((one) => one === only), view, ask }
}

type Question = { period: string; unit: string | null; form: string | undefined; only: Filter | undefined }

/** The board page by page; the counts come with each. Old rows stay until new ones are there. */
export function useBoard({ period, unit, form, only }: Question) {
  return useInfiniteQuery<BoardPart, ApiProblem | NoNetwork, BoardPart[], unknown[], string | undefined>({
    queryKey: [nameOf(getBoard), { period, unit, form, only }],
    enabled: unit !== null,
    initialPageParam: undefined,
    queryFn: async ({ pageParam: after, signal }) =>
      (await call(getBoard, { period, unit: unit!, form, only, after, limit: 200 }, { signal })).data,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    select: ({ pages }) => pages,
    placeholderData: (old) => old,
  })
}
