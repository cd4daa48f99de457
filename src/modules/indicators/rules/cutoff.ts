// Until when reports are due and taken. State reports follow Decree 09/2019/NĐ-CP; a level sends before the level above
// it adds up.

import { addDays, type Day, maxDay, minDay, OPEN_END, OPEN_START } from '#kernel/day.ts'
import type { Period } from '#kernel/period.ts'
import type { MonthDay } from '../api/cutoff.ts'

/** The days that a rule lays down, counted from a period; null: it says nothing. */
export type RuleDays = {
  dataFrom: MonthDay | null
  dataTo: MonthDay | null
  due: MonthDay
  closes: MonthDay | null
}

/** A rule as it is kept. `formId` and `level` null: any. Periods that end inside its validity are ruled by it. */
export type StoredRule = {
  id: number
  formId: number | null
  level: number | null
  validFrom: Day
  validTo: Day
  days: RuleDays
}

/** The days of one period by one rule; all inclusive. */
export type RuledDays = { dataFrom: Day | null; dataTo: Day | null; dueOn: Day | null; closesOn: Day | null }

/**
 * The day that is `months` from the month of `from`, on `day` of it; the last day of a shorter month. The 15th of the
 * month before 2021-01-01 is 2020-12-15.
 */
export function monthDay(from: Day, { months, day }: MonthDay): Day {
  const month = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months
  const first = (n: number) =>
    `${String(Math.floor(n / 12)).padStart(4, '0')}-${String((n % 12) + 1).padStart(2, '0')}-01`
  return minDay(addDays(first(month), day - 1), addDays(first(month + 1), -1))
}

/** A rule's days for a period: `dataFrom` is counted from the period's first month, all others from its last. */
export function daysOf(rule: StoredRule, period: Pick<Period, 'startsOn' | 'endsOn'>): RuledDays {
  const on = (from: Day, at: MonthDay | null) => at && monthDay(from, at)
  const { dataFrom, dataTo, due, closes } = rule.days
  return {
    dataFrom: on(period.startsOn, dataFrom),
    dataTo: on(period.endsOn, dataTo),
    dueOn: on(period.endsOn, due),
    closesOn: on(period.endsOn, closes),
  }
}

/** The rules that hold for periods ending on a day. */
export const rulesOn = (rules: readonly StoredRule[], endsOn: Day): StoredRule[] =>
  rules.filter((rule) => rule.validFrom <= endsOn && endsOn <= rule.validTo)

/**
 * The one rule for a unit's report: a form's own before one of every form, one of the unit's level before one of any,
 * then the one that came into force last, then the one made last. Null when there is none: the form is always open.
 */
export function pickRule(rules: readonly StoredRule[], endsOn: Day, level: number): StoredRule | null {
  const there = rulesOn(rules, endsOn).filter((rule) => rule.level === null || rule.level === level)
  const rank = (rule: StoredRule) => (rule.formId === null ? 0 : 2) + (rule.level === null ? 0 : 1)
  return there.reduce<StoredRule | null>((best, rule) => {
    if (!best || rank(rule) !== rank(best)) return !best || rank(rule) > rank(best) ? rule : best
    if (rule.validFrom !== best.validFrom) return rule.validFrom > best.validFrom ? rule : best
    return rule.id > best.id ? rule : best
  }, null)
}

/** What the office asked of a unit and those below it. `dueOn` and `closesOn` null: by the rule. */
export type StoredOpening = {
  id: number
  unitId: number
  dueOn: Day | null
  closesOn: Day | null
  openedOn: Day
}
/** A unit, and those below it, may save until a day. */
export type StoredException = { unitId: number; until: Day }

/**
 * What the openings and exceptions of one form's period make of a rule for one unit.
 *
 * @param line the unit and all above it, itself first. The nearest opening speaks, of several there the last.
 * @param today the unit may save through `closesOn`, and through the last day of any exception on its line.
 */
export function judgeCutoff(
  ruled: RuledDays | null,
  line: readonly number[],
  openings: readonly StoredOpening[],
  exceptions: readonly StoredException[],
  today: Day,
): RuledDays & { isOpen: boolean; openUntil: Day | null; openedOn: Day | null } {
  const opening = line
    .map((unit) => openings.filter((o) => o.unitId === unit).reduce(latest, undefined))
    .find((o) => o !== undefined)
  const dueOn = opening?.dueOn ?? ruled?.dueOn ?? null
  // Nothing closes before it is due.
  const closesOn = opening?.closesOn ?? (ruled?.closesOn ? maxDay(ruled.closesOn, dueOn!) : null)
  const untils = exceptions.filter((e) => line.includes(e.unitId)).map((e) => e.until)
  const until = untils.reduce(maxDay, OPEN_START)
  const isPast = closesOn !== null && today > closesOn
  return {
    dataFrom: ruled?.dataFrom ?? null,
    dataTo: ruled?.dataTo ?? null,
    dueOn,
    closesOn,
    isOpen: !isPast || today <= until,
    openUntil: isPast && today <= until ? until : null,
    openedOn: opening?.openedOn ?? null,
  }
}

const latest = (a: StoredOpening | undefined, b: StoredOpening) => (a && a.id > b.id ? a : b)

/** The first day after which some unit may find a period closed by these rules; `infinity` when none closes it. */
export function earliestClose(
  rules: readonly StoredRule[],
  period: Pick<Period, 'startsOn' | 'endsOn'>,
): Day {
  return rulesOn(rules, period.endsOn)
    .map((rule) => daysOf(rule, period).closesOn ?? OPEN_END)
    .reduce(minDay, OPEN_END)
}

/** Days after the due day: of the submission or, while there is none, of today. 0 in time, not due yet, or no due day. */
export function daysLate(dueOn: Day | null, submittedOn: Day | null, today: Day): number {
  if (dueOn === null) return 0
  const late = (Date.parse(submittedOn ?? today) - Date.parse(dueOn)) / 86_400_000
  return Math.max(0, late)
}
