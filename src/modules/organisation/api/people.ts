// People by name and the posts that they hold. Each reading of names is logged.

import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { DayInput } from '#kernel/day.ts'

const path = '/api/v1/people'
const UnitCode = z.string().min(1).max(40)
const UnitName = z.object({ code: z.string(), name: z.string() })
export const PersonId = z.string().regex(/^\d{1,9}$/)
const OpenDay = z.string().nullable()

/** A post from a day to a day, both counted in; null: open. The unit is named as it was when the post began. */
export const Post = z.object({
  id: z.string(),
  unit: UnitName,
  title: z.string(),
  /** Of comparable duties: quotas count within it. '' is one, too. */
  group: z.string(),
  /** Head of the unit. */
  isHead: z.boolean(),
  from: OpenDay,
  to: OpenDay,
})
export type Post = z.infer<typeof Post>

/** `isMasked`: the caller may not read people there: `L. T. H.`, without code. */
export const PersonLine = z.object({
  id: z.string(),
  /** Staff number; null when masked. */
  code: z.string().nullable(),
  name: z.string(),
  isMasked: z.boolean(),
  posts: z.array(Post),
})
export type PersonLine = z.infer<typeof PersonLine>

export const PersonAct = z.enum(['change', 'addPost'])
export const Person = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  /** Name of the account with which the person signs in; null: none. */
  account: z.string().nullable(),
  /** All, the latest first. */
  posts: z.array(Post),
  /** The person is the caller. */
  isOwn: z.boolean(),
  may: z.array(PersonAct),
})
export type Person = z.infer<typeof Person>

/**
 * Who holds a post at a unit on a day, by code. Staff with any role over the unit see posts with masked names; with `person.read` at the
 * unit names are told, and the reading is logged.
 */
export const listPeople = contract({
  method: 'GET',
  path,
  summary: 'summary.person.list',
  input: z.object({
    unit: UnitCode,
    /** Today when left out. */
    on: DayInput.optional(),
    /** Below the unit, too. */
    below: z.stringbool().default(false),
    /** Part of a name or code, without regard to marks; needs `person.read`, else it finds nothing. */
    text: z.string().trim().max(100).optional(),
    /** The `nextCursor` of the page before. */
    after: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  output: z.object({
    people: z.array(PersonLine),
    nextCursor: z.string().nullable(),
    /** May enter people at the unit. */
    mayAdd: z.boolean(),
  }),
})

/** One person with all posts and an entity tag; logged, unless it is the caller. */
export const getPerson = contract({
  method: 'GET',
  path: `${path}/:person`,
  summary: 'summary.person.show',
  input: z.object({ person: PersonId }),
  output: Person,
})

/** The person whose account this is; null: the account belongs to no person here. */
export const getMyPerson = contract({
  method: 'GET',
  path: '/api/v1/my-person',
  summary: 'summary.person.mine',
  input: z.object({}),
  output: z.object({ person: Person.nullable() }),
})

const PersonInput = z.object({
  /** Staff number: letters, digits, `_ . -`. */
  code: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}_.-]{1,60}$/u),
  name: z.string().trim().min(1).max(200),
  /** Name of an account, which can be one person's only; null: none. */
  account: z.string().min(1).max(200).nullable().default(null),
})
export const PostInput = z.object({
  title: z.string().trim().min(1).max(200),
  group: z.string().trim().max(100).default(''),
  isHead: z.boolean().default(false),
  from: DayInput,
  to: DayInput.nullable().default(null),
})
export type PostInput = z.infer<typeof PostInput>

/** A person with a first post at the unit that holds the code on the post's first day. */
export const addPerson = contract({
  method: 'POST',
  path,
  summary: 'summary.person.add',
  input: PersonInput.extend({ unit: UnitCode, post: PostInput }),
  output: Person,
})

export const changePerson = contract({
  method: 'PUT',
  path: `${path}/:person`,
  summary: 'summary.person.change',
  input: PersonInput.extend({ person: PersonId }),
  output: Person,
})

/** A further post; of somebody whom the caller may read where they are now. */
export const addPost = contract({
  method: 'POST',
  path: `${path}/:person/posts`,
  summary: 'summary.post.add',
  input: PostInput.extend({ person: PersonId, unit: UnitCode }),
  output: Person,
})

/** Corrects a post, or ends it (`to`). */
export const changePost = contract({
  method: 'PUT',
  path: '/api/v1/posts/:post',
  summary: 'summary.post.change',
  input: PostInput.extend({ post: PersonId }),
  output: Person,
})
