import type { Words } from '#web/kit/words.tsx'
import type { MonthDay } from '../../api/cutoff.ts'

/**
 * `ngày 15 tháng trước kỳ`, `ngày 14 tháng cuối kỳ`, `ngày 5 tháng sau kỳ`.
 *
 * @param from counted from the period's first month, for where data begin; else from its last.
 */
export function tellMonthDay(
  t: Words['t'],
  { months, day }: MonthDay,
  from: 'first' | 'last' = 'last',
): string {
  const where =
    months === 0
      ? from
      : months === -1 && from === 'first'
        ? 'before'
        : months === 1 && from === 'last'
          ? 'after'
          : null
  if (where) return t(`app.cutoff.day.${where}`, { day })
  return t(months < 0 ? 'app.cutoff.day.earlier' : 'app.cutoff.day.later', { day, months: Math.abs(months) })
}
