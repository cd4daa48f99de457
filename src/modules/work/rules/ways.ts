import { NOTICE_KINDS, type NoticeKind, type Way, type Ways } from '../schema.ts'

/** What holds for somebody who has chosen nothing: at once what stops their work, the rest once a day. */
const USUAL: Readonly<Record<NoticeKind, Way>> = {
  returned: 'now',
  overdue: 'digest',
  due: 'digest',
  assigned: 'digest',
  extended: 'digest',
  check: 'digest',
  approved: 'app',
}

/** The way of every kind: as chosen, else as usual. A stored word that is no longer known is as if not chosen. */
export function waysOf(chosen: Readonly<Record<string, string | undefined>>): Ways {
  const known = (text: string | undefined): text is Way =>
    text === 'none' || text === 'app' || text === 'digest' || text === 'now'
  return Object.fromEntries(
    NOTICE_KINDS.map((kind) => {
      const way = chosen[kind]
      return [kind, known(way) ? way : USUAL[kind]]
    }),
  ) as Ways
}
