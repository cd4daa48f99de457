import { useState } from 'react'
import { getWork, getWorkGroup, type WorkGroup, type WorkGroupKind } from '#modules/work/api/work.ts'
import { call } from '#web/sync/call.ts'
import { useRead } from '#web/sync/use-read.ts'

export type Asked = { unit?: string; period?: string; view: 'mine' | 'units' }

/** The list of work with whatever more of it was asked for; kept on the device for when there is no network. */
export function useWork(asked: Asked) {
  const reading = useRead(getWork, asked, { offline: true })
  const [read, setRead] = useState<{ of: string; more: Partial<Record<WorkGroupKind, WorkGroup>> }>()
  // More was read behind the first page as it was then: another first page begins anew.
  const name = `${JSON.stringify(asked)} ${reading.dataUpdatedAt}`
  const more = read?.of === name ? read.more : {}

  async function readMore(group: WorkGroup) {
    const { data } = await call(getWorkGroup, {
      ...asked,
      group: group.kind,
      after: group.nextCursor ?? undefined,
    })
    setRead({
      of: name,
      more: { ...more, [group.kind]: { ...data, items: [...group.items, ...data.items] } },
    })
  }
  const groups = reading.data?.groups.map((group) => more[group.kind] ?? group)
  return { ...reading, groups, readMore }
}
