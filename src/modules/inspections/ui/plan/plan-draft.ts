// A plan as it is written in the form: rows with a key of their own, so that they can be moved and taken out.

import type { Day } from '#kernel/day.ts'
import type { Inspection, PlannedVisit } from '../../api/plan.ts'

export type Row = {
  key: string
  /** Of a visit that is there already; recorded ones are not changed. */
  id?: string
  isRecorded: boolean
  unit: string
  unitName: string
  programme: string | null
  site: string
  plannedOn: Day | ''
  inspectors: string[]
  cancelledBecause: string
}
export type PlanDraft = {
  directive: { id: string; label: string } | null
  name: string
  purpose: string
  startsOn: Day | ''
  endsOn: Day | ''
  rows: Row[]
}

export const newRow = (key: string, plannedOn: Day | ''): Row => ({
  key,
  isRecorded: false,
  unit: '',
  unitName: '',
  programme: null,
  site: '',
  plannedOn,
  inspectors: [],
  cancelledBecause: '',
})

export const newPlan = (today: Day, key: string): PlanDraft => ({
  directive: null,
  name: '',
  purpose: '',
  startsOn: today,
  endsOn: '',
  rows: [newRow(key, today)],
})

export const planOf = ({ directive, name, purpose, startsOn, endsOn, list }: Inspection): PlanDraft => ({
  directive: { id: directive.id, label: `${directive.number}, ${directive.excerpt}` },
  ...{ name, purpose, startsOn, endsOn },
  rows: list.map((visit) => ({
    key: visit.id,
    id: visit.id,
    isRecorded: visit.state === 'recorded',
    unit: visit.unit.code,
    unitName: visit.unit.name,
    programme: visit.programme?.slug ?? null,
    site: visit.site,
    plannedOn: visit.plannedOn,
    inspectors: visit.inspectors,
    cancelledBecause: visit.cancelledBecause ?? '',
  })),
})

export const visitsOf = (rows: readonly Row[]): PlannedVisit[] =>
  rows.map(({ id, unit, programme, site, plannedOn, inspectors, cancelledBecause }) => ({
    ...(id !== undefined && { id }),
    ...{ unit, programme, site, plannedOn, inspectors },
    cancelledBecause: cancelledBecause.trim() || null,
  }))

/** Whether it can be sent: the server judges the rest. */
export const isWhole = ({ directive, name, startsOn, endsOn, rows }: PlanDraft): boolean =>
  directive !== null &&
  name.trim() !== '' &&
  startsOn !== '' &&
  endsOn !== '' &&
  startsOn <= endsOn &&
  rows.length > 0 &&
  rows.every(({ unit, plannedOn }) => unit !== '' && plannedOn !== '')
