import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type * as z from 'zod'
import { isDay } from '#kernel/day.ts'
import { type ApiProblem, call, type NoNetwork } from '#web/sync/call.ts'
import { nameOf } from '#web/sync/use-read.ts'
import { listDirectives } from '../../api/register.ts'
import { DIRECTIVE_TYPES } from '../../rules/types.ts'
import { SIDES, type Side } from '../../schema.ts'

export type RegisterPart = z.infer<typeof listDirectives.output>
type Asked = { q?: string; side?: Side; type?: string; from?: string; to?: string }
type Change = { [K in keyof Asked]?: Asked[K] | undefined }

/** What the register is narrowed to; it stands in the address. */
export function useRegisterFilters() {
  const { q, side, type, from, to } = useSearch({ strict: false }) as Asked
  const go = useNavigate()
  const ask = (change: Change) =>
    go({ to: '.', search: (old: Asked) => ({ ...old, ...change }), replace: true } as never)
  return {
    q: q === undefined ? '' : String(q),
    side: SIDES.find((one) => one === side),
    type: DIRECTIVE_TYPES.find(({ code }) => code === type)?.code,
    from: dayIn(from),
    to: dayIn(to),
    ask,
  }
}
export type RegisterFilters = Omit<ReturnType<typeof useRegisterFilters>, 'ask'>

const dayIn = (text: unknown) => (typeof text === 'string' && isDay(text) ? text : undefined)

export const isNarrowed = ({ q, side, type, from, to }: RegisterFilters): boolean =>
  [q || undefined, side, type, from, to].some((one) => one !== undefined)

/** The register page by page, the latest first. Old lines stay until new ones come. */
export function useRegister({ q, ...rest }: RegisterFilters) {
  const asked = { ...rest, q: q || undefined, limit: 50 }
  return useInfiniteQuery<
    RegisterPart,
    ApiProblem | NoNetwork,
    RegisterPart[],
    unknown[],
    string | undefined
  >({
    queryKey: [nameOf(listDirectives), asked],
    initialPageParam: undefined,
    queryFn: async ({ pageParam: after, signal }) =>
      (await call(listDirectives, { ...asked, after }, { signal })).data,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    select: ({ pages }) => pages,
    placeholderData: (old) => old,
  })
}
