import { useQuery } from '@tanstack/react-query'
import { listNotices, readNotices } from '#modules/work/api/notices.ts'
import type { Notice } from '#modules/work/schema.ts'
import { reading } from '#web/sync/use-read.ts'
import { useWrite } from '#web/sync/use-write.ts'

const LOOK_AGAIN_MS = 60_000

/** The newest notices, looked for again every minute; kept on the device for when there is no network. */
export function useNotices() {
  const { data, ...rest } = useQuery({
    ...reading(listNotices, {}, true),
    refetchInterval: LOOK_AGAIN_MS,
    select: (sent) => sent.data,
  })
  const { run } = useWrite(readNotices, { refreshes: [listNotices] })
  const notices = data?.notices ?? []
  return {
    ...rest,
    data,
    notices,
    unread: data?.unread ?? 0,
    readOne: (notice: Notice) => !notice.isRead && run({ ids: [notice.id] }),
    /** All up to the newest that is shown: what has come since stays unread. */
    readAll: () => notices[0] && run({ upTo: notices[0].id }),
  }
}
