import type { Day } from '#kernel/day.ts'

/** Up to so many units of one form and due day are told one by one; more are told together. */
const APART_UP_TO = 3

export type AskedUnit = { unitId: number; dueOn: Day | null }
/** A form's period with the units that have not sent it. */
export type AskedForm<U extends AskedUnit> = { form: { code: string }; period: string; units: readonly U[] }
/** One line of the list: reports of one form, period and due day. */
export type Line<F, U> = { of: F; dueOn: Day | null; units: U[] }

/**
 * What has not been sent, as lines of a list: the earliest due day first, what has none last. Past the due day it is
 * overdue; on it, it is due.
 */
export function splitByDue<U extends AskedUnit, F extends AskedForm<U>>(
  asked: readonly F[],
  today: Day,
): { overdue: Line<F, U>[]; due: Line<F, U>[] } {
  const lines = asked.flatMap((of) =>
    [...Map.groupBy(of.units, ({ dueOn }) => dueOn)].flatMap(([dueOn, units]): Line<F, U>[] =>
      units.length <= APART_UP_TO
        ? units.map((unit) => ({ of, dueOn, units: [unit] }))
        : [{ of, dueOn, units }],
    ),
  )
  const isLate = ({ dueOn }: Line<F, U>) => dueOn !== null && dueOn < today
  const sorted = lines.toSorted(
    (a, b) =>
      compare(a.dueOn ?? '9', b.dueOn ?? '9') ||
      compare(a.of.period, b.of.period) ||
      compare(a.of.form.code, b.of.form.code),
  )
  return { overdue: sorted.filter(isLate), due: sorted.filter((line) => !isLate(line)) }
}

/** Whole days from one day to a later one; 0 when it is not later, or there is none. */
export const daysPast = (dueOn: Day | null, today: Day): number =>
  dueOn === null ? 0 : Math.max(0, (Date.parse(today) - Date.parse(dueOn)) / 86_400_000)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
