import type { Db } from '#platform/db/db.ts'
import { type Endpoint, type Permission, type ReadContext, read, write } from '#platform/http/endpoint.ts'
import { translator } from '#platform/i18n/translate.ts'
import * as api from '../api/sessions.ts'
import type { SessionRow } from '../store/sessions.ts'
import { type Changed, changeSession, etagOf, getSession, withdrawSession } from './change.ts'
import { readSessions, tellSession, unitAsked } from './read.ts'
import { type Recorded, type Recording, recordOne, recordSheet } from './record.ts'
import { entryOfChange, entryOfSheet } from './traces.ts'

/** At the unit that held the session. */
const atSession = (may: Permission) => ({
  may,
  at: async (db: Db, { id }: { id: string }) => ({ unit: (await getSession(db, Number(id))).unitId }),
})

type Asking = Pick<ReadContext<unknown>, 'actor' | 'today' | 'http' | 'now'>

/** One session with what the caller may do with it, and its entity tag. */
async function tell(db: Db, row: SessionRow, { actor, today, http }: Asking): Promise<api.OneSession> {
  http.answer.etag = etagOf(row)
  const isHis =
    row.withdrawnAt === null && (await actor.may(db, 'session.record', { unit: row.unitId }, today))
  return { ...tellSession(row), may: isHis ? ['change', 'withdraw'] : [] }
}

const recordingOf = (db: Db, { actor, now, today }: Asking): Recording => ({
  by: actor.name,
  at: now,
  today,
  mayAt: (unit) => actor.may(db, 'session.record', { unit }, today),
})

const doingOf = ({ actor, now, today, http }: Asking) => ({
  by: actor.name,
  at: now,
  today,
  ifMatch: http.header('if-match'),
})

const total = (sessions: readonly Recorded[], of: 'invited' | 'attended') =>
  sessions.flatMap(({ attendance }) => attendance).reduce((sum, reached) => sum + reached[of], 0)

export const sessionEndpoints: Endpoint[] = [
  read(api.listSessions, {
    access: {
      may: 'duty.read',
      at: async (db, { unit, on, to }) => ({ unit: await unitAsked(db, unit, on ?? to) }),
    },
    handle: ({ db, input }) => readSessions(db, input),
  }),
  read(api.getSession, {
    access: atSession('duty.read'),
    handle: async (c) => tell(c.db, await getSession(c.db, Number(c.input.id)), c),
  }),
  write(api.recordSession, {
    access: {
      may: 'session.record',
      at: async (db, { unit, heldOn }) => ({ unit: await unitAsked(db, unit, heldOn) }),
    },
    idempotency: 'required',
    async handle(c) {
      const { directive: id, ...row } = c.input
      const done = await recordOne(c.tx, { ...row, directiveId: Number(id) }, recordingOf(c.tx, c))
      await c.audit(await entryOfSheet(c.tx, done.directive, [done.recorded]))
      return tell(c.tx, await getSession(c.tx, done.recorded.id), c)
    },
  }),
  write(api.recordSheet, {
    // Each row's unit is asked about by itself, and refused by its row
    access: { may: 'session.record', at: async () => 'somewhere' as const },
    idempotency: 'required',
    async handle(c) {
      const { directive: id, rows, keepGood, dryRun } = c.input
      const asked = { directiveId: Number(id), rows, keepGood: keepGood || dryRun }
      const { directive, recorded, refused } = await recordSheet(c.tx, asked, recordingOf(c.tx, c))
      if (dryRun || recorded.length === 0) c.discard()
      else await c.audit(await entryOfSheet(c.tx, directive, recorded))
      const t = translator(c.lang)
      return {
        recorded: recorded.length,
        invited: total(recorded, 'invited'),
        attended: total(recorded, 'attended'),
        refused: refused.flatMap(({ row, faults }) =>
          faults.map(({ path, code, details }) => ({
            row,
            path,
            code,
            message: t(`problem.${code}`, details),
          })),
        ),
      }
    },
  }),
  write(api.changeSession, {
    access: atSession('session.record'),
    idempotency: 'required',
    async handle(c) {
      const { id, ...draft } = c.input
      const changed: Changed = await changeSession(c.tx, Number(id), draft, doingOf(c))
      await c.audit(entryOfChange(changed))
      return tell(c.tx, changed.after, c)
    },
  }),
  write(api.withdrawSession, {
    access: atSession('session.record'),
    idempotency: 'required',
    async handle(c) {
      const changed = await withdrawSession(c.tx, Number(c.input.id), c.input.reason, doingOf(c))
      await c.audit(entryOfChange(changed, c.input.reason))
      return tell(c.tx, changed.after, c)
    },
  }),
]
