// One subject: its sheet, and what is said of it.

import type { Contract } from '#kernel/contract.ts'
import { parsePeriod } from '#kernel/period.ts'
import { findPersonOfAccount } from '#modules/organisation/index.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import {
  type Endpoint,
  type Permission,
  type Request,
  read,
  type WriteContext,
  write,
} from '#platform/http/endpoint.ts'
import * as api from '../api/grading-sheet.ts'
import { insertCommitment, updateCommitment } from '../store/grade-facts.ts'
import { rulesById } from '../store/grade-rules.ts'
import { type GradeSubjectRow, listSubjectsOf, setPlace, touchSubjects } from '../store/grading-subjects.ts'
import type { GradingRow } from '../store/gradings.ts'
import { tellerOf } from './deciding-routes.ts'
import { etagOfSubject, getGradingRow, getSubjectRow, takeSubject } from './ground.ts'
import { letIn, type Rights, rightsOver } from './rights.ts'
import { mustBeUndecided, saveScores, sayStep, type Taken, takeCommitment } from './say.ts'
import { appealUntil, tellSheet } from './tell-sheet.ts'
import { entryOfReading, entryOfSubject } from './traces.ts'

type Key = { grading: string; subject: string }
type Asking = Pick<Request<Key>, 'actor' | 'today' | 'http' | 'input'>

async function answer(
  db: Db,
  key: Key,
  c: Pick<Asking, 'actor' | 'today' | 'http'>,
): Promise<api.GradeSheet> {
  const subject = await getSubjectRow(db, key)
  c.http.answer.etag = etagOfSubject(subject)
  return tellSheet(db, await getGradingRow(db, key.grading), subject, c)
}

/** Lets in whom the rights over the subject allow. @throws auth.forbidden */
async function letInto(db: Db, c: Asking, isAllowed: (rights: Rights) => Promise<boolean>) {
  const find = async () => ({
    subject: await getSubjectRow(db, c.input),
    grading: await getGradingRow(db, c.input.grading),
  })
  return letIn(db, c, find, async (found: { subject: GradeSubjectRow; grading: GradingRow }) =>
    isAllowed(await rightsOver(db, found, c)),
  )
}

/** What the right to say something depends on; `action` is what the log calls it. */
type Saying<I> = {
  /** Where the right can be named beforehand; else who may is `isAllowed` alone, the subject among them. */
  access?: { may: Permission; at(db: Db, input: I): Promise<{ unit: number }> }
  action: Permission
  isAllowed(rights: Rights, input: I): Promise<boolean>
  /** @returns what the log keeps: no words about anybody */
  say(tx: Tx, taken: Taken, c: WriteContext<I>): Promise<object>
}

/** A write on one subject: right, lock, entity tag, audit entry and the new sheet are the same for all. */
const saying = <I extends Key>(
  contract: Contract<I, api.GradeSheet>,
  { access, action, isAllowed, say }: Saying<I>,
) =>
  write(contract, {
    // At the unit of the subject, or as the subject: `rightsOver`
    access: access ?? 'signed-in',
    idempotency: 'required',
    async handle(c) {
      await letInto(c.tx, c, (rights) => isAllowed(rights, c.input))
      const taken = await takeSubject(c.tx, c.input, c.http.header('if-match'))
      const details = await say(c.tx, taken, c)
      await c.audit(entryOfSubject(action, taken.subject, details))
      return answer(c.tx, c.input, c)
    },
  })

const speaks = (rights: Rights) => rights.maySpeakFor()

const readings: Endpoint[] = [
  read(api.getGradeSheet, {
    access: 'signed-in',
    async handle(c) {
      const { subject } = await letInto(
        c.db,
        c,
        async (rights) => rights.isOwn || (await rights.may('grade.read')) || (await rights.mayGiveOpinion()),
      )
      const sheet = await answer(c.db, c.input, c)
      if (subject.personId !== null && !sheet.isOwn)
        await c.audit(entryOfReading(subject.personId, subject.unitId, `grade:${subject.id}`))
      return sheet
    },
  }),
  read(api.listMyGrades, {
    access: 'signed-in',
    async handle({ db, actor }) {
      const person = actor.id === null ? undefined : await findPersonOfAccount(db, actor.id)
      const rows = person ? await listSubjectsOf(db, person.id) : []
      const grades = []
      for (const row of rows) {
        const grading = await getGradingRow(db, String(row.gradingId))
        const kept = (await rulesById(db, [grading.rulesId])).get(grading.rulesId)!
        grades.push({
          grading: String(grading.id),
          subject: String(row.id),
          name: grading.name,
          period: parsePeriod(grading.period)!.code,
          rules: kept.rules.name,
          unit: { code: row.unitCode, name: row.unitName },
          state: grading.state,
          self: row.self,
          selfDue: grading.selfDue,
          decided: row.noticedOn === null ? null : row.decided,
          noticedOn: row.noticedOn,
          appealUntil: appealUntil(grading, row.noticedOn),
        })
      }
      return { grades }
    },
  }),
]

