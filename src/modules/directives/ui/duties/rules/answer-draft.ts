// An answer as its fields hold it, on its way to the office. Pure.

import type { AnswerRef } from '../../../api/duties.ts'
import { judgeAnswer, REF_MEMBERS } from '../../../rules/answer-ref.ts'
import type { AnswerKind, Product } from '../../../schema.ts'

export type AnswerDraft = { kind: AnswerKind; ref: AnswerRef; files: string[]; note: string }

/** What a duty asks for is what is offered first. */
export const KIND_OF: Record<Product, AnswerKind> = {
  document: 'plan',
  figure: 'figure',
  report: 'report',
  event: 'session',
}

/** Only the members that belong to the kind, and none that is empty: what was chosen for another kind stays behind. */
export function refOf({ kind, ref }: Pick<AnswerDraft, 'kind' | 'ref'>): AnswerRef {
  const said = REF_MEMBERS[kind].flatMap((name) => (ref[name]?.trim() ? [[name, ref[name]?.trim()]] : []))
  return Object.fromEntries(said)
}

/** Enough is there to be sent. */
export const isWhole = (draft: AnswerDraft): boolean =>
  judgeAnswer(draft.kind, { ref: refOf(draft), files: draft.files, note: draft.note.trim() }) === null
