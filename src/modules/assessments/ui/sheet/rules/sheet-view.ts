// What a sheet shows of itself: what is looked for, and how it changes by one answer. Pure.

import type { Saved, Sheet, SheetArea, SheetCriterion } from '../../../api/scoring.ts'
import type { Stage } from '../../../schema.ts'

export const FILTERS = ['all', 'open', 'cut', 'evidence'] as const
/** `open`: what is asked of the unit and may be said now; `cut`: what stands below its own; `evidence`: proof that is not there. */
export type Filter = (typeof FILTERS)[number]

const fits: Readonly<Record<Filter, (one: SheetCriterion) => boolean>> = {
  all: () => true,
  open: ({ cell: { lacks, may } }) =>
    (lacks.includes('score') && may.includes('self')) ||
    (lacks.includes('explanation') && may.includes('explained')),
  cut: ({ cell }) => cell.scores.some(({ isCut }) => isCut),
  evidence: ({ cell }) => cell.lacks.includes('evidence'),
}

export const criteriaOf = (sheet: Sheet): SheetCriterion[] => sheet.areas.flatMap(({ criteria }) => criteria)

/** Areas with those of their criteria that fit; without any an area is left out. */
export const filtered = (areas: readonly SheetArea[], filter: Filter): SheetArea[] =>
  areas
    .map((area) => ({ ...area, criteria: area.criteria.filter(fits[filter]) }))
    .filter(({ criteria }) => criteria.length > 0)

export const countOf = (sheet: Sheet, filter: Filter): number => criteriaOf(sheet).filter(fits[filter]).length

/** The score of a stage. */
export const scoreAt = ({ cell }: Pick<SheetCriterion, 'cell'>, stage: Stage) =>
  cell.scores.find((score) => score.stage === stage)

/** How many of the criteria that people score have a score: surveys are not run by the unit. */
export function byHand({ criteria }: Pick<SheetArea, 'criteria'>): { said: number; of: number } {
  const own = criteria.filter(({ rule }) => rule.type !== 'survey')
  return { said: own.filter(({ cell }) => cell.counted !== null).length, of: own.length }
}

/** A saved answer put into the sheet that was read before it. */
export function withSaved(sheet: Sheet, { cell, area, totals, missing }: Saved): Sheet {
  const areas = sheet.areas.map((one) =>
    one.code === area?.code
      ? {
          ...one,
          sums: area.sums,
          criteria: one.criteria.map((criterion) =>
            criterion.code === cell.criterion ? { ...criterion, cell } : criterion,
          ),
        }
      : one,
  )
  const adjustment = area === null && sheet.adjustment ? { ...sheet.adjustment, cell } : sheet.adjustment
  return { ...sheet, areas, adjustment, totals, missing }
}

/** The neighbour in a row of codes; from a code that is not in it, the first. Undefined beyond either end. */
export function stepFrom(codes: readonly string[], from: string | null, by: 1 | -1): string | undefined {
  const at = from === null ? -1 : codes.indexOf(from)
  return at < 0 ? codes[0] : codes[at + by]
}

/** The next in the row that is still to be said, once around. */
export function nextOpen(criteria: readonly SheetCriterion[], from: string | null): string | undefined {
  const at = criteria.findIndex(({ code }) => code === from)
  const around = [...criteria.slice(at + 1), ...criteria.slice(0, Math.max(at, 0))]
  return around.find(fits.open)?.code
}
