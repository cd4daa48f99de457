// Sessions as answers tell them.

import { type Day, OPEN_END, OPEN_START } from '#kernel/day.ts'
import { unitByCode } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { SessionTotals, StudySession } from '../api/sessions.ts'
import { listSessions, type Reached, type SessionRow, sumSessions } from '../store/sessions.ts'
import { SessionProblem } from './problems.ts'

/**
 * The unit that held a code on the last day asked about, or held it last before.
 * @throws studySession.unitNotFound
 */
export async function unitAsked(db: Db, code: string, on: Day = OPEN_END): Promise<number> {
  const unit = await unitByCode(db, code, { startsOn: OPEN_START, endsOn: on })
  if (!unit) throw SessionProblem.unitNotFound({ code, on })
  return unit.id
}

const sum = (list: readonly Reached[], of: 'invited' | 'attended') =>
  list.reduce((total, reached) => total + Number(reached[of]), 0)

export const tellSession = (row: SessionRow): StudySession => ({
  id: String(row.id),
  directive: { id: String(row.directiveId), number: row.number, excerpt: row.excerpt },
  unit: { id: String(row.unitId), code: row.unitCode, name: row.unitName },
  cell: row.cell,
  heldOn: row.heldOn,
  form: row.form,
  materials: row.materials,
  files: row.files,
  attendance: row.attendance,
  invited: sum(row.attendance, 'invited'),
  attended: sum(row.attendance, 'attended'),
  recordedBy: row.recordedBy,
  recordedAt: row.recordedAt.toISOString(),
  withdrawn:
    row.withdrawnAt === null
      ? null
      : { by: row.withdrawnBy ?? '', at: row.withdrawnAt.toISOString(), because: row.withdrawnBecause ?? '' },
})

export type SessionsAsked = {
  unit: string
  on?: Day | undefined
  directive?: string | undefined
  from?: Day | undefined
  to?: Day | undefined
  withdrawn: 'true' | 'false'
  after?: string | undefined
  limit: number
}

/** A page of sessions, with the totals of all on the first. */
export async function readSessions(db: Db, asked: SessionsAsked) {
  const query = {
    unitId: await unitAsked(db, asked.unit, asked.on ?? asked.to),
    directiveId: asked.directive === undefined ? undefined : Number(asked.directive),
    from: asked.from,
    to: asked.to,
    withdrawn: asked.withdrawn === 'true',
  }
  const [heldOn, id] = asked.after?.split(' ') ?? []
  const after = heldOn === undefined ? null : { heldOn, id: Number(id) }
  const rows = await listSessions(db, query, { after, limit: asked.limit + 1 })
  const page = rows.slice(0, asked.limit)
  const last = rows.length > asked.limit ? page.at(-1) : undefined
  return {
    sessions: page.map(tellSession),
    totals: after === null ? await readTotals(db, query) : null,
    nextCursor: last ? `${last.heldOn} ${last.id}` : null,
  }
}

async function readTotals(db: Db, query: Parameters<typeof sumSessions>[1]): Promise<SessionTotals> {
  const { kinds, ...counts } = await sumSessions(db, query)
  return { ...counts, kinds, invited: sum(kinds, 'invited'), attended: sum(kinds, 'attended') }
}
