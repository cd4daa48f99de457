// People and their posts.

import { type Selectable, sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import { foldText } from '#kernel/text.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import { onConstraint } from '#platform/db/errors.ts'
import type { People, Posts } from '#platform/db/schema.generated.ts'
import { PersonProblem } from '../people/problems.ts'

onConstraint('people_code_key', () => PersonProblem.codeTaken())
onConstraint('people_account_id_key', () => PersonProblem.accountTaken())

export type PersonRow = {
  id: number
  code: string
  name: string
  accountId: number | null
  revision: number
}
/** A post with its unit as it was called on the post's first day. Open ends are `-infinity` and `infinity`. */
export type PostRow = {
  id: number
  personId: number
  unitId: number
  unitCode: string
  unitName: string
  title: string
  group: string
  isHead: boolean
  from: Day
  to: Day
}

const toPerson = (row: Selectable<People>): PersonRow => ({
  id: row.id,
  code: row.code,
  name: row.name,
  accountId: row.account_id,
  revision: row.revision,
})
const toPost = (row: Selectable<Posts>): PostRow => ({
  id: row.id,
  personId: row.person_id,
  unitId: row.unit_id,
  unitCode: row.unit_code,
  unitName: row.unit_name,
  title: row.title,
  group: row.post_group,
  isHead: row.is_head,
  from: row.valid_from,
  to: row.valid_to,
})

export async function findPersonById(db: Db, id: number): Promise<PersonRow | undefined> {
  const row = await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toPerson(row)
}

/** The person who signs in with an account; undefined: it belongs to nobody here. */
export async function findPersonOfAccount(db: Db, accountId: number): Promise<PersonRow | undefined> {
  const row = await db.selectFrom('people').selectAll().where('account_id', '=', accountId).executeTakeFirst()
  return row && toPerson(row)
}

/** The accounts of those who have one, by the person's id. */
export async function accountsOfPeople(db: Db, ids: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; accountId: number }>`
    select id, account_id as "accountId" from people
     where id = any(${[...new Set(ids)]}::int[]) and account_id is not null`.execute(db)
  return new Map(rows.map(({ id, accountId }) => [id, accountId]))
}

/** By staff number, in one statement. */
export async function listPeopleByCode(db: Db, codes: readonly string[]): Promise<Map<string, PersonRow>> {
  const rows = await db
    .selectFrom('people')
    .selectAll()
    .where(sql<boolean>`code = any(${[...codes]}::text[])`)
    .execute()
  return new Map(rows.map((row) => [row.code, toPerson(row)]))
}

/** Staff numbers of those whose accounts these are, by account. */
export async function listAccountOwners(db: Db, accountIds: readonly number[]): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('people')
    .select(['account_id', 'code'])
    .where(sql<boolean>`account_id = any(${[...accountIds]}::int[])`)
    .execute()
  return new Map(rows.map(({ account_id: id, code }) => [id!, code]))
}

/** All posts of people, the latest first. */
export async function listPostsOf(db: Db, personIds: readonly number[]): Promise<PostRow[]> {
  const rows = await db
    .selectFrom('posts')
    .selectAll()
    .where(sql<boolean>`person_id = any(${[...personIds]}::int[])`)
    .orderBy('person_id')
    .orderBy('valid_to', 'desc')
    .orderBy('valid_from', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toPost)
}

export async function findPost(db: Db, id: number): Promise<PostRow | undefined> {
  const row = await db.selectFrom('posts').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toPost(row)
}

export type PostedPerson = PersonRow & { posts: PostRow[] }
/**
 * Who holds a post at one of `unitIds` on a day, by code, each with the posts that they hold there.
 *
 * @param asked `text` is looked for in name and code, without regard to marks.
 */
export async function listPosted(
  db: Db,
  { unitIds, on, text }: { unitIds: readonly number[]; on: Day; text?: string | undefined },
  { after, limit }: { after: string | undefined; limit: number },
): Promise<PostedPerson[]> {
  const like = text && `%${foldText(text).replace(/[\\%_]/g, '\\$&')}%`
  const held = sql<boolean>`exists (select from posts p where p.person_id = people.id
    and p.unit_id = any(${[...unitIds]}::int[]) and ${on}::date between p.valid_from and p.valid_to)`
  const rows = await db
    .selectFrom('people')
    .selectAll()
    .where(held)
    .$if(Boolean(like), (people) => people.where('sought', 'like', like!))
    .$if(after !== undefined, (people) => people.where('code', '>', after!))
    .orderBy('code')
    .limit(limit)
    .execute()
  const posts = await listPostsOf(
    db,
    rows.map(({ id }) => id),
  )
  const there = new Set(unitIds)
  const byPerson = Map.groupBy(
    posts.filter(({ unitId, from, to }) => there.has(unitId) && from <= on && on <= to),
    ({ personId }) => personId,
  )
  return rows.map((row) => ({ ...toPerson(row), posts: byPerson.get(row.id) ?? [] }))
}

type Personal = { code: string; name: string; accountId: number | null }
const columnsOf = ({ code, name, accountId }: Personal) => ({
  code,
  name,
  account_id: accountId,
  sought: foldText(`${name} ${code}`),
})

/** @throws person.codeTaken, person.accountTaken */
export async function insertPerson(
  tx: Tx,
  person: Personal,
  { by, at }: { by: string; at: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('people')
    .values({ ...columnsOf(person), created_by: by, created_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** @throws person.codeTaken, person.accountTaken */
export async function updatePerson(tx: Tx, id: number, person: Personal): Promise<void> {
  await tx
    .updateTable('people')
    .set((eb) => ({ ...columnsOf(person), revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

type PostWords = Pick<PostRow, 'title' | 'group' | 'isHead' | 'from' | 'to'>
const postColumns = ({ title, group, isHead, from, to }: PostWords) => ({
  title,
  post_group: group,
  is_head: isHead,
  valid_from: from,
  valid_to: to,
})

export async function insertPost(tx: Tx, post: Omit<PostRow, 'id'>): Promise<number> {
  const { personId, unitId, unitCode, unitName } = post
  const { id } = await tx
    .insertInto('posts')
    .values({
      person_id: personId,
      unit_id: unitId,
      unit_code: unitCode,
      unit_name: unitName,
      ...postColumns(post),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await touch(tx, personId)
  return id
}

export async function updatePost(
  tx: Tx,
  { id, personId }: Pick<PostRow, 'id' | 'personId'>,
  words: PostWords,
): Promise<void> {
  await tx.updateTable('posts').set(postColumns(words)).where('id', '=', id).execute()
  await touch(tx, personId)
}

const touch = (tx: Tx, personId: number) =>
  tx
    .updateTable('people')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', personId)
    .execute()

/** Takes a person and all posts away for good; whatever else names the person must be gone before. */
export async function deletePerson(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('posts').where('person_id', '=', id).execute()
  await tx.deleteFrom('people').where('id', '=', id).execute()
}