const steps: Endpoint[] = [
  saying(api.placeSubject, {
    action: 'grading.steer',
    isAllowed: (rights) => rights.may('grading.steer'),
    async say(tx, taken, { input: { group, isHead } }) {
      await mustBeUndecided(tx, taken)
      const { id, group: before, isHead: wasHead } = taken.subject
      await setPlace(tx, id, { group, isHead })
      await touchSubjects(tx, [id])
      return { before: { group: before, isHead: wasHead }, after: { group, isHead } }
    },
  }),
  saying(api.saveGradeScores, {
    action: 'grade.comment',
    isAllowed: (rights, { side }) =>
      side === 'self' ? rights.maySpeakFor() : rights.mayJudge('grade.propose'),
    async say(tx, taken, c) {
      const { side, part, values, conditions, gates } = c.input
      await saveScores(tx, taken, { side, part, values, conditions, gates }, tellerOf(c))
      return { step: 'scores', side, part, criteria: Object.keys(values) }
    },
  }),
  saying(api.gradeSelf, {
    action: 'grade.comment',
    isAllowed: speaks,
    async say(tx, taken, c) {
      const { grade, text } = c.input
      await sayStep(tx, taken, { step: 'self', grade, text }, tellerOf(c))
      return { step: 'self', grade }
    },
  }),
  saying(api.giveOpinion, {
    action: 'grade.comment',
    isAllowed: (rights) => rights.mayGiveOpinion(),
    async say(tx, taken, c) {
      const { grade, text } = c.input
      await sayStep(tx, taken, { step: 'opinion', grade, text }, tellerOf(c))
      return { step: 'opinion', grade }
    },
  }),
  saying(api.commentGrade, {
    access: {
      may: 'grade.comment',
      at: async (db, input) => ({ unit: (await getSubjectRow(db, input)).unitId }),
    },
    action: 'grade.comment',
    isAllowed: async (rights) => !rights.isOwn && rights.may('grade.comment'),
    async say(tx, taken, c) {
      const { body, on, text, ballot } = c.input
      await sayStep(tx, taken, { step: 'comment', body, on, text, ballot }, tellerOf(c))
      return { step: 'comment', body, on, ballot }
    },
  }),
]

const commitments: Endpoint[] = [
  saying(api.registerCommitment, {
    action: 'grade.comment',
    isAllowed: speaks,
    async say(tx, taken, c) {
      await mustBeUndecided(tx, taken)
      const { text, measure } = c.input
      const id = await insertCommitment(tx, taken.subject.id, { text, measure }, tellerOf(c))
      await touchSubjects(tx, [taken.subject.id])
      return { commitment: id, act: 'register' }
    },
  }),
  saying(api.changeCommitment, {
    action: 'grade.comment',
    isAllowed: speaks,
    async say(tx, taken, { input: { id, text, measure } }) {
      const row = await takeCommitment(tx, taken, Number(id), { mayBeReported: false })
      await updateCommitment(tx, row.id, { text, measure })
      await touchSubjects(tx, [taken.subject.id])
      return { commitment: row.id, act: 'change' }
    },
  }),
  saying(api.withdrawCommitment, {
    action: 'grade.comment',
    isAllowed: speaks,
    async say(tx, taken, c) {
      const row = await takeCommitment(tx, taken, Number(c.input.id), { mayBeReported: false })
      await updateCommitment(tx, row.id, { withdrawn_at: c.now })
      await touchSubjects(tx, [taken.subject.id])
      return { commitment: row.id, act: 'withdraw' }
    },
  }),
  saying(api.reportCommitment, {
    action: 'grade.comment',
    isAllowed: speaks,
    async say(tx, taken, c) {
      const { id, outcome, result } = c.input
      const row = await takeCommitment(tx, taken, Number(id), { mayBeReported: true })
      const reported = { outcome, result, reported_by: c.actor.name, reported_at: c.now }
      await updateCommitment(tx, row.id, reported)
      await touchSubjects(tx, [taken.subject.id])
      return { commitment: row.id, act: 'report', outcome }
    },
  }),
]

/** The sheet of a subject, and every step before the decision. */
export const gradeSheetEndpoints: Endpoint[] = [...readings, ...steps, ...commitments]
