import type { Db } from '#platform/db/db.ts'
import { type Endpoint, type Permission, read, write } from '#platform/http/endpoint.ts'
import * as api from '../api/cutoff.ts'
import { endException, exceptionsAt, getException, makeException } from '../cutoff/exceptions.ts'
import { makeOpening, openingsAt } from '../cutoff/openings.ts'
import { groundOf } from '../cutoff/places.ts'
import { endRule, makeRule } from '../cutoff/rules.ts'
import { listRules } from '../store/cutoff-rules.ts'

/** At the unit named, as it stood at the period's end. */
const at = (may: Permission) => ({
  may,
  at: async (db: Db, { unit, period }: { unit: string; period: string }) => ({
    unit: (await groundOf(db, unit, period)).unitId,
  }),
})
/** Rules hold for all units. */
const everywhere = (may: Permission) => ({ may, at: async () => 'everywhere' as const })

export const cutoffEndpoints: Endpoint[] = [
  read(api.listCutoffRules, {
    access: 'signed-in',
    handle: async ({ db }) => ({ rules: await listRules(db) }),
  }),
  write(api.addCutoffRule, {
    access: everywhere('cutoff.add'),
    idempotency: 'required',
    async handle({ tx, input, actor, now, audit }) {
      const { rule, entry } = await makeRule(tx, input, actor.name, now)
      await audit(entry)
      return rule
    },
  }),
  write(api.endCutoffRule, {
    access: everywhere('cutoff.end'),
    idempotency: 'required',
    async handle({ tx, input, audit }) {
      const { rule, entry } = await endRule(tx, Number(input.id), input.validTo)
      await audit(entry)
      return rule
    },
  }),
  read(api.listCutoffExceptions, {
    access: at('report.read'),
    handle: async ({ db, input }) => ({ exceptions: await exceptionsAt(db, input.unit, input.period) }),
  }),
  write(api.addCutoffException, {
    access: at('exception.add'),
    idempotency: 'required',
    async handle({ tx, input, actor, now, today, audit }) {
      const { exception, entry } = await makeException(tx, input, { by: actor.name, at: now, today })
      await audit(entry)
      return exception
    },
  }),
  write(api.endCutoffException, {
    access: {
      may: 'exception.end',
      at: async (db, { id }) => ({ unit: (await getException(db, Number(id))).unitId }),
    },
    idempotency: 'required',
    async handle({ tx, input, now, audit }) {
      const { exception, entry } = await endException(tx, Number(input.id), now)
      await audit(entry)
      return exception
    },
  }),
  read(api.listOpenings, {
    access: at('report.read'),
    handle: async ({ db, input, today }) => ({
      openings: await openingsAt(db, input.unit, input.period, today),
    }),
  }),
  write(api.createOpening, {
    access: at('opening.create'),
    idempotency: 'required',
    async handle({ tx, input, actor, now, today, audit }) {
      const { opening, entry } = await makeOpening(tx, input, { by: actor.name, at: now, today })
      await audit(entry)
      return opening
    },
  }),
]
