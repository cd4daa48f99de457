import type { Db } from '#platform/db/db.ts'
import { type Endpoint, type Permission, read, write } from '#platform/http/endpoint.ts'
import * as api from '../api/visits.ts'
import { etagOf, unitAsked } from '../plan.ts'
import { readVisits, showVisit } from '../read.ts'
import { getVisit, type Recorded, recordVisit } from '../record.ts'
import { doingOf } from './doing.ts'

/** At the unit that is visited. */
const atVisit = (may: Permission) => ({
  may,
  at: async (db: Db, { id }: { id: string }) => ({ unit: (await getVisit(db, Number(id))).unitId }),
})

export const visitEndpoints: Endpoint[] = [
  read(api.listVisits, {
    access: { may: 'inspection.read', at: async (db, { unit }) => ({ unit: await unitAsked(db, unit) }) },
    handle: ({ db, input }) => readVisits(db, input),
  }),
  read(api.getVisit, {
    access: atVisit('inspection.read'),
    async handle(c) {
      const row = await getVisit(c.db, Number(c.input.id))
      c.http.answer.etag = etagOf(row)
      return showVisit(c.db, row, c)
    },
  }),
  write(api.recordVisit, {
    access: atVisit('inspection.record'),
    idempotency: 'required',
    async handle(c) {
      const recorded = await recordVisit(c.tx, { ...c.input, id: Number(c.input.id) }, doingOf(c))
      await c.audit({ action: 'inspection.record', ...entryOf(recorded) })
      c.http.answer.etag = etagOf(recorded.after)
      return showVisit(c.tx, recorded.after, c)
    },
  }),
]

const entryOf = ({ before, after, findings }: Recorded) => ({
  subject: `inspectionVisit:${after.id}`,
  unitId: after.unitId,
  details: {
    inspectionId: after.inspectionId,
    directiveId: after.directiveId,
    number: after.number,
    before: before.visitedOn && {
      visitedOn: before.visitedOn,
      team: before.team,
      met: before.met,
      summary: before.summary,
      findings: before.findings,
    },
    after: {
      visitedOn: after.visitedOn,
      place: after.place,
      team: after.team,
      met: after.met,
      summary: after.summary,
      files: after.files.length,
      findings: findings.map(({ kind, severity, text }) => ({ kind, severity, text })),
    },
  },
})
