// What is done for many subjects at once: proposals, decisions, notices; and exceptions that raise a quota.

import { compareExact, readExact } from '#kernel/exact.ts'
import type { Tx } from '#platform/db/db.ts'
import { type Endpoint, type WriteContext, write } from '#platform/http/endpoint.ts'
import { addException, withdrawException } from '../api/grade-exceptions.ts'
import * as api from '../api/gradings.ts'
import { fillMeters, quotaKey } from '../rules/grade-quota.ts'
import type { Teller } from '../store/grade-facts.ts'
import { findGradeSubject } from '../store/grading-subjects.ts'
import { closeException, insertException, listExceptions, updateGrading } from '../store/gradings.ts'
import { decideGrades, noticeGrades } from './decide.ts'
import { answerGrading, atGrading } from './grading-routes.ts'
import { type GradingGround, getGradingRow, getSubjectRow, mustBeOpen, takeGround } from './ground.ts'
import { loadMeters, tellMeter } from './meters.ts'
import { GradingProblem } from './problems.ts'
import { letIn, placeOf, rightsOver } from './rights.ts'
import { proposeGrades } from './say.ts'
import { entryOfGrading } from './traces.ts'

type Writing = Pick<WriteContext<unknown>, 'actor' | 'now'>
export const tellerOf = ({ actor, now }: Writing): Teller => ({
  by: actor.name,
  byId: actor.id,
  for: actor.onBehalfOf,
  at: now,
})
const metersOf = async (tx: Tx, ground: GradingGround) => (await loadMeters(tx, ground)).filled.map(tellMeter)

const judging: Endpoint[] = [
  write(api.proposeGrades, {
    // For the first subject here, for each one in the handler
    access: {
      may: 'grade.propose',
      at: async (db, { grading: id, proposals }) => {
        const grading = await getGradingRow(db, id)
        const subject = await getSubjectRow(db, { grading: id, subject: proposals[0]!.subject })
        return { unit: placeOf('grade.propose', subject, grading) }
      },
    },
    idempotency: 'required',
    async handle(c) {
      const { grading: id, proposals } = c.input
      await letIn(
        c.tx,
        c,
        () => getGradingRow(c.tx, id),
        async (grading) => {
          for (const subjectId of new Set(proposals.map(({ subject }) => Number(subject)))) {
            const subject = await findGradeSubject(c.tx, subjectId)
            if (!subject || subject.gradingId !== grading.id) return false
            const rights = await rightsOver(c.tx, { grading, subject }, c)
            if (!(await rights.mayJudge('grade.propose'))) return false
          }
          return true
        },
      )
      const ground = await takeGround(c.tx, id)
      mustBeOpen(ground)
      const asked = proposals.map(({ subject, ...rest }) => ({ subject: Number(subject), ...rest }))
      await proposeGrades(c.tx, ground, asked, tellerOf(c))
      const said = asked.map(({ subject, grade }) => [subject, grade])
      await c.audit(entryOfGrading('grade.propose', ground.grading, { proposals: said }))
      const isKeeper = await c.actor.may(c.tx, 'grade.read', { unit: ground.grading.keeperId }, c.today)
      return { meters: isKeeper ? await metersOf(c.tx, ground) : [] }
    },
  }),
  write(api.decideGrades, {
    access: atGrading('grade.decide'),
    idempotency: 'required',
    async handle(c) {
      const { grading: id, number, on, subjects } = c.input
      const ground = await takeGround(c.tx, id, c.http.header('if-match'))
      mustBeOpen(ground)
      const asked = subjects?.map(({ subject, ...rest }) => ({ subject: Number(subject), ...rest }))
      const deciding = { asked, paper: { number, on }, asking: c }
      const decided = await decideGrades(c.tx, ground, deciding, tellerOf(c))
      await c.audit(entryOfGrading('grade.decide', ground.grading, { number, on, subjects: decided }))
      return { decided: decided.length, meters: await metersOf(c.tx, ground) }
    },
  }),
  write(api.noticeGrades, {
    access: atGrading('grade.decide'),
    idempotency: 'required',
    async handle(c) {
      const { grading: id, number, on, subjects } = c.input
      const ground = await takeGround(c.tx, id)
      const noticed = await noticeGrades(
        c.tx,
        ground,
        { asked: subjects?.map(Number), paper: { number, on } },
        tellerOf(c),
      )
      await c.audit(entryOfGrading('grade.decide', ground.grading, { notice: number, on, subjects: noticed }))
      return { noticed: noticed.length }
    },
  }),
]

type Exception = { key: string; level: string; percent: string }
/** @throws grading.noException, grading.exceptionTooHigh, grading.exceptionLow, grading.groupNotFound */
async function checkException(tx: Tx, ground: GradingGround, asked: Exception): Promise<void> {
  const quota = ground.rules.quotas.find(({ level }) => level === asked.level)
  if (!quota?.exception) throw GradingProblem.noException({ level: asked.level })
  const percent = readExact(asked.percent)!
  if (compareExact(percent, readExact(quota.exception.percent)!) > 0)
    throw GradingProblem.exceptionTooHigh({ percent: quota.exception.percent })
  if (compareExact(percent, readExact(quota.percent)!) <= 0)
    throw GradingProblem.exceptionLow({ percent: quota.percent })
  const { standing } = await loadMeters(tx, ground)
  const keys = standing.map(({ group, unitCode, unitName }) =>
    quotaKey(quota.groupBy, { group, unit: { code: unitCode, name: unitName } }),
  )
  if (!keys.includes(asked.key))
    throw GradingProblem.groupNotFound({ group: asked.key, period: ground.grading.period })
}

const excepting: Endpoint[] = [
  write(addException, {
    access: atGrading('grade.decide'),
    idempotency: 'required',
    async handle(c) {
      const { grading: id, ...exception } = c.input
      const ground = await takeGround(c.tx, id)
      mustBeOpen(ground)
      await checkException(c.tx, ground, exception)
      await insertException(c.tx, ground.grading.id, { ...exception, by: c.actor.name, at: c.now })
      await updateGrading(c.tx, ground.grading.id, {})
      const after = await getGradingRow(c.tx, id)
      await c.audit(entryOfGrading('grade.decide', after, { exception }))
      return answerGrading(c.tx, after, c)
    },
  }),
  write(withdrawException, {
    access: atGrading('grade.decide'),
    idempotency: 'required',
    async handle(c) {
      const { grading: id, id: exceptionId, reason } = c.input
      const ground = await takeGround(c.tx, id)
      const all = await listExceptions(c.tx, ground.grading.id)
      const gone = all.find((one) => one.id === Number(exceptionId))
      if (!gone) throw GradingProblem.exceptionNotFound()
      const { standing } = await loadMeters(c.tx, ground)
      const subjects = standing.map((row) => ({
        ...row,
        unit: { code: row.unitCode, name: row.unitName },
      }))
      const rest = all.filter(({ id: other }) => other !== gone.id)
      if (fillMeters(ground.rules.quotas, subjects, rest).some(({ ofDecided }) => ofDecided.isOver))
        throw GradingProblem.exceptionUsed()
      await closeException(c.tx, gone.id, c.now)
      await updateGrading(c.tx, ground.grading.id, {})
      const after = await getGradingRow(c.tx, id)
      await c.audit(entryOfGrading('grade.decide', after, { withdrawn: gone, reason }))
      return answerGrading(c.tx, after, c)
    },
  }),
]

/** Proposals, decisions, notices, exceptions. */
export const decidingEndpoints: Endpoint[] = [...judging, ...excepting]
