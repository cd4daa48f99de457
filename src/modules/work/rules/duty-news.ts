import type { Day } from '#kernel/day.ts'
import type { NoticeKind } from '../schema.ts'
import type { Entry } from './signal.ts'

/** What an entry of the audit log tells about a duty, and who is to know it: the unit that has it, or the office. */
export type DutyNews = {
  kind: NoticeKind
  to: 'unit' | 'office'
  dutyId: number
  /** Null: every unit that the duty was issued to. */
  occurrenceId: number | null
  reason: string | null
  dueOn: Day | null
}

/** The kind and the receiver of an entry. To say that one has a duty is no news, nor is what an office takes back. */
function kindOf(action: string, details: Entry['details']): Pick<DutyNews, 'kind' | 'to'> | null {
  if (action === 'duty.issue' && details.withdrawn === undefined) return { kind: 'assigned', to: 'unit' }
  if (action === 'duty.extend') return { kind: 'extended', to: 'unit' }
  if (action === 'duty.answer' && details.received === undefined) return { kind: 'check', to: 'office' }
  if (action !== 'duty.decide') return null
  if (details.decision === 'returned') return { kind: 'returned', to: 'unit' }
  return details.decision === 'accepted' ? { kind: 'approved', to: 'unit' } : null
}

/**
 * Reads an audit entry as news of a duty; null when it is none. The details name the duty, the occurrence when it is
 * about one unit, and the day by which it is due.
 */
export function dutyNewsOf({ action, details }: Pick<Entry, 'action' | 'details'>): DutyNews | null {
  const kind = kindOf(action, details)
  const dutyId = idOf(details.dutyId)
  const occurrenceId = idOf(details.occurrenceId)
  if (!kind || dutyId === null || (occurrenceId === null && action !== 'duty.issue')) return null
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  const reason = kind.kind === 'returned' || kind.kind === 'extended' ? text(details.reason) : null
  return { ...kind, dutyId, occurrenceId, reason, dueOn: text(details.dueOn) }
}

/** Ids stand in the log as numbers or as their text. */
const idOf = (value: unknown): number | null =>
  (typeof value === 'number' || typeof value === 'string') && /^\d{1,15}$/.test(String(value))
    ? Number(value)
    : null

/** A unit that is asked, with the occurrence that is meant. */
export type AskedOfDuty = { dutyId: number; occurrenceId: number; unitId: number; dueOn: Day | null }
/** What one person is told of a duty: of one unit by name, of several by their number. */
export type DutyTold = {
  accountId: number
  dutyId: number
  occurrenceId: number | null
  unitId: number | null
  units: number
  dueOn: Day | null
  thing: string
}

/** A duty as it was given: told once to each person, however many units and due days it has. */
export const thingIssued = ({ dutyId }: Pick<AskedOfDuty, 'dutyId'>): string => `duty:${dutyId}`
/** A due day that comes near or has passed; one that was put off is another. */
export const thingDue = ({ dutyId, dueOn }: Pick<AskedOfDuty, 'dutyId' | 'dueOn'>): string =>
  `duty:${dutyId}@${dueOn ?? ''}`

/** One notice for each person and thing, however many units it is about. */
export function gatherDuties(
  asked: readonly AskedOfDuty[],
  peopleOf: (unitId: number) => readonly number[],
  thingOf: (one: AskedOfDuty) => string,
): DutyTold[] {
  const each = asked.flatMap((one) => peopleOf(one.unitId).map((accountId) => ({ ...one, accountId })))
  const groups = Map.groupBy(each, (one) => `${one.accountId} ${thingOf(one)}`)
  return [...groups.values()].map((group) => {
    const { accountId, dutyId, occurrenceId, unitId, dueOn } = group[0]!
    const isOne = group.length === 1
    return {
      accountId,
      dutyId,
      occurrenceId: isOne ? occurrenceId : null,
      unitId: isOne ? unitId : null,
      units: group.length,
      dueOn,
      thing: thingOf(group[0]!),
    }
  })
}
