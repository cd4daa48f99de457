import type { DutyWork, WorkGroupKind } from '#modules/work/api/work.ts'
import type { Words } from '#web/kit/words.tsx'
import type { RowWords } from './row-words.ts'

/** What a row says of a duty; `due` is told as for reports. */
export function dutyWords(
  { t, instant }: Words,
  kind: WorkGroupKind,
  item: DutyWork,
  due: RowWords['due'],
): RowWords {
  const { task, units, directive, unit, names, by, at, action } = item
  const isSeveral = unit === null
  const where = unit ? unit.name : names.length < units ? `${names.join(', ')}…` : names.join(', ')
  const told = kind === 'returned' ? 'app.work.returnedAt' : 'app.work.sentAt'
  return {
    title: t(`app.work.duty.${isSeveral ? 'several' : titleOf(kind, item)}`, { task, units }),
    facts: [directive.number, where].join(' · '),
    who: by ?? '',
    since: at === null ? '' : t(told, { at: instant(at) }),
    due,
    action: t(`app.work.action.${action}`, { cells: 0 }),
  }
}

/** What somebody else has to do is told as a fact. */
function titleOf(kind: WorkGroupKind, { action }: DutyWork): string {
  if (kind === 'check' || kind === 'waiting') return kind
  if (kind === 'returned') return action === 'look' ? 'back' : 'returned'
  return 'answer'
}
