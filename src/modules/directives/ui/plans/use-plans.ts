import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type * as z from 'zod'
import { useSelection } from '#web/kit/selection.ts'
import { type ApiProblem, call, type NoNetwork } from '#web/sync/call.ts'
import { nameOf } from '#web/sync/use-read.ts'
import { getPlan, listPlans, listProgress } from '../../api/plans.ts'
import { listDirectives } from '../../api/register.ts'
import { PlanHorizon, PlanState } from '../../schema.ts'

type PlansPart = z.infer<typeof listPlans.output>
type Asked = { horizon?: string; state?: string; late?: string; every?: string }
type Change = { [K in keyof Asked]?: Asked[K] | undefined }

/** What is read again after something was done with a plan. */
export const REFRESHED = [listPlans, getPlan, listProgress, listDirectives]

/** What the list is narrowed to; it stands in the address. */
export function usePlanFilters() {
  const { horizon, state, late, every } = useSearch({ strict: false }) as Asked
  const go = useNavigate()
  const ask = (change: Change) =>
    go({ to: '.', search: (old: Asked) => ({ ...old, ...change }), replace: true } as never)
  return {
    horizon: PlanHorizon.options.find((one) => one === horizon),
    state: PlanState.options.find((one) => one === state),
    isLate: String(late) === 'true',
    /** Plans of every period, not of the chosen one alone. */
    isEvery: String(every) === 'true',
    ask,
  }
}
export type PlanFilters = ReturnType<typeof usePlanFilters>

/** Plans of the chosen unit and of those below it page by page, the latest written first. */
export function usePlans({ horizon, state, isLate, isEvery }: PlanFilters) {
  const { unit, period } = useSelection()
  const asked = {
    unit: unit ?? '',
    of: 'all' as const,
    horizon,
    state,
    period: isEvery ? undefined : period,
    late: isLate ? ('true' as const) : undefined,
    limit: 50,
  }
  return useInfiniteQuery<PlansPart, ApiProblem | NoNetwork, PlansPart[], unknown[], string | undefined>({
    queryKey: [nameOf(listPlans), asked],
    enabled: unit !== null,
    initialPageParam: undefined,
    queryFn: async ({ pageParam: after, signal }) =>
      (await call(listPlans, { ...asked, after }, { signal })).data,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    select: ({ pages }) => pages,
    placeholderData: (old) => old,
  })
}
