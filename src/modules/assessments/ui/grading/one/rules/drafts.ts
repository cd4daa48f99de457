// Proposals that were chosen on the screen and not written yet.

import type { GradeSubject } from '../../../../api/gradings.ts'
import type { Grade } from '../../../../rules/grade-rules.ts'

export type Draft = { grade: Grade; reason: string; exemption: string | null }
/** By subject. */
export type Drafts = Readonly<Record<string, Draft>>

/** The keys that choose a level; `0` is not graded. */
export const GRADE_KEYS: Readonly<Record<string, Grade>> = {
  '1': 'HTXSNV',
  '2': 'HTTNV',
  '3': 'HTNV',
  '4': 'KHTNV',
  '0': 'exempt',
}

/**
 * Chooses a level for a subject. What is already proposed, chosen again, is nothing to write; the reason that was
 * typed stays while levels are tried.
 */
export function choose(drafts: Drafts, subject: GradeSubject, grade: Grade): Drafts {
  const { [subject.id]: old, ...rest } = drafts
  if (grade === subject.proposed && grade !== 'exempt' && !old?.reason) return rest
  const exemption = grade === 'exempt' ? (old?.exemption ?? null) : null
  return { ...rest, [subject.id]: { grade, reason: old?.reason ?? '', exemption } }
}

/** The server asks why where a level is not what the points come to. */
export const asksReason = (
  subject: Pick<GradeSubject, 'suggested'>,
  { grade }: Pick<Draft, 'grade'>,
): boolean => grade !== 'exempt' && subject.suggested !== null && subject.suggested !== grade

/** What is missing before a draft can be written. */
export function lackOf(
  subject: Pick<GradeSubject, 'suggested'>,
  draft: Draft,
): 'reason' | 'exemption' | null {
  if (draft.grade === 'exempt') return draft.exemption === null ? 'exemption' : null
  return asksReason(subject, draft) && draft.reason.trim() === '' ? 'reason' : null
}

export const proposalsOf = (drafts: Drafts) =>
  Object.entries(drafts).map(([subject, { grade, reason, exemption }]) => ({
    subject,
    grade,
    exemption,
    reason: reason.trim(),
  }))

/** A grade that was decided stays; only what is still open can be proposed. */
export const isOpen = ({ decided, isErased }: Pick<GradeSubject, 'decided' | 'isErased'>): boolean =>
  decided === null && !isErased

/** The subject so many steps on among those shown; at the ends it stays. */
export function stepFrom(ids: readonly string[], current: string | null, step: number): string | null {
  const at = current === null ? -1 : ids.indexOf(current)
  if (at < 0) return ids[0] ?? null
  return ids[Math.min(Math.max(at + step, 0), ids.length - 1)] ?? null
}
