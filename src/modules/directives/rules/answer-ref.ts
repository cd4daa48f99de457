// What an answer of a kind must bring. Pure.

import type { AnswerKind } from '../schema.ts'

type Brought = {
  ref: { directive?: unknown; session?: unknown; form?: unknown; indicator?: unknown; period?: unknown }
  files: readonly string[]
  note: string
}

/** Members of the link that belong to a kind; all of them together, or none. */
export const REF_MEMBERS: Record<AnswerKind, readonly (keyof Brought['ref'])[]> = {
  document: ['directive'],
  plan: ['directive'],
  report: ['form', 'period'],
  session: ['session'],
  figure: ['indicator', 'period'],
  event: ['session'],
}
/** Kinds that are nothing without their link; the others may be a file, and an event may be told in words. */
const LINKED: readonly AnswerKind[] = ['plan', 'session', 'figure']

/**
 * What is wrong with an answer, or null. `refNeeded`: a member of the link is missing, or one does not belong to the
 * kind. `nothingSaid`: neither link nor file, nor, for an event, words.
 */
export function judgeAnswer(
  kind: AnswerKind,
  { ref, files, note }: Brought,
): 'refNeeded' | 'nothingSaid' | null {
  const given = Object.entries(ref).flatMap(([name, value]) => (value === undefined ? [] : [name]))
  const members: readonly string[] = REF_MEMBERS[kind]
  const isWhole = members.every((name) => given.includes(name))
  if (given.some((name) => !members.includes(name)) || (given.length > 0 && !isWhole)) return 'refNeeded'
  if (isWhole || files.length > 0) return LINKED.includes(kind) && !isWhole ? 'refNeeded' : null
  if (LINKED.includes(kind)) return 'refNeeded'
  return kind === 'event' && note !== '' ? null : 'nothingSaid'
}
