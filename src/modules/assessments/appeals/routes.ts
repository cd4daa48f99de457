import type * as z from 'zod'
import { type Endpoint, type WriteContext, write } from '#platform/http/endpoint.ts'
import * as api from '../api/appeals.ts'
import { getGradingRow, getSubjectRow } from '../grading/ground.ts'
import { letIn, rightsOver } from '../grading/rights.ts'
import { entryOfResult } from '../results/traces.ts'
import { atSubject, sayerOf } from '../scoring/asking.ts'
import { rightsIn } from '../scoring/rights.ts'
import { type AppealRow, findAppeal, setWithdrawn } from '../store/appeals.ts'
import { assignAppeal, etagOfAppeal, takeOpen } from './assign.ts'
import { decideAppeal, decideGradeAppeal } from './decide.ts'
import { fileAppeal, fileGradeAppeal } from './file.ts'
import { matterOf } from './matter.ts'
import { type RoleMay, standApart } from './owners.ts'
import { aboveSubject, atKeeper, letSpeak, tellTo, whoIs } from './places.ts'
import { AppealProblem } from './problems.ts'
import { questionOf } from './question.ts'
import { appealReadings } from './readings.ts'
import { entryOfAppeal } from './traces.ts'

async function answer(c: WriteContext<unknown>, row: AppealRow) {
  c.http.answer.etag = etagOfAppeal(row)
  return tellTo(c.tx, row, c)
}

type Deciding = WriteContext<z.infer<typeof api.decideAppeal.input>>
const sayer = (c: Deciding) => ({ ...sayerOf(c), today: c.today })

async function decideScore(c: Deciding, before: AppealRow): Promise<AppealRow> {
  const matter = await matterOf(c.tx, before)
  const rights = rightsIn(c.tx, matter.ground, c)
  const ruled = await decideAppeal(c.tx, { appeal: before, matter, rights }, c.input, sayer(c))
  await c.audit(entryOfAppeal('appeal.decide', before, ruled.appeal, ruled.said))
  if (ruled.result) await c.audit(entryOfResult(matter.ground.round, ruled.result))
  return ruled.appeal
}

async function decideGrade(c: Deciding, before: AppealRow): Promise<AppealRow> {
  const { outcome, reason, number, decidedOn, grade } = c.input
  const ruling = { outcome, reason, number, decidedOn, grade }
  const { appeal, change } = await decideGradeAppeal(c.tx, before, ruling, sayer(c))
  const entry = entryOfAppeal('appeal.decide', before, appeal)
  await c.audit({ ...entry, details: { ...entry.details, change } })
  return appeal
}

/** The subject itself, or who files for the organisation. */
const letFile = (c: WriteContext<{ grading: string; subject: string }>) =>
  letIn(
    c.tx,
    c,
    async () => ({
      subject: await getSubjectRow(c.tx, c.input),
      grading: await getGradingRow(c.tx, c.input.grading),
    }),
    async (found) => {
      const rights = await rightsOver(c.tx, found, c)
      return rights.isOwn || (found.grading.subjects === 'units' && (await rights.may('appeal.file')))
    },
  )

const writings = (roleMay: RoleMay): Endpoint[] => [
  write(api.fileAppeal, {
    access: atSubject('appeal.file'),
    idempotency: 'required',
    async handle(c) {
      const row = await fileAppeal(c.tx, c.input, { ...sayerOf(c), today: c.today })
      await c.audit(entryOfAppeal('appeal.file', null, row))
      return answer(c, row)
    },
  }),
  write(api.fileGradeAppeal, {
    access: 'signed-in',
    idempotency: 'required',
    async handle(c) {
      const { subject } = await letFile(c)
      const filing = { subjectId: subject.id, claim: c.input.claim }
      const row = await fileGradeAppeal(c.tx, filing, { ...sayerOf(c), today: c.today })
      await c.audit(entryOfAppeal('appeal.file', null, row))
      return answer(c, row)
    },
  }),
  write(api.assignAppeal, {
    access: atKeeper('appeal.assign'),
    idempotency: 'required',
    async handle(c) {
      const asked = { ...c.input, ifMatch: c.http.header('if-match') }
      const assigner = { by: c.actor.name, at: c.now, today: c.today, roleMay }
      const { before, after } = await assignAppeal(c.tx, asked, assigner)
      await c.audit(entryOfAppeal('appeal.assign', before, after))
      return answer(c, after)
    },
  }),
  write(api.decideAppeal, {
    access: aboveSubject,
    idempotency: 'required',
    async handle(c) {
      const before = await takeOpen(c.tx, c.input.appeal, c.http.header('if-match'))
      if (before.state !== 'assigned') throw AppealProblem.notAssigned()
      if (before.ownerId !== c.actor.id) throw AppealProblem.notOwner()
      const question = await questionOf(c.tx, before)
      if (!(await standApart(c.tx, question, await whoIs(c.tx, c.actor), c.today)))
        throw AppealProblem.notApart()
      return answer(c, await (before.kind === 'grade' ? decideGrade(c, before) : decideScore(c, before)))
    },
  }),
  write(api.withdrawAppeal, {
    access: 'signed-in',
    idempotency: 'required',
    async handle(c) {
      await letSpeak(c.tx, c.input.appeal, c)
      const before = await takeOpen(c.tx, c.input.appeal, c.http.header('if-match'))
      await setWithdrawn(c.tx, before.id, c.now)
      const after = (await findAppeal(c.tx, before.id))!
      await c.audit(entryOfAppeal('appeal.file', before, after))
      return answer(c, after)
    },
  }),
]

/** Appeals: filed, given to an owner, decided. */
export const appealEndpoints = (roleMay: RoleMay): Endpoint[] => [
  ...appealReadings(roleMay),
  ...writings(roleMay),
]
