import type { Db } from '#platform/db/db.ts'
import { type Endpoint, type Permission, read, type WriteContext, write } from '#platform/http/endpoint.ts'
import { AuthProblem } from '#platform/http/problems.ts'
import * as api from '../api/findings.ts'
import type { Finding } from '../api/visits.ts'
import { getFinding, makeDutyOfFinding, recheckFinding, unitToMend } from '../follow-up.ts'
import { unitAsked } from '../plan.ts'
import { readFindings, readRecurring } from '../read.ts'
import type { FindingRow } from '../store/findings.ts'
import { tellFindings } from '../tell.ts'
import { doingOf } from './doing.ts'

const atUnit = {
  may: 'inspection.read' as const,
  at: async (db: Db, { unit }: { unit: string }) => ({ unit: await unitAsked(db, unit) }),
}
/** At the unit where it was found. */
const atFinding = (may: Permission) => ({
  may,
  at: async (db: Db, { id }: { id: string }) => ({ unit: (await getFinding(db, Number(id))).unitId }),
})

export const findingEndpoints: Endpoint[] = [
  read(api.listFindings, {
    access: atUnit,
    handle: ({ db, input, today }) => readFindings(db, input, today),
  }),
  read(api.listRecurring, { access: atUnit, handle: ({ db, input }) => readRecurring(db, input) }),
  write(api.makeDuty, {
    access: atFinding('duty.issue'),
    idempotency: 'required',
    async handle(c) {
      const { id, task, product, dueOn, unit } = c.input
      await refuseOutside(c, unit)
      const asked = { id: Number(id), task, product, dueOn, unit }
      const { finding, entry } = await makeDutyOfFinding(c.tx, asked, doingOf(c))
      const { kind, severity, text } = finding
      const from = { id: finding.id, kind, severity, text }
      await c.audit({ ...entry, details: { ...entry.details, finding: from } })
      return tell(c, finding)
    },
  }),
  write(api.recheck, {
    access: atFinding('inspection.record'),
    idempotency: 'required',
    async handle(c) {
      const { id, ...check } = c.input
      const row = await recheckFinding(c.tx, { id: Number(id), ...check }, doingOf(c))
      const { directiveId, number, unitId, kind, severity, text } = row
      await c.audit({
        action: 'inspection.record',
        subject: `finding:${row.id}`,
        unitId,
        details: {
          ...{ directiveId, number, finding: { kind, severity, text } },
          recheck: { ...check, files: check.files.length },
        },
      })
      return tell(c, row)
    },
  }),
]

/** A successor may stand where the caller gives no duties. */
async function refuseOutside({ tx, input, actor, today }: WriteContext<{ id: string }>, unit?: string) {
  const place = await unitToMend(tx, await getFinding(tx, Number(input.id)), unit, today)
  if (!(await actor.may(tx, 'duty.issue', { unit: place.id }, today))) throw AuthProblem.forbidden()
}

const tell = async ({ tx, today }: WriteContext<unknown>, row: FindingRow): Promise<Finding> =>
  (await tellFindings(tx, [row], today))[0]!
