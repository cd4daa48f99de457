import type { Db } from '#platform/db/db.ts'
import { type Endpoint, type Permission, read, type WriteContext, write } from '#platform/http/endpoint.ts'
import * as api from '../api/plan.ts'
import {
  changeInspection,
  closeInspection,
  etagOf,
  getInspection,
  type Planned,
  planInspection,
  unitAsked,
} from '../plan.ts'
import { readInspection, readInspections, showInspection } from '../read.ts'
import { doingOf } from './doing.ts'

/** At the unit that is asked about. */
const atUnit = (may: Permission) => ({
  may,
  at: async (db: Db, { unit }: { unit: string }) => ({ unit: await unitAsked(db, unit) }),
})
/** At the unit whose inspection it is. */
const atOwner = (may: Permission) => ({
  may,
  at: async (db: Db, { id }: { id: string }) => ({ unit: (await getInspection(db, Number(id))).ownerId }),
})

export const planEndpoints: Endpoint[] = [
  read(api.listInspections, {
    access: atUnit('inspection.read'),
    handle: ({ db, input, today }) => readInspections(db, input, today),
  }),
  read(api.getInspection, {
    access: atUnit('inspection.read'),
    async handle(c) {
      const { row, answer } = await readInspection(c.db, c.input, c)
      c.http.answer.etag = etagOf(row)
      return answer
    },
  }),
  write(api.planInspection, {
    access: atUnit('inspection.plan'),
    idempotency: 'required',
    handle: async (c) => done(c, 'inspection.plan', await planInspection(c.tx, c.input, doingOf(c))),
  }),
  write(api.changeInspection, {
    access: atOwner('inspection.plan'),
    idempotency: 'required',
    handle: async (c) => done(c, 'inspection.plan', await changeInspection(c.tx, c.input, doingOf(c))),
  }),
  write(api.closeInspection, {
    access: atOwner('inspection.close'),
    idempotency: 'required',
    async handle(c) {
      const asked = { id: Number(c.input.id), conclusion: c.input.conclusion }
      return done(c, 'inspection.close', await closeInspection(c.tx, asked, doingOf(c)))
    },
  }),
]

async function done(
  c: WriteContext<unknown>,
  action: Permission,
  { before, after, visits }: Planned,
): Promise<api.Inspection> {
  const { name, purpose, startsOn, endsOn, directiveId, number, conclusion } = after
  const was = before && {
    name: before.name,
    purpose: before.purpose,
    startsOn: before.startsOn,
    endsOn: before.endsOn,
  }
  await c.audit({
    action,
    subject: `inspection:${after.id}`,
    unitId: after.ownerId,
    details: {
      ...{ directiveId, number, name, purpose, startsOn, endsOn, visits },
      ...(conclusion !== null && { conclusion }),
      ...(was && { before: was }),
    },
  })
  c.http.answer.etag = etagOf(after)
  return showInspection(c.tx, after, after.ownerId, c)
}
