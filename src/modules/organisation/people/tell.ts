import { dayOrNull } from '#kernel/day.ts'
import { findPeopleByIds } from '#platform/auth/store/people.ts'
import type { Db } from '#platform/db/db.ts'
import type { Actor } from '#platform/http/endpoint.ts'
import type { Person, PersonLine, Post } from '../api/people.ts'
import { maskName } from '../rules/person-name.ts'
import { listPostsOf, type PersonRow, type PostedPerson, type PostRow } from '../store/people.ts'
import { isOwnPerson } from './judge.ts'

export const tellPost = ({ id, unitCode, unitName, title, group, isHead, from, to }: PostRow): Post => ({
  id: String(id),
  unit: { code: unitCode, name: unitName },
  title,
  group,
  isHead,
  from: dayOrNull(from),
  to: dayOrNull(to),
})

export const tellLine = (person: PostedPerson, isMasked: boolean): PersonLine => ({
  id: String(person.id),
  code: isMasked ? null : person.code,
  name: isMasked ? maskName(person.name) : person.name,
  isMasked,
  posts: person.posts.map(tellPost),
})

/** With all posts, and what the caller may do where the person is now. */
export async function tellPerson(
  db: Db,
  person: PersonRow,
  { actor, today }: { actor: Actor; today: string },
): Promise<Person> {
  const posts = await listPostsOf(db, [person.id])
  const place = posts[0]?.unitId
  const mayChange = place !== undefined && (await actor.may(db, 'person.change', { unit: place }, today))
  const account =
    person.accountId === null
      ? null
      : ((await findPeopleByIds(db, [person.accountId])).get(person.accountId)?.username ?? null)
  return {
    id: String(person.id),
    code: person.code,
    name: person.name,
    account,
    posts: posts.map(tellPost),
    isOwn: await isOwnPerson(db, actor, person.id),
    may: mayChange ? ['change', 'addPost'] : [],
  }
}
