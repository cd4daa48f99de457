import type { Db } from '#platform/db/db.ts'
import { type Endpoint, type Permission, type ReadContext, read, write } from '#platform/http/endpoint.ts'
import * as api from '../api/choosing.ts'
import type { ProposalRow } from '../store/proposals.ts'
import { decideProposals } from './decide.ts'
import { ProposalProblem } from './problems.ts'
import * as propose from './propose.ts'
import { readProposals, tellProposal, unitAsked } from './tell.ts'
import { entryOfChange, entryOfDecision, entryOfProposal, entryOfRemark } from './traces.ts'

/** At the unit that proposes: whoever stands above it, as the committee that chooses does, is reached too. */
const atProposal = (may: Permission) => ({
  may,
  at: async (db: Db, { id }: { id: string }) => ({
    unit: (await propose.getProposal(db, Number(id))).unitId,
  }),
})

type Asking = Pick<ReadContext<unknown>, 'actor' | 'today' | 'http' | 'now'>
const whoOf = ({ actor, now }: Asking) => ({ by: actor.name, for: actor.onBehalfOf, at: now })
const ifMatch = ({ http }: Asking) => http.header('if-match')

/** The proposal with what the caller may do with it, and its entity tag. */
async function tell(db: Db, row: ProposalRow, { actor, today, http }: Asking): Promise<api.Proposal> {
  http.answer.etag = propose.etagOf(row)
  const asked: [api.Proposal['may'][number], Permission, number][] = [
    ['change', 'proposal.make', row.unitId],
    ['discuss', 'proposal.discuss', row.unitId],
    ['withdraw', 'proposal.make', row.unitId],
    ['decide', 'proposal.decide', row.chooserId],
  ]
  const may: api.Proposal['may'] = []
  if (row.state === 'proposed')
    for (const [act, permission, unit] of asked)
      if (await actor.may(db, permission, { unit }, today)) may.push(act)
  return { ...(await tellProposal(db, row)), may }
}

/** Whose decision it is: the unit to which the first of them was put. */
async function chooserOf(db: Db, { chosen, rejected }: { chosen: Named[]; rejected: Named[] }) {
  const [first] = [...chosen, ...rejected]
  if (!first) throw ProposalProblem.notFound()
  return { unit: (await propose.getProposal(db, Number(first.proposal))).chooserId }
}
type Named = { proposal: string }

export const choosingEndpoints: Endpoint[] = [
  read(api.listProposals, {
    access: {
      may: 'duty.read',
      at: async (db, { unit, year }) => ({ unit: await unitAsked(db, unit, year) }),
    },
    async handle({ db, input: { unit, state, year, programme, ...page } }) {
      return readProposals(db, { unitId: await unitAsked(db, unit, year), state, year, programme }, page)
    },
  }),
  read(api.getProposal, {
    access: atProposal('duty.read'),
    handle: async (c) => tell(c.db, await propose.getProposal(c.db, Number(c.input.id)), c),
  }),
  write(api.makeProposal, {
    access: {
      may: 'proposal.make',
      at: async (db, input) => ({ unit: await propose.unitOf(db, input.unit, input) }),
    },
    idempotency: 'required',
    async handle(c) {
      const row = await propose.makeProposal(c.tx, c.input, whoOf(c))
      await c.audit(entryOfProposal(row))
      return tell(c.tx, row, c)
    },
  }),
  write(api.changeProposal, {
    access: atProposal('proposal.make'),
    idempotency: 'required',
    async handle(c) {
      const { id, ...content } = c.input
      const changed = await propose.changeProposal(c.tx, Number(id), content, ifMatch(c))
      await c.audit(entryOfChange(changed))
      return tell(c.tx, changed.after, c)
    },
  }),
  write(api.discussProposal, {
    access: atProposal('proposal.discuss'),
    idempotency: 'required',
    async handle(c) {
      const row = await propose.discussProposal(c.tx, Number(c.input.id), c.input.text, whoOf(c))
      await c.audit(entryOfRemark(row, c.input.text))
      return tell(c.tx, row, c)
    },
  }),
  write(api.withdrawProposal, {
    access: atProposal('proposal.make'),
    idempotency: 'required',
    async handle(c) {
      const { id, reason } = c.input
      const how = { ...whoOf(c), ifMatch: ifMatch(c) }
      const changed = await propose.withdrawProposal(c.tx, Number(id), reason, how)
      await c.audit(entryOfChange(changed, reason))
      return tell(c.tx, changed.after, c)
    },
  }),
  write(api.decideProposals, {
    access: { may: 'proposal.decide', at: chooserOf },
    idempotency: 'required',
    async handle(c) {
      const { directive, chosen, rejected } = c.input
      const deciding = {
        directiveId: Number(directive),
        chosen: chosen.map((one) => ({ ...one, proposal: Number(one.proposal) })),
        rejected: rejected.map((one) => ({ ...one, proposal: Number(one.proposal) })),
      }
      const decided = await decideProposals(c.tx, deciding, { ...whoOf(c), today: c.today })
      await c.audit(entryOfDecision(decided))
      return {
        chosen: decided.chosen.map(({ proposal, programme }) => ({ proposal: String(proposal), programme })),
        rejected: decided.rejected.length,
      }
    },
  }),
]
