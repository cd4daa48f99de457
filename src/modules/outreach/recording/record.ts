// Recording, correcting and withdrawing an activity. Indicators follow in the same transaction.

import { randomUUID } from 'node:crypto'
import type { Day } from '#kernel/day.ts'
import { unitByCode, unitStateOn } from '#modules/organisation/index.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { AuditEntry } from '#platform/http/endpoint.ts'
import { OutreachProblem } from '../problems.ts'
import { judgeDay } from '../rules/judge.ts'
import type { RecordedForm } from '../schema.ts'
import {
  type ActivityRow,
  findActivity,
  insertActivity,
  markChanged,
  markWithdrawn,
  type StoredActivity,
} from '../store/activities.ts'
import { recountOutreach } from './recount.ts'

/** An activity about to be recorded. Without an `id` one is made up. */
export type ActivityDraft = {
  id?: string
  /** The unit that held this code on the day. */
  unit: string
  form: RecordedForm
  subject: string
  heldOn: Day
  place: string
  /** People; null: not known. */
  reached: number | null
  /** Slug. */
  programme: string | null
  /** Id of a directive of the register. */
  directive: string | null
}
/** Who records it, when, and on which day of theirs. */
export type Recorder = { by: string; at: Date; today: Day }

/** @throws outreach.unitNotFound when nobody held that code on that day. */
export async function unitOfActivity(db: Db, code: string, heldOn: Day): Promise<number> {
  const unit = await unitByCode(db, code, { startsOn: heldOn, endsOn: heldOn })
  if (!unit) throw OutreachProblem.unitNotFound({ code, on: heldOn })
  return unit.id
}

/** One that counts. @throws outreach.notFound, outreach.withdrawn */
export async function getActivity(db: Db, id: string): Promise<StoredActivity> {
  const found = await findActivity(db, id)
  if (!found) throw OutreachProblem.notFound()
  if (found.isWithdrawn) throw OutreachProblem.withdrawn()
  return found
}

/** Where it was done, also of one that was withdrawn: a retry is judged as the first time. @throws outreach.notFound */
export async function placeOfActivity(db: Db, id: string): Promise<number> {
  const found = await findActivity(db, id)
  if (!found) throw OutreachProblem.notFound()
  return found.unitId
}

export const etagOf = ({ revision }: Pick<StoredActivity, 'revision'>): string => `"${revision}"`

/**
 * Records an activity, or writes over the one that has its id.
 *
 * @param seen the entity tag that the writer saw. One that is there already is written over only by who has seen it.
 * @throws outreach.future, outreach.unitNotFound, outreach.programmeNotFound, outreach.directiveNotFound, outreach.stale,
 *   outreach.withdrawn
 */
export async function recordActivity(
  tx: Tx,
  draft: ActivityDraft,
  who: Recorder,
  seen?: string,
): Promise<{ activity: StoredActivity; entry: AuditEntry }> {
  if (judgeDay(draft.heldOn, who.today)) throw OutreachProblem.future({ day: draft.heldOn })
  const row = await rowOf(tx, draft)
  const before = draft.id === undefined ? undefined : await findActivity(tx, row.id)
  if (before?.isWithdrawn) throw OutreachProblem.withdrawn()
  if (!before) await insertActivity(tx, row, who)
  else if (seen !== etagOf(before) || !(await markChanged(tx, row, before.revision, who)))
    throw OutreachProblem.stale()
  await recountOutreach(tx, [row, ...(before ? [before] : [])])
  const activity = (await findActivity(tx, row.id))!
  const details = { before: before ? tellRow(before) : null, after: tellRow(activity) }
  return { activity, entry: entryOf('outreach.record', activity, details) }
}

async function rowOf(tx: Tx, { id, unit, directive, ...rest }: ActivityDraft): Promise<ActivityRow> {
  const unitId = await unitOfActivity(tx, unit, rest.heldOn)
  const { name: unitName } = await unitStateOn(tx, unitId, rest.heldOn)
  const directiveId = directive === null ? null : Number(directive)
  return { ...rest, id: id ?? randomUUID(), unitId, unitCode: unit, unitName, directiveId }
}

/** Counts it no more, and keeps it with the reason. @throws outreach.notFound, outreach.withdrawn */
export async function withdrawActivity(
  tx: Tx,
  id: string,
  reason: string,
  at: Date,
): Promise<{ entry: AuditEntry }> {
  const before = await getActivity(tx, id)
  if (!(await markWithdrawn(tx, id, reason, at))) throw OutreachProblem.withdrawn()
  await recountOutreach(tx, [before])
  return { entry: entryOf('outreach.record', before, { before: tellRow(before), after: null, reason }) }
}

const entryOf = (action: 'outreach.record', { id, unitId }: StoredActivity, details: object): AuditEntry => ({
  action,
  subject: `outreach:${id}`,
  unitId,
  details,
})

const tellRow = ({
  unitCode,
  form,
  subject,
  heldOn,
  place,
  reached,
  programme,
  directiveId,
}: StoredActivity) => ({
  unit: unitCode,
  form,
  subject,
  heldOn,
  place,
  reached,
  programme,
  directiveId,
})
