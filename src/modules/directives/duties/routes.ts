import type { Contract } from '#kernel/contract.ts'
import { OPEN_END } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import {
  type Endpoint,
  type Permission,
  type ReadContext,
  read,
  type WriteContext,
  write,
} from '#platform/http/endpoint.ts'
import { AuthProblem } from '#platform/http/problems.ts'
import * as api from '../api/duties.ts'
import type { HeldBy } from '../coverage/reach.ts'
import type { DutyAct } from '../rules/duty-state.ts'
import type { OccurrenceRow } from '../store/occurrences.ts'
import {
  type Acted,
  type Acting,
  decideDuty,
  etagOf,
  extendDuty,
  getOccurrence,
  PLACES,
  receiveDuty,
  stateDays,
  withdrawOccurrence,
} from './acting.ts'
import { unitAsked } from './addressed.ts'
import { answerDuty } from './answer.ts'
import { issueDuty } from './issue.ts'
import { passDuties } from './pass.ts'
import { readDirectiveDuties, readDuties } from './read.ts'
import { tellOccurrence } from './tell.ts'
import { getDuty, withdrawDuty } from './withdraw.ts'

type Asking = Pick<ReadContext<unknown>, 'actor' | 'today' | 'http' | 'now'>

const doingOf = ({ actor, now, today, http }: Asking): Acting => ({
  by: actor.name,
  onBehalfOf: actor.onBehalfOf,
  at: now,
  today,
  ifMatch: http.header('if-match'),
})

async function tell(db: Db, row: OccurrenceRow, asking: Asking): Promise<api.Occurrence> {
  asking.http.answer.etag = etagOf(row)
  return tellOccurrence(db, row, asking)
}

/** An act on one occurrence: its permission where the act has its place, its trace, and how it stands afterwards. */
function act<I extends { id: string }>(
  contract: Contract<I, api.Occurrence>,
  name: DutyAct,
  run: (c: WriteContext<I>, id: number, acting: Acting) => Promise<Acted>,
): Endpoint {
  const { permission, at } = PLACES[name]
  return write(contract, {
    access: {
      may: permission,
      at: async (db, { id }) => {
        const { unitId, deciderId } = await getOccurrence(db, Number(id))
        return { unit: at === 'unit' ? unitId : deciderId }
      },
    },
    idempotency: 'required',
    async handle(c) {
      const { row, entry } = await run(c, Number(c.input.id), doingOf(c))
      await c.audit(entry)
      return tell(c.tx, row, c)
    },
  })
}

const acts: Endpoint[] = [
  act(api.receiveDuty, 'receive', ({ tx }, id, acting) => receiveDuty(tx, id, acting)),
  act(api.answerDuty, 'answer', ({ tx, input }, id, acting) => answerDuty(tx, id, input, acting)),
  act(api.acceptDuty, 'accept', ({ tx }, id, acting) =>
    decideDuty(tx, id, { decision: 'accepted', reason: null }, acting),
  ),
  act(api.returnDuty, 'return', ({ tx, input: { reason } }, id, acting) =>
    decideDuty(tx, id, { decision: 'returned', reason }, acting),
  ),
  act(api.extendDuty, 'extend', ({ tx, input }, id, acting) => extendDuty(tx, id, input, acting)),
  act(api.stateDutyDays, 'state-days', ({ tx, input: { id: _, ...days } }, id, acting) =>
    stateDays(tx, id, days, acting),
  ),
  act(api.withdrawOccurrence, 'withdraw', ({ tx, input: { reason } }, id, acting) =>
    withdrawOccurrence(tx, id, reason, acting),
  ),
]

/** Units are public; whoever may not act at one is told so before anything of its duties. */
async function refuseUnless(
  { actor, tx, today }: WriteContext<unknown>,
  permission: Permission,
  unit: number,
): Promise<void> {
  if (!(await actor.may(tx, permission, { unit }, today))) throw AuthProblem.forbidden()
}

const issues: Endpoint[] = [
  write(api.issueDuty, {
    // Who decides follows from what is addressed; it is asked for there
    access: { may: 'duty.issue', at: async () => 'somewhere' as const },
    idempotency: 'required',
    async handle(c) {
      const { id: directive, ...draft } = c.input
      const named = draft.decider ?? (draft.to.by === 'below' ? draft.to.unit : null)
      if (named !== null)
        await refuseUnless(c, 'duty.issue', await unitAsked(c.tx, named, draft.issuedOn ?? c.today))
      const { id, units, occurrences, entry } = await issueDuty(c.tx, Number(directive), draft, doingOf(c))
      await refuseUnless(c, 'duty.issue', entry.unitId!)
      await c.audit(entry)
      return { id: String(id), units, occurrences: occurrences.length }
    },
  }),
  write(api.withdrawDuty, {
    access: {
      may: 'duty.issue',
      at: async (db, input) => ({ unit: (await getDuty(db, input)).deciderId }),
    },
    idempotency: 'required',
    async handle(c) {
      const { reason, units } = c.input
      const which = { unitCodes: units ?? null, reason }
      const { withdrawn, entry } = await withdrawDuty(c.tx, await getDuty(c.tx, c.input), which, doingOf(c))
      await c.audit(entry)
      return { withdrawn }
    },
  }),
  write(api.passDuties, {
    // At the old unit and at each of its successors
    access: { may: 'duty.pass', at: async () => 'somewhere' as const },
    idempotency: 'required',
    async handle(c) {
      const { unit, on, to, directive, occurrences } = c.input
      const unitId = await unitAsked(c.tx, unit, on ?? c.today)
      await refuseUnless(c, 'duty.pass', unitId)
      const successorIds: number[] = []
      for (const code of new Set(to)) {
        const id = await unitAsked(c.tx, code, c.today)
        await refuseUnless(c, 'duty.pass', id)
        successorIds.push(id)
      }
      const passing = {
        unitId,
        successorIds,
        decisionId: Number(directive),
        occurrenceIds: occurrences ? [...new Set(occurrences.map(Number))] : null,
      }
      const { passed, made, entry } = await passDuties(c.tx, passing, doingOf(c))
      await c.audit(entry)
      return { passed, made }
    },
  }),
]

/** At the asked unit; what is told is cut to what the reader reaches. */
const ofUnit = {
  may: 'duty.read' as const,
  at: async (db: Db, { unit, on = OPEN_END }: { unit: string; on?: string | undefined }) => ({
    unit: await unitAsked(db, unit, on),
  }),
}

/** @param heldBy where somebody holds a permission: what roles may do is decided above this module. */
export const dutyEndpoints = (heldBy: HeldBy): Endpoint[] => [
  read(api.listDuties, {
    access: ofUnit,
    handle: ({ db, input, ...asking }) => readDuties(db, input, { heldBy, ...asking }),
  }),
  read(api.listDirectiveDuties, {
    access: ofUnit,
    handle: async ({ db, input, ...asking }) => ({
      duties: await readDirectiveDuties(db, input, { heldBy, ...asking }),
    }),
  }),
  ...issues,
  read(api.getDuty, {
    access: {
      may: 'duty.read',
      at: async (db, { id }) => ({ unit: (await getOccurrence(db, Number(id))).unitId }),
    },
    handle: async (c) => tell(c.db, await getOccurrence(c.db, Number(c.input.id)), c),
  }),
  ...acts,
]
