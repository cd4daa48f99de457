import { scaled, scaleFor } from '#kernel/measure.ts'
import type { ReportWork, TargetWork, WorkGroupKind, WorkItem } from '#modules/work/api/work.ts'
import { nearnessOf } from '#modules/work/rules/weeks.ts'
import { tellPeriod } from '#web/kit/tell-period.ts'
import type { Words } from '#web/kit/words.tsx'
import { assessmentWords } from './assessment-words.ts'
import { dutyWords } from './duty-words.ts'

/** What a row says, in the words of the person. */
export type RowWords = {
  title: string
  /** Period, unit, version, how far it is. */
  facts: string
  /** Who, and since when. */
  who: string
  since: string
  /** Before the day, and the day itself; null: the item has none. */
  due: { word: string; day: string } | null
  action: string
}

export function rowWords(words: Words, kind: WorkGroupKind, item: WorkItem, today: string): RowWords {
  if (item.about === 'target') return targetWords(words, item)
  if (item.about === 'duty') return dutyWords(words, kind, item, dueOf(words, kind, item, today))
  if (item.about === 'assessment') return assessmentWords(words, item, dueOf(words, kind, item, today))
  return reportWords(words, kind, item, today)
}

function reportWords(words: Words, kind: WorkGroupKind, item: ReportWork, today: string): RowWords {
  const { t, lang } = words
  const form = lang === 'en' ? (item.form.nameEn ?? item.form.name) : item.form.name
  const { units, cells } = item
  return {
    title: t(`app.work.title.${titleOf(kind, item)}`, { form, units, cells }),
    facts: factsOf(words, item).join(' · '),
    who: item.by ?? '',
    since: sinceOf(words, kind, item, today),
    due: dueOf(words, kind, item, today),
    action: t(`app.work.action.${item.action}`, { cells }),
  }
}

/** What somebody else has to correct is told as a fact. */
function titleOf(kind: WorkGroupKind, { units, action }: ReportWork): string {
  if (units > 1) return 'several'
  return kind === 'returned' && action === 'look' ? 'back' : kind
}

function factsOf({ t }: Words, item: ReportWork): string[] {
  const where = item.unit
    ? [item.unit.name]
    : [t('app.work.among', { names: item.names.join(', '), expected: item.expected })]
  const begun =
    item.filled === null
      ? []
      : item.version === null
        ? [t('app.work.notBegun')]
        : [t('app.work.filled', { filled: item.filled, asked: item.asked })]
  const version =
    item.version === null || item.version < 2 ? [] : [t('app.work.version', { version: item.version })]
  return [tellPeriod(t, item.period), ...where, ...begun, ...version]
}

function sinceOf({ t, instant, day }: Words, kind: WorkGroupKind, item: ReportWork, today: string): string {
  if (kind === 'overdue' || kind === 'due')
    return item.dataTo
      ? t('app.work.dataTo', { day: day(item.dataTo, today) })
      : item.at
        ? t('app.work.opened', { day: day(item.at.slice(0, 10), today) })
        : ''
  return item.at
    ? t(kind === 'returned' ? 'app.work.returnedAt' : 'app.work.sentAt', { at: instant(item.at) })
    : ''
}

type Dated = Pick<ReportWork, 'dueOn' | 'daysLate'>

function dueOf({ t, day }: Words, kind: WorkGroupKind, { dueOn, daysLate }: Dated, today: string) {
  if (dueOn === null) return null
  if (daysLate > 0) return { word: t('app.work.late', { days: daysLate }), day: '' }
  const near = nearnessOf(dueOn, today)
  const word =
    kind === 'returned'
      ? t('app.work.correctBy')
      : near.kind === 'weekday'
        ? `${weekdays(t)[near.weekday]},`
        : t(`app.work.due.${near.kind}`)
  return { word, day: day(dueOn, today) }
}

function targetWords(words: Words, item: TargetWork): RowWords {
  const { t, lang, number } = words
  const scale = scaleFor(lang, item.unitOfMeasure, item.unitOfMeasure, [item.value, item.target])
  const sized = (value: string) => number(scaled(value, scale))
  const unit = [scale.before, scale.after].join(' ').trim()
  const about = { label: item.label, value: sized(item.value), target: sized(item.target), unit }
  const percent = item.attainmentPercent
  return {
    title: t('app.work.title.behind', about),
    facts: [item.unit.name, t('app.work.gap', { gap: sized(item.gap), unit })].join(' · '),
    who: tellPeriod(t, item.period),
    since: '',
    due: percent === null ? null : { word: t('app.work.attained', { percent: number(percent, 1) }), day: '' },
    action: t('app.work.action.look'),
  }
}

/** Monday to Sunday, as a calendar writes them. */
export const weekdays = (t: Words['t']): string[] => t('app.work.weekdays').split(' ')
