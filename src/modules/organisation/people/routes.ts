import { OPEN_END } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import {
  type AuditEntry,
  type Endpoint,
  type Permission,
  type Request,
  read,
  write,
} from '#platform/http/endpoint.ts'
import { AuthProblem } from '#platform/http/problems.ts'
import * as api from '../api/people.ts'
import { unitStateOn } from '../store/lookup.ts'
import {
  findPersonOfAccount,
  insertPerson,
  insertPost,
  listPosted,
  type PersonRow,
  type PostRow,
  updatePerson,
  updatePost,
} from '../store/people.ts'
import { loadTree } from '../store/tree.ts'
import {
  accountOf,
  etagOfPerson,
  getPersonRow,
  getPostRow,
  isOwnPerson,
  placeOfPerson,
  postAt,
  unitAt,
  wordsOf,
} from './judge.ts'
import { tellLine, tellPerson } from './tell.ts'

const atPerson = (may: Permission) => ({
  may,
  at: async (db: Db, { person }: { person: string }) => ({ unit: await placeOfPerson(db, Number(person)) }),
})

/** The log names nobody: it is kept when a person is erased. */
const entryOf = (action: Permission, person: number, unitId: number, details: object): AuditEntry => ({
  action,
  subject: `person:${person}`,
  unitId,
  details,
})
const postDetails = ({ id, unitCode, title, group, isHead, from, to }: Omit<PostRow, 'personId'>) => ({
  post: id,
  unit: unitCode,
  title,
  group,
  isHead,
  from,
  to,
})

async function tell(db: Db, person: PersonRow, c: Pick<Request<unknown>, 'actor' | 'today' | 'http'>) {
  c.http.answer.etag = etagOfPerson(person)
  return tellPerson(db, person, c)
}

const readings: Endpoint[] = [
  read(api.listPeople, {
    // Posts are for all staff who read anything at the unit; names are a further right
    access: {
      may: 'report.read',
      at: async (db, { unit, on }) => ({ unit: await unitAt(db, unit, on ?? OPEN_END) }),
    },
    async handle({ db, actor, today, audit, input: { unit, on = today, below, text, after, limit } }) {
      const unitId = await unitAt(db, unit, on)
      const isMasked = !(await actor.may(db, 'person.read', { unit: unitId }, today))
      const { hierarchy } = await unitStateOn(db, unitId, on)
      const tree = await loadTree(db, on, hierarchy)
      const unitIds = below && tree.units.has(unitId) ? tree.subtree(unitId) : [unitId]
      const isHidden = isMasked && text !== undefined && text !== ''
      const found = isHidden ? [] : await listPosted(db, { unitIds, on, text }, { after, limit: limit + 1 })
      const page = found.slice(0, limit)
      if (!isMasked && page.length > 0)
        await audit(entryOf('person.read', 0, unitId, { list: unit, people: page.map(({ id }) => id) }))
      return {
        people: page.map((person) => tellLine(person, isMasked)),
        nextCursor: found.length > limit ? page.at(-1)!.code : null,
        mayAdd: await actor.may(db, 'person.change', { unit: unitId }, today),
      }
    },
  }),
  read(api.getPerson, {
    access: atPerson('person.read'),
    async handle(c) {
      const person = await getPersonRow(c.db, Number(c.input.person))
      if (!(await isOwnPerson(c.db, c.actor, person.id)))
        await c.audit(entryOf('person.read', person.id, await placeOfPerson(c.db, person.id), {}))
      return tell(c.db, person, c)
    },
  }),
  read(api.getMyPerson, {
    access: 'signed-in',
    async handle(c) {
      const person = c.actor.id === null ? undefined : await findPersonOfAccount(c.db, c.actor.id)
      return { person: person ? await tellPerson(c.db, person, c) : null }
    },
  }),
]

const writings: Endpoint[] = [
  write(api.addPerson, {
    access: {
      may: 'person.change',
      at: async (db, { unit, post }) => ({ unit: await unitAt(db, unit, post.from) }),
    },
    idempotency: 'required',
    async handle(c) {
      const { unit, code, name, account, post } = c.input
      const there = await postAt(c.tx, await unitAt(c.tx, unit, post.from), post)
      const personal = { code, name, accountId: await accountOf(c.tx, account) }
      const personId = await insertPerson(c.tx, personal, { by: c.actor.name, at: c.now })
      const id = await insertPost(c.tx, { personId, ...there })
      const after = postDetails({ id, ...there })
      await c.audit(entryOf('person.change', personId, there.unitId, { before: null, after }))
      return tell(c.tx, await getPersonRow(c.tx, personId), c)
    },
  }),
  write(api.changePerson, {
    access: atPerson('person.change'),
    idempotency: 'required',
    async handle(c) {
      const { code, name, account } = c.input
      const before = await getPersonRow(c.tx, Number(c.input.person), c.http.header('if-match'))
      const after = { code, name, accountId: await accountOf(c.tx, account) }
      await updatePerson(c.tx, before.id, after)
      const changed = (['code', 'name', 'accountId'] as const).filter((key) => before[key] !== after[key])
      await c.audit(entryOf('person.change', before.id, await placeOfPerson(c.tx, before.id), { changed }))
      return tell(c.tx, await getPersonRow(c.tx, before.id), c)
    },
  }),
  write(api.addPost, {
    access: {
      may: 'person.change',
      at: async (db, { unit, from }) => ({ unit: await unitAt(db, unit, from) }),
    },
    idempotency: 'required',
    async handle(c) {
      const { person: id, unit, ...input } = c.input
      // Whoever may not read the person where they are does not learn that they are there
      const from = await placeOfPerson(c.tx, Number(id)).catch(() => null)
      if (from === null || !(await c.actor.may(c.tx, 'person.read', { unit: from }, c.today)))
        throw AuthProblem.forbidden()
      const person = await getPersonRow(c.tx, Number(id), c.http.header('if-match'))
      const there = await postAt(c.tx, await unitAt(c.tx, unit, input.from), input)
      const postId = await insertPost(c.tx, { personId: person.id, ...there })
      const after = postDetails({ id: postId, ...there })
      await c.audit(entryOf('person.change', person.id, there.unitId, { before: null, after }))
      return tell(c.tx, await getPersonRow(c.tx, person.id), c)
    },
  }),
  write(api.changePost, {
    access: {
      may: 'person.change',
      at: async (db, { post }) => ({ unit: (await getPostRow(db, Number(post))).unitId }),
    },
    idempotency: 'required',
    async handle(c) {
      const { post: id, ...input } = c.input
      const before = await getPostRow(c.tx, Number(id))
      const person = await getPersonRow(c.tx, before.personId, c.http.header('if-match'))
      await updatePost(c.tx, before, wordsOf(input))
      const after = await getPostRow(c.tx, before.id)
      const details = { before: postDetails(before), after: postDetails(after) }
      await c.audit(entryOf('person.change', person.id, before.unitId, details))
      return tell(c.tx, await getPersonRow(c.tx, person.id), c)
    },
  }),
]

/** People and posts, entered and read. */
export const peopleEndpoints: Endpoint[] = [...readings, ...writings]
