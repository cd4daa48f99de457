import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSelection } from '#web/kit/selection.ts'
import { type ApiProblem, call, type NoNetwork } from '#web/sync/call.ts'
import { useMe } from '#web/sync/use-me.ts'
import { nameOf } from '#web/sync/use-read.ts'
import { exportAudit, listAudit } from '../../api/audit.ts'

/** What the filter row says; an empty field looks for everything. */
export type AuditFilter = {
  /** Look only at the unit chosen above, and below it. */
  ofUnit: boolean
  who: string
  action: string
  subject: string
  from: string
  to: string
}

const NOTHING: AuditFilter = { ofUnit: false, who: '', action: '', subject: '', from: '', to: '' }

/** The log as the filters say, page by page; whoever reads it at one unit only never leaves that unit. */
export function useAudit() {
  const { unit } = useSelection()
  const { permissions } = useMe()
  const held = permissions.find(({ permission }) => permission === 'audit.read')?.units
  const canReadAll = held === 'everywhere'
  const [filter, setFilter] = useState(NOTHING)
  const { ofUnit, ...rest } = filter
  const asked = {
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value.trim() !== '')),
    ...((ofUnit || !canReadAll) && unit && { unit }),
  }
  const query = useInfiniteQuery<
    Awaited<ReturnType<typeof readPage>>,
    ApiProblem | NoNetwork,
    { pages: Awaited<ReturnType<typeof readPage>>[] },
    unknown[],
    number | undefined
  >({
    queryKey: [nameOf(listAudit), asked],
    queryFn: ({ pageParam }) => readPage(asked, pageParam),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.nextBefore ?? undefined,
  })
  return {
    query,
    entries: query.data?.pages.flatMap(({ entries }) => entries) ?? [],
    filter,
    isOfUnit: 'unit' in asked,
    setFilter,
    canReadAll,
    exportUrl: (format: 'csv' | 'ndjson') =>
      `${exportAudit.path}?${new URLSearchParams({ ...asked, format })}`,
  }
}

const readPage = async (asked: object, before: number | undefined) =>
  (await call(listAudit, { ...asked, before, limit: 50 })).data
