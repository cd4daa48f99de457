// What is asked before a person or a post is written, and where a right over a person must be held.

import { type Day, OPEN_END, OPEN_START } from '#kernel/day.ts'
import { findAnyAccount } from '#platform/auth/store/people.ts'
import type { Db } from '#platform/db/db.ts'
import type { Actor } from '#platform/http/endpoint.ts'
import type { PostInput } from '../api/people.ts'
import { findUnit, unitByCode, unitStateOn } from '../store/lookup.ts'
import {
  findPersonById,
  findPersonOfAccount,
  findPost,
  listPostsOf,
  type PersonRow,
  type PostRow,
} from '../store/people.ts'
import { PersonProblem } from './problems.ts'

/** Whoever held the code on the day, else last before it. @throws person.unitNotFound */
export async function unitAt(db: Db, code: string, day: Day): Promise<number> {
  const unit = await unitByCode(db, code, { startsOn: OPEN_START, endsOn: day })
  if (!unit) throw PersonProblem.unitNotFound({ code, day })
  return unit.id
}

export const etagOfPerson = ({ id, revision }: Pick<PersonRow, 'id' | 'revision'>): string =>
  `"person-${id}-${revision}"`

/** @throws person.notFound, person.stale */
export async function getPersonRow(db: Db, id: number, ifMatch?: string): Promise<PersonRow> {
  const person = await findPersonById(db, id)
  if (!person) throw PersonProblem.notFound()
  if (ifMatch !== undefined && ifMatch.replace(/^W\//, '') !== etagOfPerson(person))
    throw PersonProblem.stale()
  return person
}

/** @throws person.postNotFound */
export async function getPostRow(db: Db, id: number): Promise<PostRow> {
  const post = await findPost(db, id)
  if (!post) throw PersonProblem.postNotFound()
  return post
}

/** The unit of the latest post: whoever held an earlier one no longer reaches the person. @throws person.notFound */
export async function placeOfPerson(db: Db, id: number): Promise<number> {
  const [latest] = await listPostsOf(db, [(await getPersonRow(db, id)).id])
  if (!latest) throw PersonProblem.notFound()
  return latest.unitId
}

/** Also while they act for somebody else: a person's own record is never handed on. */
export async function isOwnPerson(db: Db, actor: Pick<Actor, 'id'>, personId: number): Promise<boolean> {
  return actor.id !== null && (await findPersonOfAccount(db, actor.id))?.id === personId
}

/** @throws person.accountUnknown */
export async function accountOf(db: Db, username: string | null): Promise<number | null> {
  if (username === null) return null
  const account = await findAnyAccount(db, username)
  if (!account) throw PersonProblem.accountUnknown({ account: username })
  return account.id
}

export const wordsOf = ({ title, group, isHead, from, to }: PostInput) => {
  if (to !== null && to < from) throw PersonProblem.daysReversed()
  return { title, group, isHead, from, to: to ?? OPEN_END }
}

/** The unit of a post as it was called on the first day. @throws person.unitNotThen, person.daysReversed */
export async function postAt(
  db: Db,
  unitId: number,
  input: PostInput,
): Promise<Omit<PostRow, 'id' | 'personId'>> {
  const words = wordsOf(input)
  const life = (await findUnit(db, unitId))!
  const { code, name } = await unitStateOn(db, unitId, words.from)
  if (words.from < life.beginsOn || words.from > life.endsOn) throw PersonProblem.unitNotThen({ unit: name })
  return { unitId, unitCode: code, unitName: name, ...words }
}
