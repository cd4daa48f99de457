// How far each unit is with a directive, from what is asked of it: one row a unit, whatever the number of occurrences.

import { type Day, maxDay, minDay } from '#kernel/day.ts'
import { STEPS, type Step, type StepDays } from '../schema.ts'

/** An occurrence that counts: neither withdrawn nor passed to a successor. Code and name as on the day of issue. */
export type Counted = StepDays & {
  id: number
  unitId: number
  unitCode: string
  unitName: string
  due: Day | null
}

/** A unit's row. Days after the day asked for are not known on it, and null. */
export type UnitCoverage = StepDays & {
  unitId: number
  unitCode: string
  unitName: string
  /** Of the occurrence that is latest of all, else of the last that counts; null: without a day. */
  due: Day | null
  /** Days from the due day to when it was done, or to the day asked for while it is not; never below 0. */
  daysLate: number
  /** How many occurrences stand behind the row, and the one that `due` and `daysLate` are of. */
  occurrences: number
  occurrenceId: number
}
export type CoverageTotals = Record<Step, number> & {
  units: number
  /** Units with days late: still, or when it was done. */
  late: number
  /** Of these, the ones that have still not done it. */
  overdue: number
}

const DAY_MS = 86_400_000
const daysBetween = (from: Day, to: Day) => (Date.parse(to) - Date.parse(from)) / DAY_MS

/** The lateness of one occurrence on a day; 0 without a due day. */
export const daysLate = ({ due, done }: { due: Day | null; done: Day | null }, on: Day): number =>
  due === null ? 0 : Math.max(0, daysBetween(due, done === null ? on : minDay(done, on)))

/** A day that lies after `on` is not known on it. */
const known = (day: Day | null, on: Day) => (day !== null && day <= on ? day : null)

/**
 * One unit on a day. Received, studied and planned: the first time. Reported and done: only when all that is asked by
 * then is (what is due by that day, has no due day, or is done already; when nothing is, all of it), and then the last day.
 *
 * @param occurrences at least one, all of the same unit and directive.
 */
export function coverUnit(occurrences: readonly Counted[], on: Day): UnitCoverage {
  const there = occurrences.map((one) => ({ ...one, ...knownSteps(one, on), late: daysLate(one, on) }))
  const asked = there.filter(({ due, done }) => due === null || due <= on || done !== null)
  const judged = asked.length > 0 ? asked : there
  const worst = judged.reduce((a, b) => (b.late > a.late || (b.late === a.late && isLater(b, a)) ? b : a))
  const latest = there.reduce((a, b) => (b.id > a.id ? b : a))
  return {
    unitId: latest.unitId,
    unitCode: latest.unitCode,
    unitName: latest.unitName,
    received: first(there.map(({ received }) => received)),
    studied: first(there.map(({ studied }) => studied)),
    planned: first(there.map(({ planned }) => planned)),
    reported: lastOfAll(judged.map(({ reported }) => reported)),
    done: lastOfAll(judged.map(({ done }) => done)),
    due: worst.due,
    daysLate: worst.late,
    occurrences: there.length,
    occurrenceId: worst.id,
  }
}

const knownSteps = (one: StepDays, on: Day): StepDays => ({
  received: known(one.received, on),
  studied: known(one.studied, on),
  planned: known(one.planned, on),
  reported: known(one.reported, on),
  done: known(one.done, on),
})

const isLater = (a: { due: Day | null; id: number }, b: { due: Day | null; id: number }) =>
  (a.due ?? '') === (b.due ?? '') ? a.id > b.id : (a.due ?? '') > (b.due ?? '')

const first = (days: readonly (Day | null)[]): Day | null =>
  days.flatMap((day) => day ?? []).reduce<Day | null>((a, b) => (a === null ? b : minDay(a, b)), null)

const lastOfAll = (days: readonly (Day | null)[]): Day | null =>
  days.reduce((a, b) => (a === null || b === null ? null : maxDay(a, b)))

/** A row for each unit, by unit code. */
export function coverUnits(occurrences: readonly Counted[], on: Day): UnitCoverage[] {
  const byUnit = Map.groupBy(occurrences, ({ unitId }) => unitId)
  return [...byUnit.values()]
    .map((own) => coverUnit(own, on))
    .sort((a, b) => (a.unitCode < b.unitCode ? -1 : a.unitCode > b.unitCode ? 1 : a.unitId - b.unitId))
}

export const isLate = (row: Pick<UnitCoverage, 'daysLate'>): boolean => row.daysLate > 0
export const isOverdue = (row: Pick<UnitCoverage, 'daysLate' | 'done'>): boolean =>
  row.daysLate > 0 && row.done === null

export function totalCoverage(rows: readonly UnitCoverage[]): CoverageTotals {
  const reached = (step: Step) => rows.filter((row) => row[step] !== null).length
  const steps = Object.fromEntries(STEPS.map((step) => [step, reached(step)])) as Record<Step, number>
  return {
    units: rows.length,
    ...steps,
    late: rows.filter(isLate).length,
    overdue: rows.filter(isOverdue).length,
  }
}

/** What a board is narrowed to: units that have not come to a step, or that are late. */
export type CoverageFilter = { missing?: Step | undefined; isLate?: boolean | undefined }

export const keepRows = (rows: readonly UnitCoverage[], { missing, isLate: late }: CoverageFilter) =>
  rows.filter((row) => (!missing || row[missing] === null) && (!late || isLate(row)))
