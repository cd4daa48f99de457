// What the audit log says of sessions.

import { loadTree } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { AuditEntry } from '#platform/http/endpoint.ts'
import type { Reached, SessionRow, Studied } from '../store/sessions.ts'
import type { Changed } from './change.ts'
import type { Recorded } from './record.ts'

/** Of one session or a sheet of many; its place is the lowest unit that stands above all of them, if there is one. */
export async function entryOfSheet(
  db: Db,
  directive: Studied,
  sessions: readonly Recorded[],
): Promise<AuditEntry> {
  const [first] = sessions
  const unitId = await placeOf(db, sessions)
  return {
    action: 'session.record',
    subject: sessions.length === 1 ? `studySession:${first!.id}` : `directive:${directive.id}`,
    ...(unitId !== null && { unitId }),
    details: {
      directiveId: directive.id,
      number: directive.number,
      before: null,
      after: sessions.map(({ id, unitCode, ...session }) => ({ id, unit: unitCode, ...shown(session) })),
    },
  }
}

export const entryOfChange = ({ before, after }: Changed, reason?: string): AuditEntry => ({
  action: 'session.record',
  subject: `studySession:${after.id}`,
  unitId: after.unitId,
  details: {
    directiveId: after.directiveId,
    number: after.number,
    unit: after.unitCode,
    before: shown(before),
    after: after.withdrawnAt ? null : shown(after),
    ...(reason !== undefined && { reason }),
  },
})

type Shown = Pick<SessionRow, 'heldOn' | 'cell' | 'form'> & { attendance: readonly Reached[] }
const shown = ({ heldOn, cell, form, attendance }: Shown) => ({ heldOn, cell, form, attendance })

async function placeOf(db: Db, sessions: readonly Recorded[]): Promise<number | null> {
  const ids = [...new Set(sessions.map(({ unitId }) => unitId))]
  if (ids.length === 1) return ids[0]!
  const tree = await loadTree(db, sessions[0]!.heldOn)
  return ids.every((id) => tree.units.has(id)) ? tree.lowestCommon(ids) : null
}
