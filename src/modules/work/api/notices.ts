import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { Lang, Notice, Way, Ways } from '../schema.ts'

/** The caller's own notices, the newest first. */
export const listNotices = contract({
  method: 'GET',
  path: '/api/v1/notices',
  summary: 'summary.notice.list',
  input: z.object({
    /** Only those that are unread. */
    unread: z.enum(['true', 'false']).optional(),
    /** `nextCursor` of the page before. */
    after: z
      .string()
      .regex(/^\d{1,15}$/)
      .optional(),
    /** 20 when left out. */
    limit: z.coerce.number().int().min(1).max(100).optional(),
  }),
  output: z.object({ notices: z.array(Notice), unread: z.int(), nextCursor: z.string().nullable() }),
})

/** Marks the caller's notices as read: those named, or every one up to the newest that was seen. */
export const readNotices = contract({
  method: 'POST',
  path: '/api/v1/notices/read',
  summary: 'summary.notice.read',
  input: z
    .object({
      ids: z
        .array(z.string().regex(/^\d{1,15}$/))
        .max(100)
        .optional(),
      upTo: z
        .string()
        .regex(/^\d{1,15}$/)
        .optional(),
    })
    .refine(({ ids, upTo }) => (ids === undefined) !== (upTo === undefined), { error: 'idsOrUpTo' }),
  output: z.object({ unread: z.int() }),
})

export const NoticeSettings = z.object({
  /** The language of mail. */
  lang: Lang,
  /** By kind; kinds that were not chosen as is usual. */
  ways: Ways,
  /** False: mail cannot reach the caller, whose account has no address. */
  hasAddress: z.boolean(),
})
export type NoticeSettings = z.infer<typeof NoticeSettings>

export const getNoticeSettings = contract({
  method: 'GET',
  path: '/api/v1/notices/settings',
  summary: 'summary.notice.settings',
  input: z.object({}),
  output: NoticeSettings,
})

const SomeWays = z.object({
  returned: Way.optional(),
  overdue: Way.optional(),
  due: Way.optional(),
  assigned: Way.optional(),
  extended: Way.optional(),
  check: Way.optional(),
  approved: Way.optional(),
})

/** Kinds that are not named keep their way. */
export const setNoticeSettings = contract({
  method: 'PUT',
  path: '/api/v1/notices/settings',
  summary: 'summary.notice.choose',
  input: z.object({ lang: Lang, ways: SomeWays }),
  output: NoticeSettings,
})
