import { findPeople } from '#platform/auth/contact.ts'
import type { Db } from '#platform/db/db.ts'
import type { Notice } from '../schema.ts'
import { listDutyNames, listUnitsOf } from '../store/duty-news.ts'
import { type FormName, listFormNames, listNamesThen } from '../store/names.ts'
import type { StoredNotice } from '../store/notices.ts'

/** Notices with the names that people know. A unit is named as on the day of what was asked of it. */
export async function showNotices(db: Db, stored: readonly StoredNotice[]): Promise<Notice[]> {
  const formOf = await listFormNames(
    db,
    stored.flatMap(({ form }) => form ?? []),
  )
  const unitThen = await listNamesThen(db, stored)
  const personOf = await findPeople(
    db,
    stored.map(({ by }) => by),
  )
  const duties = await listDutyNames(
    db,
    stored.map(({ dutyId }) => dutyId),
  )
  const unitsOf = await listUnitsOf(
    db,
    stored.map(({ occurrenceId }) => occurrenceId),
  )
  return stored.map((notice) => ({
    id: String(notice.id),
    kind: notice.kind,
    form: notice.form === null ? null : nameOf(formOf(notice.form)),
    period: notice.period,
    duty: dutyOf(notice, duties),
    judged: judgedOf(notice),
    unit: notice.occurrenceId === null ? unitThen(notice) : (unitsOf.get(notice.occurrenceId) ?? null),
    units: notice.units,
    version: notice.version,
    by: personOf(notice.by),
    reason: notice.reason,
    dueOn: notice.dueOn,
    at: notice.at.toISOString(),
    isRead: notice.readAt !== null,
  }))
}

const nameOf = ({ code, name, nameEn }: FormName) => ({ code, name, nameEn })

const judgedOf = ({ step, judgedId, judgedName, keeperCode }: StoredNotice): Notice['judged'] =>
  step === null ? null : { step, id: judgedId!, name: judgedName!, keeper: keeperCode! }

function dutyOf(
  { dutyId, occurrenceId }: StoredNotice,
  duties: Awaited<ReturnType<typeof listDutyNames>>,
): Notice['duty'] {
  const duty = dutyId === null ? undefined : duties.get(dutyId)
  if (!duty) return null
  const { directiveId, number, task } = duty
  const id = occurrenceId === null ? null : String(occurrenceId)
  return { id, directive: { id: String(directiveId), number }, task }
}
