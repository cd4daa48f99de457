// A duty as its fields hold it, before it is given to units. Pure.

import type { Day } from '#kernel/day.ts'
import type { DutyDraft } from '../../../api/duties.ts'
import { type Addressable, type Addressed, addressUnits } from '../../../rules/address.ts'
import type { Product, Repeats } from '../../../schema.ts'

export type IssueDraft = {
  task: string
  product: Product
  repeats: Repeats | null
  dueOn: Day | ''
  lastDueOn: Day | ''
  /** When the office issued it; its units are those of that day. */
  issuedOn: Day | ''
  by: 'below' | 'list'
  /** Below which unit, and of which level and kind. */
  unit: string
  level: number | null
  kind: string | null
  units: string[]
}

export const emptyIssue = (unit: string, issuedOn: Day | '' = ''): IssueDraft => ({
  task: '',
  product: 'document',
  repeats: null,
  dueOn: '',
  lastDueOn: '',
  issuedOn,
  by: 'below',
  unit,
  level: null,
  kind: null,
  units: [],
})

const toOf = ({ by, unit, level, kind, units }: IssueDraft): DutyDraft['to'] =>
  by === 'list'
    ? { by, units }
    : { by, unit, ...(level !== null && { level }), ...(kind !== null && { kind }) }

/** The units that the server will ask, counted by the same rule. */
export const unitsOf = <U extends Addressable>(all: readonly U[], draft: IssueDraft): Addressed<U> =>
  draft.by === 'list' && draft.units.length === 0
    ? { units: [], unknown: [] }
    : addressUnits(all, toOf(draft))

/** What is sent; null while the task, a unit or a day that is needed is missing. */
export function dutyOf(draft: IssueDraft, chosen: number): Omit<DutyDraft, 'hierarchy'> | null {
  const { task, product, repeats, dueOn, lastDueOn } = draft
  if (task.trim() === '' || chosen === 0) return null
  if (repeats !== null && (dueOn === '' || lastDueOn === '' || lastDueOn < dueOn)) return null
  return {
    task: task.trim(),
    product,
    indicator: null,
    programme: null,
    repeats,
    dueOn: dueOn || null,
    lastDueOn: repeats === null ? null : lastDueOn,
    to: toOf(draft),
    decider: null,
    issuedOn: draft.issuedOn || null,
  }
}
