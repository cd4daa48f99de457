import { findPersonOfAccount, isOwnPerson, placeOfPerson } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import { type Endpoint, type Permission, type ReadContext, read, write } from '#platform/http/endpoint.ts'
import * as api from '../api/people-record.ts'
import { RecordProblem } from './problems.ts'
import { eraseRecord, personRecord } from './record.ts'
import { recordFile } from './record-file.ts'
import { entryOfReading } from './traces.ts'

const atPerson = (may: Permission) => ({
  may,
  at: async (db: Db, { person }: { person: string }) => ({ unit: await placeOfPerson(db, Number(person)) }),
})

/** The record of somebody, and that it was read. */
async function readRecord(
  { db, actor, today, audit }: ReadContext<unknown>,
  id: number,
  what: string,
): Promise<api.PersonRecord> {
  const unit = await placeOfPerson(db, id)
  const isOwn = await isOwnPerson(db, actor, id)
  if (!isOwn) await audit(entryOfReading(id, unit, what))
  return personRecord(db, id, { isOwn, mayErase: await actor.may(db, 'person.erase', { unit }, today) })
}

async function ownRecord(c: ReadContext<unknown>): Promise<api.PersonRecord | null> {
  const person = c.actor.id === null ? undefined : await findPersonOfAccount(c.db, c.actor.id)
  return person ? personRecord(c.db, person.id, { isOwn: true, mayErase: false }) : null
}

/** What is recorded of one person: for who may read people there, and for the person. */
export const recordEndpoints: Endpoint[] = [
  read(api.getPersonRecord, {
    access: atPerson('person.read'),
    handle: (c) => readRecord(c, Number(c.input.person), 'record'),
  }),
  read(api.downloadPersonRecord, {
    access: atPerson('person.read'),
    async handle(c) {
      const { person, form } = c.input
      return recordFile(await readRecord(c, Number(person), `file:${form}`), form, c.lang)
    },
  }),
  read(api.getMyRecord, {
    access: 'signed-in',
    handle: async (c) => ({ record: await ownRecord(c) }),
  }),
  read(api.downloadMyRecord, {
    access: 'signed-in',
    async handle(c) {
      const record = await ownRecord(c)
      if (!record) throw RecordProblem.notOwn()
      return recordFile(record, c.input.form, c.lang)
    },
  }),
  write(api.erasePerson, {
    access: atPerson('person.erase'),
    idempotency: 'required',
    async handle(c) {
      const id = Number(c.input.person)
      const unitId = await placeOfPerson(c.tx, id)
      const { grades, keptUntil } = await eraseRecord(c.tx, id, { today: c.today, at: c.now })
      const details = { reason: c.input.reason, grades, keptUntil }
      await c.audit({ action: 'person.erase', subject: `person:${id}`, unitId, details })
      return { grades }
    },
  }),
]
