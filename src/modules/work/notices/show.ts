import { findPeople } from '#platform/auth/contact.ts'
import type { Db } from '#platform/db/db.ts'
import type { Notice } from '../schema.ts'
import { type FormName, listFormNames, listNamesThen } from '../store/names.ts'
import type { StoredNotice } from '../store/notices.ts'

/** Notices with the names that people know. */
export async function showNotices(db: Db, stored: readonly StoredNotice[]): Promise<Notice[]> {
  const formOf = await listFormNames(
    db,
    stored.map(({ form }) => form),
  )
  const unitOf = await listNamesThen(db, stored)
  const personOf = await findPeople(
    db,
    stored.map(({ by }) => by),
  )
  return stored.map((notice) => ({
    id: String(notice.id),
    kind: notice.kind,
    form: nameOf(formOf(notice.form)),
    period: notice.period,
    unit: unitOf(notice),
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
