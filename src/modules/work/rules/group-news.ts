import { NOTICE_KINDS, type NoticeKind } from '../schema.ts'

/** As many lines as a mail shows of one kind; the rest is a number and a link. */
const SHOWN = 8

export type NewsGroup<T> = { kind: NoticeKind; count: number; shown: T[]; more: number }

/** News in the order in which it matters, each kind with its first lines: a digest is read in a minute or not at all. */
export function groupNews<T extends { kind: NoticeKind }>(news: readonly T[]): NewsGroup<T>[] {
  return NOTICE_KINDS.flatMap((kind) => {
    const all = news.filter((one) => one.kind === kind)
    if (all.length === 0) return []
    const shown = all.slice(0, SHOWN)
    return [{ kind, count: all.length, shown, more: all.length - shown.length }]
  })
}
