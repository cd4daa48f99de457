import type { Db } from '#platform/db/db.ts'
import { type Endpoint, read, write } from '#platform/http/endpoint.ts'
import { AuthProblem } from '#platform/http/problems.ts'
import * as api from './api/outreach.ts'
import { placeOf, readCounts, readList, tellStored } from './reading/read.ts'
import {
  etagOf,
  getActivity,
  placeOfActivity,
  recordActivity,
  unitOfActivity,
  withdrawActivity,
} from './recording/record.ts'
import { findActivity } from './store/activities.ts'

const PAGE = 30

type Asked = { unit: string; period: string }
const readsBelow = {
  may: 'outreach.read' as const,
  at: async (db: Db, { unit, period }: Asked) => ({ unit: (await placeOf(db, unit, period)).unitId }),
}
/** At the activity's own unit, as it stands. */
const at = (may: 'outreach.read' | 'outreach.record') => ({
  may,
  at: async (db: Db, { id }: { id: string }) => ({ unit: await placeOfActivity(db, id) }),
})

export const outreachEndpoints: Endpoint[] = [
  read(api.listActivities, {
    access: readsBelow,
    handle: async ({ db, input: { unit, period, limit = PAGE, ...asked } }) =>
      readList(db, await placeOf(db, unit, period), { ...asked, limit }),
  }),
  read(api.countOutreach, {
    access: readsBelow,
    handle: async ({ db, input: { unit, period } }) => readCounts(db, await placeOf(db, unit, period)),
  }),
  read(api.showActivity, {
    access: at('outreach.read'),
    async handle({ db, input, actor, today, http }) {
      const stored = await getActivity(db, input.id)
      const mayRecord = await actor.may(db, 'outreach.record', { unit: stored.unitId }, today)
      http.answer.etag = etagOf(stored)
      const may = mayRecord ? (['change', 'withdraw'] as const) : []
      return { ...(await tellStored(db, stored)), may: [...may] }
    },
  }),
  write(api.saveActivity, {
    access: {
      may: 'outreach.record',
      at: async (db, { unit, heldOn }) => ({ unit: await unitOfActivity(db, unit, heldOn) }),
    },
    idempotency: 'required',
    async handle({ tx, input, actor, now, today, http, audit }) {
      // One that is there already must be within reach where it stands, too.
      const before = await findActivity(tx, input.id)
      if (before && !(await actor.may(tx, 'outreach.record', { unit: before.unitId }, today)))
        throw AuthProblem.forbidden()
      const who = { by: actor.name, at: now, today }
      const { activity, entry } = await recordActivity(tx, input, who, http.header('if-match'))
      await audit(entry)
      http.answer.etag = etagOf(activity)
      return tellStored(tx, activity)
    },
  }),
  write(api.withdrawActivity, {
    access: at('outreach.record'),
    idempotency: 'required',
    async handle({ tx, input: { id, reason }, now, audit }) {
      const { entry } = await withdrawActivity(tx, id, reason, now)
      await audit(entry)
      return { id, withdrawnBecause: reason }
    },
  }),
]
