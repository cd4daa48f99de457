// Everything that is recorded of one person's work: read, taken along as a file, and erased when its time has passed.

import * as z from 'zod'
import { contract, FileAnswer } from '#kernel/contract.ts'
import { Grade } from '../rules/grade-rules.ts'
import { Day, GradeFact, Reason, UnitName } from './grade-shapes.ts'
import { Commitment, SideScores } from './grading-sheet.ts'

const PersonId = z.string().regex(/^\d{1,9}$/)
const Form = z.enum(['json', 'html']).default('json')

export const RecordedGrade = z.object({
  grading: z.object({ id: z.string(), name: z.string(), period: z.string(), keeper: UnitName }),
  subject: z.string(),
  rules: z.object({ code: z.string(), version: z.int(), name: z.string(), basis: z.string() }),
  unit: UnitName,
  title: z.string(),
  group: z.string(),
  isHead: z.boolean(),
  decided: Grade.nullable(),
  noticedOn: Day,
  self: SideScores.nullable(),
  proposal: SideScores.nullable(),
  commitments: z.array(Commitment),
  facts: z.array(GradeFact),
})
export type RecordedGrade = z.infer<typeof RecordedGrade>

export const PersonRecord = z.object({
  person: z.object({ id: z.string(), code: z.string(), name: z.string(), account: z.string().nullable() }),
  posts: z.array(
    z.object({
      unit: UnitName,
      title: z.string(),
      group: z.string(),
      isHead: z.boolean(),
      from: Day,
      to: Day,
    }),
  ),
  grades: z.array(RecordedGrade),
  /** Who read it, the latest first; the last 200. */
  readings: z.array(z.object({ at: z.string(), by: z.string(), what: z.string() })),
  /** The day from which it may be erased; null: not yet known, since a post has no end. */
  keptUntil: Day,
  mayErase: z.boolean(),
})
export type PersonRecord = z.infer<typeof PersonRecord>

/** Logged. */
export const getPersonRecord = contract({
  method: 'GET',
  path: '/api/v1/people/:person/record',
  summary: 'summary.person.record',
  input: z.object({ person: PersonId }),
  output: PersonRecord,
})
/** The same as JSON, or as a page for reading and printing; logged. */
export const downloadPersonRecord = contract({
  method: 'GET',
  path: '/api/v1/people/:person/record/file',
  summary: 'summary.person.recordFile',
  input: z.object({ person: PersonId, form: Form }),
  output: FileAnswer,
})
/** What is recorded of the caller; null: the account belongs to no person here. */
export const getMyRecord = contract({
  method: 'GET',
  path: '/api/v1/my-record',
  summary: 'summary.person.myRecord',
  input: z.object({}),
  output: z.object({ record: PersonRecord.nullable() }),
})
export const downloadMyRecord = contract({
  method: 'GET',
  path: '/api/v1/my-record/file',
  summary: 'summary.person.myRecordFile',
  input: z.object({ form: Form }),
  output: FileAnswer,
})

/**
 * Erases a person: name, posts, account, words and scores are gone; grades stay without a name, since quotas rest on
 * them. Only after retention has ended (`person.retained` says when). The log says that it was done, and of whom no more
 * than the number.
 */
export const erasePerson = contract({
  method: 'POST',
  path: '/api/v1/people/:person/erase',
  summary: 'summary.person.erase',
  input: z.object({ person: PersonId, reason: Reason }),
  output: z.object({ grades: z.int() }),
})
