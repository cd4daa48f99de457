import type { SheetCell, SheetRow } from '../../../api/sheet.ts'
import type { Doubt } from '../../../rules/outlier.ts'
import type { EvidenceFile } from '../../../schema.ts'
import type { Fault } from './cell-fault.ts'
import { type Draft, saidOf } from './draft.ts'

/** What somebody should look at in a cell, the most pressing first. */
export type Trouble =
  | { kind: 'refused'; reason: string }
  | { kind: 'misread'; fault: Fault }
  | { kind: 'conflict' }
  | { kind: 'returned'; reason: string }
  | { kind: 'outlier'; outlier: Doubt }

/** Where the value is: `settled` at the server, `saved` just now, `queued` on this device, the others under way. */
export type Sync = 'settled' | 'saved' | 'dirty' | 'sending' | 'queued'

export type CellView = {
  /** In the plain form; null is missing. */
  value: string | null
  /** What its items come to, while the whole itself is not said. */
  implied: string | null
  /** What was typed and is no value; it stands in place of the value. */
  text: string | null
  previous: string | null
  target: string | null
  usual: SheetCell['usual']
  comment: string
  evidence: readonly EvidenceFile[]
  /** Names of files by now, those that are still on this device included. */
  evidenceIds: readonly string[]
  canType: boolean
  trouble: Trouble | null
  sync: Sync
}

/** A report that can be typed in: nothing there yet, a draft, or sent back. What was sent or approved is not. */
export const isOpenRow = ({ state, may }: Pick<SheetRow, 'state' | 'may'>, isCorrected: boolean): boolean =>
  may.includes('save') && (state === null || state === 'draft' || state === 'returned' || isCorrected)

export type CellParts = {
  base: SheetCell | null
  target: string | null
  implied: string | null
  draft: Draft
  col: number
  isOpen: boolean
  isJustSaved: boolean
  /** Looks at the value as it stands by now; null: nothing unusual. */
  judge: (value: string) => Doubt | null
}

export function viewOf({
  base,
  target,
  implied,
  draft,
  col,
  isOpen,
  isJustSaved,
  judge,
}: CellParts): CellView {
  const said = saidOf(draft, col)
  const value = said?.value !== undefined ? said.value : (base?.value ?? null)
  const comment = said?.comment ?? base?.comment ?? ''
  // A reason given with the value or after it answers the question; one of before a new value does not
  const isAnswered = said?.value === undefined ? comment !== '' : Boolean(said.comment)
  const misread = draft.misread[col]
  return {
    value,
    implied: value === null ? implied : null,
    text: misread?.text ?? null,
    previous: base?.previous ?? null,
    target,
    usual: base?.usual ?? null,
    comment,
    evidence: base?.evidence ?? [],
    evidenceIds: said?.evidence ?? base?.evidence?.map(({ id }) => id) ?? [],
    canType: isOpen,
    trouble: troubleOf(draft, col, base?.returned, () =>
      value === null || isAnswered ? null : judge(value),
    ),
    sync: syncOf(draft, col, isJustSaved),
  }
}

function troubleOf(
  draft: Draft,
  col: number,
  returned: string | undefined,
  outlier: () => Doubt | null,
): Trouble | null {
  const { misread, refused, handed, stage } = draft
  if (refused[col]) return { kind: 'refused', reason: refused[col].reason }
  if (misread[col]) return { kind: 'misread', fault: misread[col].fault }
  if (stage === 'conflict' && col in handed) return { kind: 'conflict' }
  if (stage === 'refused' && col in handed) return { kind: 'refused', reason: draft.reason ?? '' }
  if (returned !== undefined) return { kind: 'returned', reason: returned }
  const found = outlier()
  return found && { kind: 'outlier', outlier: found }
}

function syncOf({ dirty, handed, stage }: Draft, col: number, isJustSaved: boolean): Sync {
  if (col in dirty) return stage === 'queued' ? 'queued' : 'dirty'
  if (col in handed) return stage === 'sending' || stage === 'queued' ? stage : 'dirty'
  return isJustSaved ? 'saved' : 'settled'
}

/** Keeps what was typed from being sent, and the report from being submitted. */
export const blocks = ({ kind }: Trouble): boolean =>
  kind === 'refused' || kind === 'misread' || kind === 'conflict'
