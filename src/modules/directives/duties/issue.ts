// Giving a duty to units, few or thousands: the duty, an occurrence for each unit and due day, and the steps that
// records say already.

import type { Day } from '#kernel/day.ts'
import { loadIndicators } from '#modules/indicators/index.ts'
import { listUnitNames } from '#modules/organisation/index.ts'
import { listProgrammesEver } from '#modules/programmes/index.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { AuditEntry } from '#platform/http/endpoint.ts'
import type { Fault } from '#platform/http/problem.ts'
import type { Address } from '../rules/address.ts'
import { dueDays, MOST_OCCURRENCES } from '../rules/occurrences.ts'
import type { Product, Repeats } from '../schema.ts'
import { type DirectiveRow, findById } from '../store/directives.ts'
import { type Doing, insertDuties } from '../store/duties.ts'
import { insertOccurrences, type MadeOccurrence } from '../store/occurrence-writes.ts'
import { findAddressees } from './addressed.ts'
import { DutyProblem } from './problems.ts'
import { settleSteps } from './steps.ts'

/** Occurrences of one duty, all units together: a country's communes, monthly for a year and more. */
const MOST_AT_ONCE = 50_000

export type NewDuty = {
  task: string
  product: Product
  /** Null: no day. */
  dueOn: Day | null
  to: Address
  /** Code of an indicator, slug of a programme. */
  indicator?: string | null
  programme?: string | null
  repeats?: Repeats | null
  lastDueOn?: Day | null
  hierarchy?: string
  /** Code of the unit whose office decides; see `findAddressees`. */
  decider?: string | null
  /** The day on which units are meant and named; today when left out. */
  issuedOn?: Day | null
}
export type Issuing = Doing & { today: Day }
export type Issued = { id: number; units: number; occurrences: MadeOccurrence[]; entry: AuditEntry }

/**
 * Issues a duty under a directive. Permission (`duty.issue` at the decider) and writing the audit entry that it gives
 * are the caller's.
 *
 * @throws duty.directiveNotFound; duty.refused with a fault for each member; duty.noUnits, duty.tooMany
 */
export async function issueDuty(
  tx: Tx,
  directiveId: number,
  draft: NewDuty,
  doing: Issuing,
): Promise<Issued> {
  const directive = await getDirective(tx, directiveId)
  const issuedOn = draft.issuedOn ?? doing.today
  const dues = judgeDays(draft, directive, issuedOn, doing.today)
  await judgeServed(tx, draft)
  const { unitIds, deciderId } = await findAddressees(tx, draft, issuedOn)
  if (unitIds.length * dues.length > MOST_AT_ONCE) throw DutyProblem.tooMany({ most: String(MOST_AT_ONCE) })

  const { task, product, to, indicator = null, programme = null, repeats = null } = draft
  const head = { directiveId, task, product, indicator, programme, repeats, issuedOn, deciderId }
  const days = { firstDueOn: dues[0] ?? null, lastDueOn: dues.at(-1) ?? null }
  const [id] = await insertDuties(tx, [{ ...head, ...days, addressed: to }], doing)
  const units = await listUnitNames(tx, unitIds, issuedOn)
  const occurrences = await insertOccurrences(tx, { id: id!, directiveId }, units, dues, doing)
  await settleSteps(tx, directiveId, unitIds)
  const counts = { units: units.length, occurrences: occurrences.length }
  return { id: id!, units: units.length, occurrences, entry: entryOf(id!, directive, head, days, counts) }
}

/** @throws duty.directiveNotFound */
export async function getDirective(db: Db, id: number): Promise<DirectiveRow> {
  const directive = await findById(db, id)
  if (!directive) throw DutyProblem.directiveNotFound()
  return directive
}

async function judgeServed(db: Db, { indicator = null, programme = null }: NewDuty): Promise<void> {
  const faults: Fault[] = []
  if (indicator !== null && !(await loadIndicators(db)).has(indicator))
    faults.push({ path: 'indicator', code: 'duty.indicatorUnknown', details: { code: indicator } })
  if (programme !== null && !(await listProgrammesEver(db)).some(({ slug }) => slug === programme))
    faults.push({ path: 'programme', code: 'duty.programmeUnknown', details: { slug: programme } })
  if (faults.length > 0) throw DutyProblem.refused({}, faults)
}

function judgeDays(
  { dueOn, repeats = null, lastDueOn = null }: NewDuty,
  directive: DirectiveRow,
  issuedOn: Day,
  today: Day,
): (Day | null)[] {
  const faults: Fault[] = []
  const refuse = (path: string, code: string, details: Record<string, string>) =>
    faults.push({ path, code: `duty.${code}`, details })
  if (issuedOn > today) refuse('issuedOn', 'future', { day: issuedOn })
  if (issuedOn < directive.issuedOn) refuse('issuedOn', 'beforeDirective', { issuedOn: directive.issuedOn })
  if (dueOn !== null && dueOn < directive.issuedOn)
    refuse('dueOn', 'beforeDirective', { issuedOn: directive.issuedOn })
  const isWhole = repeats === null || (dueOn !== null && lastDueOn !== null && lastDueOn >= dueOn)
  if (!isWhole) refuse('lastDueOn', 'lastDueNeeded', {})
  const dues = dueOn === null || !isWhole ? [null] : dueDays(dueOn, repeats, lastDueOn ?? dueOn)
  if (dues.length > MOST_OCCURRENCES) refuse('lastDueOn', 'tooOften', { most: String(MOST_OCCURRENCES) })
  if (faults.length > 0) throw DutyProblem.refused({}, faults)
  return dues
}

type Head = {
  task: string
  product: Product
  indicator: string | null
  repeats: Repeats | null
  deciderId: number
}
const entryOf = (
  dutyId: number,
  { id: directiveId, number }: DirectiveRow,
  { task, product, indicator, repeats, deciderId }: Head,
  { firstDueOn, lastDueOn }: { firstDueOn: Day | null; lastDueOn: Day | null },
  counts: { units: number; occurrences: number },
): AuditEntry => ({
  action: 'duty.issue',
  subject: `duty:${dutyId}`,
  unitId: deciderId,
  details: {
    directiveId,
    number,
    dutyId,
    task,
    product,
    indicator,
    repeats,
    dueOn: firstDueOn,
    lastDueOn,
    ...counts,
  },
})
