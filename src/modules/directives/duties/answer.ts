// A unit answers by what it has on record already: its directive, report, session or figure, with files and a note.

import { parsePeriod } from '#kernel/period.ts'
import { loadIndicators } from '#modules/indicators/index.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import { findFiles, markFilesUsed } from '#platform/files/kept/store.ts'
import type { AnswerRef } from '../api/duties.ts'
import { judgeAnswer } from '../rules/answer-ref.ts'
import type { AnswerKind } from '../schema.ts'
import { findOwnDirective, findOwnReport, findOwnSession } from '../store/answer-refs.ts'
import { insertAnswer } from '../store/duty-acts.ts'
import { type Acted, type Acting, finish, takeFor } from './acting.ts'
import { DutyProblem } from './problems.ts'

export type AnswerDraft = { kind: AnswerKind; ref: AnswerRef; files: readonly string[]; note: string }

/**
 * Sends an answer; the office is to decide on it.
 *
 * @throws duty.notFound, .stale, .notNow; duty.refused with a fault for what is missing, is not there, or is another
 * unit's
 */
export async function answerDuty(tx: Tx, id: number, draft: AnswerDraft, acting: Acting): Promise<Acted> {
  const row = await takeFor(tx, id, 'answer', acting.ifMatch)
  const wrong = judgeAnswer(draft.kind, draft)
  if (wrong) throw DutyProblem.refused({}, [{ path: 'ref', code: `duty.${wrong}` }])
  const label = await labelOf(tx, draft.ref, row.unitId)
  if (label === undefined) throw DutyProblem.refused({}, [{ path: 'ref', code: 'duty.refUnknown' }])
  const files = [...new Set(draft.files)]
  const kept = await findFiles(tx, files)
  if (files.some((file) => kept.get(file)?.unitId !== row.unitId))
    throw DutyProblem.refused({}, [{ path: 'files', code: 'duty.file' }])

  const { kind, note, ref } = draft
  const version = await insertAnswer(tx, id, { kind, ref: { ...ref, label }, files, note }, acting)
  await markFilesUsed(tx, files, acting.at)
  return finish(tx, row, 'duty.answer', { version, kind, label, deciderId: row.deciderId }, acting)
}

/** What a link is known by; '' without one; undefined when it leads nowhere, or to another unit's record. */
async function labelOf(db: Db, ref: AnswerRef, unitId: number): Promise<string | undefined> {
  if (ref.directive !== undefined) return findOwnDirective(db, Number(ref.directive), unitId)
  if (ref.session !== undefined) return findOwnSession(db, Number(ref.session), unitId)
  const { form, indicator: code, period } = ref
  if (form !== undefined && period !== undefined) return findOwnReport(db, { form, period }, unitId)
  if (code === undefined || period === undefined) return ''
  const indicator = (await loadIndicators(db)).get(code)
  return indicator && parsePeriod(period) ? `${indicator.name}, ${period}` : undefined
}
