import type { Contract } from '#kernel/contract.ts'
import type { Db } from '#platform/db/db.ts'
import { type Access, type Endpoint, read, type WriteContext, write } from '#platform/http/endpoint.ts'
import { AuthProblem } from '#platform/http/problems.ts'
import * as api from '../api/programmes.ts'
import { defineProgramme, getProgramme, readProgrammes, unitOf } from './define-programmes.ts'

type Change = Contract<api.ProgrammeInput, api.ProgrammeAnswer>
type At = (db: Db, input: api.ProgrammeInput) => Promise<{ unit: number }>

const definition = (contract: Change, how: 'create' | 'change', at: At): Endpoint =>
  write(contract, {
    access: { may: 'programme.change', at } satisfies Access<api.ProgrammeInput>,
    idempotency: 'required',
    handle: (context) => define(context, how),
  })

async function define(context: WriteContext<api.ProgrammeInput>, how: 'create' | 'change') {
  const { tx, input, actor, today, audit } = context
  const unit = await unitOf(tx, input)
  // A programme given to another unit must be within reach there too.
  if (!(await actor.may(tx, 'programme.change', { unit }, today))) throw AuthProblem.forbidden()
  const { before, after } = await defineProgramme(tx, input, how)
  const subject = `programme:${after.slug}`
  await audit({
    action: 'programme.change',
    subject,
    unitId: unit,
    details: { before: before ?? null, after },
  })
  return after
}

/** Programmes are public; the office changes those of the units below it. */
export const programmeDefinitionEndpoints: Endpoint[] = [
  read(api.listProgrammes, {
    access: 'anyone',
    handle: async ({ db }) => ({ programmes: await readProgrammes(db) }),
  }),
  definition(api.createProgramme, 'create', async (db, input) => ({ unit: await unitOf(db, input) })),
  definition(api.changeProgramme, 'change', async (db, { slug }) => ({
    unit: await unitOf(db, await getProgramme(db, slug)),
  })),
]
