import { OPEN_END, OPEN_START } from '#kernel/day.ts'
import { unitByCode } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import { type Endpoint, type ReadContext, read, write } from '#platform/http/endpoint.ts'
import * as api from '../api/register.ts'
import { secrecyMark } from '../rules/classified.ts'
import { readNumber } from '../rules/number.ts'
import { wordsAsked } from '../rules/search-words.ts'
import { searchRegister } from '../store/directive-search.ts'
import type { DirectiveRow } from '../store/directives.ts'
import { type DirectiveDraft, keeperOf } from './draft.ts'
import { DirectiveProblem } from './problems.ts'
import { readCascade } from './read-cascade.ts'
import { changeDirective, etagOf, getDirective, registerDirective } from './register-directive.ts'
import { tellDirective, tellLines } from './tell.ts'
import { entryOf, traceOf } from './traces.ts'

type Asking = Pick<ReadContext<unknown>, 'actor' | 'today' | 'http'>

async function tell(db: Db, row: DirectiveRow, asking: Asking): Promise<api.Directive> {
  asking.http.answer.etag = etagOf(row)
  return await tellDirective(db, row, asking)
}

/** @throws directive.classified */
function refuseClassified({ classification, number, excerpt }: api.DirectiveInput): void {
  const mark = secrecyMark(classification, [number, excerpt])
  if (mark !== null) throw DirectiveProblem.classified({ mark })
}

const draftOf = (input: api.DirectiveInput): Omit<DirectiveDraft, 'keeperUnitId'> => ({
  ...input,
  implements: input.implements.map(Number),
  amends: input.amends.map(Number),
  replaces: input.replaces.map(Number),
})

async function queryOf(db: Db, input: (typeof api.listDirectives)['input']['_output']) {
  const number = input.number === undefined ? undefined : readNumber(input.number)
  const issuer =
    input.issuer === undefined
      ? undefined
      : await unitByCode(db, input.issuer, { startsOn: OPEN_START, endsOn: OPEN_END })
  // What is no number, or nobody's code, finds nothing
  const isVain = number?.ok === false || (input.issuer !== undefined && !issuer)
  const { side, type, from, to } = input
  const query = {
    number: number?.ok ? number.normalised : null,
    words: wordsAsked(input.q ?? ''),
    issuerUnitId: issuer?.id,
    linkedWith: input.linked === undefined ? undefined : Number(input.linked),
  }
  return isVain ? undefined : { ...query, side, type, from, to }
}

export const registerEndpoints: Endpoint[] = [
  read(api.listDirectives, {
    access: 'signed-in',
    async handle({ db, input, actor, today }) {
      const query = await queryOf(db, input)
      const [issuedOn, id] = input.after?.split(' ') ?? []
      const after = issuedOn && id ? { issuedOn, id: Number(id) } : null
      const rows = query ? await searchRegister(db, query, { after, limit: input.limit + 1 }) : []
      const page = rows.slice(0, input.limit)
      const last = rows.length > page.length ? page.at(-1)! : null
      return {
        directives: await tellLines(db, page, { actor, today }),
        nextCursor: last && `${last.issuedOn} ${last.id}`,
      }
    },
  }),
  read(api.getDirective, {
    access: 'signed-in',
    handle: async (c) => tell(c.db, await getDirective(c.db, Number(c.input.id)), c),
  }),
  read(api.getCascade, {
    access: 'signed-in',
    async handle({ db, input, actor, today }) {
      const { id } = await getDirective(db, Number(input.id))
      return await readCascade(db, id, { actor, today })
    },
  }),
  write(api.registerDirective, {
    access: {
      may: 'directive.register',
      // Whose code it was on the day of issue; a later day than any asks who holds it now
      at: async (db, input) => ({ unit: await keeperOf(db, input, OPEN_END) }),
    },
    idempotency: 'required',
    async handle(c) {
      refuseClassified(c.input)
      const keeperUnitId = await keeperOf(c.tx, c.input, OPEN_END)
      const row = await registerDirective(
        c.tx,
        { ...draftOf(c.input), keeperUnitId },
        { by: c.actor.name, at: c.now },
      )
      await c.audit(entryOf(row, { after: await traceOf(c.tx, row) }))
      return tell(c.tx, row, c)
    },
  }),
  write(api.changeDirective, {
    access: {
      may: 'directive.register',
      at: async (db, { id }) => ({ unit: (await getDirective(db, Number(id))).keeperUnitId }),
    },
    idempotency: 'required',
    async handle(c) {
      refuseClassified(c.input)
      const row = await getDirective(c.tx, Number(c.input.id))
      const before = await traceOf(c.tx, row)
      const changed = await changeDirective(c.tx, row.id, draftOf(c.input), {
        by: c.actor.name,
        at: c.now,
        ifMatch: c.http.header('if-match'),
      })
      await c.audit(entryOf(changed.after, { before, after: await traceOf(c.tx, changed.after) }))
      return tell(c.tx, changed.after, c)
    },
  }),
]
