import { OUTREACH_FORMS, type OutreachCount, type OutreachForm } from '../schema.ts'

/** The sources that an indicator may name: all activities and people reached, and those of one form. */
export const OUTREACH_SOURCES: readonly string[] = [
  'outreach.activities',
  'outreach.reached',
  ...OUTREACH_FORMS.flatMap((form) => [`outreach.activities.${form}`, `outreach.reached.${form}`]),
]

/** One value of a source; null: there is none. */
export type SourceShare = { source: string; value: string | null }

/**
 * What a unit's month gives to each source.
 *
 * Without activities there is no value: whether nothing was done or nothing was written down is not known. Without one
 * activity that says how many people it reached, nobody knows how many were.
 */
export function sharesOf(counts: readonly (OutreachCount & { form: OutreachForm })[]): SourceShare[] {
  const of = (suffix: string, among: readonly OutreachCount[]): SourceShare[] => {
    const sum = (pick: (count: OutreachCount) => number) =>
      among.reduce((total, count) => total + pick(count), 0)
    const activities = sum((count) => count.activities)
    const isTold = sum((count) => count.told) > 0
    return [
      { source: `outreach.activities${suffix}`, value: activities > 0 ? String(activities) : null },
      { source: `outreach.reached${suffix}`, value: isTold ? String(sum((count) => count.reached)) : null },
    ]
  }
  return [
    ...of('', counts),
    ...OUTREACH_FORMS.flatMap((form) =>
      of(
        `.${form}`,
        counts.filter((count) => count.form === form),
      ),
    ),
  ]
}
