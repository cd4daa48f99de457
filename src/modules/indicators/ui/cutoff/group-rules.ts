import { PERIOD_KINDS } from '#kernel/period.ts'
import type { CutoffRule, MonthDay } from '../../api/cutoff.ts'

/** Rules that differ only in level, due day and close: one line of the list. Levels from the lowest up; null is any. */
export type RuleGroup = Pick<
  CutoffRule,
  'form' | 'frequency' | 'validFrom' | 'validTo' | 'dataFrom' | 'dataTo' | 'basis'
> & {
  key: string
  levels: { id: string; level: number | null; due: MonthDay; closes: MonthDay | null }[]
}

/** Groups rules for reading: every form's first, months before years, the newest validity first. */
export function groupRules(rules: readonly CutoffRule[]): RuleGroup[] {
  const byKey = Map.groupBy(rules, (rule) =>
    JSON.stringify([
      rule.form,
      rule.frequency,
      rule.validFrom,
      rule.validTo,
      rule.dataFrom,
      rule.dataTo,
      rule.basis,
    ]),
  )
  const groups = [...byKey].map(([key, list]): RuleGroup => {
    const { form, frequency, validFrom, validTo, dataFrom, dataTo, basis } = list[0]!
    const levels = list
      .map(({ id, level, due, closes }) => ({ id, level, due, closes }))
      .sort((a, b) => (b.level ?? 0) - (a.level ?? 0))
    return { key, form, frequency, validFrom, validTo, dataFrom, dataTo, basis, levels }
  })
  return groups.sort(
    (a, b) =>
      (a.form ?? '').localeCompare(b.form ?? '') ||
      KINDS.indexOf(a.frequency) - KINDS.indexOf(b.frequency) ||
      (b.validFrom ?? '').localeCompare(a.validFrom ?? ''),
  )
}

const KINDS: readonly string[] = PERIOD_KINDS

/** True when the rules hold for some period that ends in a year. */
export const holdsIn = (
  { validFrom, validTo }: Pick<RuleGroup, 'validFrom' | 'validTo'>,
  year: string,
): boolean =>
  (validFrom === null || validFrom <= `${year}-12-31`) && (validTo === null || validTo >= `${year}-01-01`)
