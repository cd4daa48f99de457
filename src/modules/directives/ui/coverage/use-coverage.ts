import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { isDay } from '#kernel/day.ts'
import { parsePeriod } from '#kernel/period.ts'
import { useSelection } from '#web/kit/selection.ts'
import { type ApiProblem, call, type NoNetwork } from '#web/sync/call.ts'
import { nameOf, useRead } from '#web/sync/use-read.ts'
import { type CoverageBoard, getCoverage, getCoverageBoard } from '../../api/coverage.ts'
import { STEPS, type Step } from '../../schema.ts'

export type Grouping = 'units' | 'directives'
type Asked = {
  directive?: string
  by?: Grouping
  on?: string
  missing?: Step
  late?: string
  everywhere?: string
}
type Change = { [K in keyof Asked]?: Asked[K] | undefined }

/** What the boards are narrowed to; it stands in the address. `everywhere`: a directive's board not of the chosen unit alone. */
export function useCoverageFilters() {
  const { directive, by, on, missing, late, everywhere } = useSearch({ strict: false }) as Asked
  const go = useNavigate()
  const ask = (change: Change) =>
    go({ to: '.', search: (old: Asked) => ({ ...old, ...change }), replace: true } as never)
  return {
    directive: directive === undefined ? undefined : String(directive),
    by: by === 'directives' ? ('directives' as const) : ('units' as const),
    on: typeof on === 'string' && isDay(on) ? on : undefined,
    missing: STEPS.find((step) => step === missing),
    late: String(late) === 'true',
    everywhere: String(everywhere) === 'true',
    ask,
  }
}
export type Filters = Omit<ReturnType<typeof useCoverageFilters>, 'ask'>

const narrowed = ({ on, missing, late }: Filters) => ({
  ...(on && { on }),
  ...(missing && { missing }),
  late: late ? ('true' as const) : ('false' as const),
})

/** What is asked of one directive, also by the address of its file. */
export function useOneAsked(id: string, filters: Filters) {
  const { unit } = useSelection()
  return { id, ...narrowed(filters), ...(unit && !filters.everywhere && { unit }) }
}
export const useOneBoard = (id: string, filters: Filters) =>
  useRead(getCoverage, { ...useOneAsked(id, filters), limit: 5_000 }, { offline: true })

/** What is asked of all directives that were issued in the chosen period. */
export function useAllAsked(filters: Filters) {
  const { unit, period } = useSelection()
  const days = parsePeriod(period)
  return {
    unit: unit ?? '',
    by: filters.by,
    ...narrowed(filters),
    ...(days && { from: days.startsOn, to: days.endsOn }),
  }
}

const PAGE = { units: 5_000, directives: 200 }

/** Units come at once, directives page by page; the totals come with each. */
export function useAllBoard(filters: Filters) {
  const asked = useAllAsked(filters)
  return useInfiniteQuery<
    CoverageBoard,
    ApiProblem | NoNetwork,
    CoverageBoard[],
    unknown[],
    string | undefined
  >({
    queryKey: [nameOf(getCoverageBoard), asked],
    enabled: asked.unit !== '',
    initialPageParam: undefined,
    queryFn: async ({ pageParam: after, signal }) =>
      (await call(getCoverageBoard, { ...asked, after, limit: PAGE[filters.by] }, { signal })).data,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    select: ({ pages }) => pages,
    placeholderData: (old) => old,
  })
}
