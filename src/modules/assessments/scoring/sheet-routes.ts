import type { Db } from '#platform/db/db.ts'
import { type Endpoint, read, type WriteContext, write } from '#platform/http/endpoint.ts'
import * as api from '../api/scoring.ts'
import { isSayable } from '../rules/round-state.ts'
import type { EvidenceRow } from '../store/evidence.ts'
import { markExplained, markSent } from '../store/round-subjects.ts'
import { listHistory } from '../store/said-reading.ts'
import { atSubject, lookAgain, readView, sayerOf, takeView } from './asking.ts'
import { addEvidence, changeEvidence, dropEvidence } from './evidence.ts'
import { ScoreProblem } from './problems.ts'
import { sayScore } from './say-score.ts'
import { isOpenEvidence, missingIn, tellSaved, tellSheet } from './sheet.ts'
import { isCutAt, tellEvidence, tellScore } from './tell.ts'
import { entryOfEvidence, entryOfScore, entryOfSheet } from './traces.ts'
import { cellOf, etagOf, type View } from './view.ts'

/** Scores of a criterion in its history. */
const HISTORY = 200

const readings: Endpoint[] = [
  read(api.getSheet, {
    access: atSubject('score.read'),
    handle: async (c) => tellSheet(c.db, await readView(c.db, c.input, c)),
  }),
  read(api.listScores, {
    access: atSubject('score.read'),
    async handle(c) {
      const view = await readView(c.db, c.input, c)
      const cell = cellOf(view, c.input.criterion)
      const about = { unitId: view.subject.unitId, criterion: cell.code }
      const facts = await listHistory(c.db, view.ground.round, about, HISTORY)
      const seen = facts.filter(({ stage }) => !view.isHidden || stage !== 'self')
      return {
        scores: seen.map((fact) => ({
          ...tellScore(fact, cell.judged.score(fact.input), fact.isCurrent && isCutAt(cell, fact)),
          isCurrent: fact.isCurrent,
        })),
      }
    },
  }),
]

const saying: Endpoint[] = [
  write(api.saveScore, {
    // Which right is needed depends on the stage: `mustBeSayable` asks for it.
    access: atSubject('score.read'),
    idempotency: 'required',
    async handle(c) {
      const { criterion, stage, input, reason, note } = c.input
      const before = await takeView(c.tx, c.input, c)
      const cell = cellOf(before, criterion)
      const wanted = { stage, input, reason, note, etag: c.http.header('if-match') }
      const { isNew } = await sayScore(c.tx, cell, wanted, sayerOf(c))
      const after = await lookAgain(c.tx, before, criterion)
      const now = cellOf(after, criterion)
      if (isNew) await c.audit(entryOfScore(cell, now, stage))
      else c.discard()
      c.http.answer.etag = etagOf(now)
      return tellSaved(after, criterion)
    },
  }),
  write(api.sendScores, {
    access: atSubject('score.send'),
    idempotency: 'required',
    async handle(c) {
      const before = await takeView(c.tx, c.input, c)
      if (before.state.isSent) throw ScoreProblem.sent()
      mustBeOpen(before, 'self')
      const { scores, evidence } = missingIn(before)
      if (scores.length > 0 && !c.input.anyway)
        throw ScoreProblem.incomplete({ count: String(scores.length) })
      await markSent(c.tx, before.subject, { by: c.actor.name, at: c.now })
      await c.audit(entryOfSheet('score.send', before, { missing: { scores, evidence } }))
      return tellAfter(c)
    },
  }),
  write(api.endExplaining, {
    access: atSubject('score.send'),
    idempotency: 'required',
    async handle(c) {
      const before = await takeView(c.tx, c.input, c)
      mustBeOpen(before, 'explained')
      await markExplained(c.tx, before.subject, { by: c.actor.name, at: c.now })
      const { explanations } = missingIn(before)
      await c.audit(entryOfSheet('score.send', before, { stage: 'explained', accepted: explanations }))
      return tellAfter(c)
    },
  }),
]

function mustBeOpen({ state }: View, stage: 'self' | 'explained'): void {
  if (!isSayable(stage, state)) throw ScoreProblem.notNow({ stage, state: state.state })
}

const tellAfter = async (c: WriteContext<{ round: string; unit: string }>) =>
  tellSheet(c.tx, await readView(c.tx, c.input, c))

const proving: Endpoint[] = [
  write(api.addEvidence, {
    access: atSubject('score.say'),
    idempotency: 'required',
    async handle(c) {
      const view = await takeView(c.tx, c.input, c)
      const row = await addEvidence(c.tx, view, c.input, sayerOf(c))
      await c.audit(entryOfEvidence(view, null, row))
      return tellPiece(c.tx, view, row)
    },
  }),
  write(api.changeEvidence, {
    access: atSubject('score.say'),
    idempotency: 'required',
    async handle(c) {
      const view = await takeView(c.tx, c.input, c)
      const { before, after } = await changeEvidence(c.tx, view, Number(c.input.id), c.input, c.now)
      await c.audit(entryOfEvidence(view, before, after))
      return tellPiece(c.tx, view, after)
    },
  }),
  write(api.withdrawEvidence, {
    access: atSubject('score.say'),
    idempotency: 'required',
    async handle(c) {
      const view = await takeView(c.tx, c.input, c)
      const row = await dropEvidence(c.tx, view, Number(c.input.id), c.now)
      await c.audit(entryOfEvidence(view, row, null))
      return { id: c.input.id }
    },
  }),
]

const tellPiece = async (db: Db, view: View, row: EvidenceRow) =>
  (await tellEvidence(db, [row], view.ground.period, (one) => isOpenEvidence(view, one)))[0]!

/** The sheet of one subject: scores stage by stage, evidence, sending. */
export const sheetEndpoints: Endpoint[] = [...readings, ...saying, ...proving]
