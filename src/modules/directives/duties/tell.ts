// One occurrence with all that stands behind it, and what somebody may do with it.

import { dayOf } from '#kernel/day.ts'
import { findUnit, listUnitNames } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Actor } from '#platform/http/endpoint.ts'
import type * as api from '../api/duties.ts'
import { DUTY_ACTS, type DutyAct, mayFollow } from '../rules/duty-state.ts'
import { STEPS } from '../schema.ts'
import { findById } from '../store/directives.ts'
import { findDuty } from '../store/duties.ts'
import {
  type AnswerRow,
  findStatement,
  listAnswers,
  listExtensions,
  listPassed,
  listStepRecords,
  listTurns,
  type StatementRow,
} from '../store/occurrence-story.ts'
import type { OccurrenceRow } from '../store/occurrences.ts'
import { namesOf, PLACES } from './acting.ts'
import { tellLine, unitName } from './read.ts'

type Asking = { actor: Actor; today: string }

export async function tellOccurrence(db: Db, row: OccurrenceRow, asking: Asking): Promise<api.Occurrence> {
  const duty = (await findDuty(db, row.dutyId))!
  const [decider] = await listUnitNames(db, [duty.deciderId], duty.issuedOn)
  const answers = await listAnswers(db, row.id)
  const statement = await findStatement(db, row.id)
  const decision = row.passedById === null ? undefined : await findById(db, row.passedById)
  const named = async (way: 'to' | 'from') =>
    (await listPassed(db, row.id, way)).map((o) => ({ id: String(o.id), unit: unitName(o), state: o.state }))
  return {
    ...tellLine(row, asking.today),
    duty: {
      id: String(duty.id),
      ...{ task: duty.task, product: duty.product, indicator: duty.indicator, programme: duty.programme },
      ...{ repeats: duty.repeats, issuedOn: duty.issuedOn },
      issued: who(duty.createdBy, duty.createdFor, duty.createdAt),
      decider: { id: String(duty.deciderId), code: decider!.code, name: decider!.name },
    },
    records: await tellRecords(db, row, answers, statement),
    statement: statement
      ? { ...statement.days, source: statement.source, ...who(statement.by, statement.for, statement.at) }
      : null,
    answers: answers.map(tellAnswer),
    extensions: (await listExtensions(db, row.id)).map((e) => ({ ...e, at: e.at.toISOString() })),
    others: (await listTurns(db, row)).map((turn) => ({ ...turn, id: String(turn.id) })),
    passedTo: await named('to'),
    passedFrom: await named('from'),
    passedBy: decision
      ? {
          ...{ id: String(decision.id), number: decision.number },
          ...{ excerpt: decision.excerpt, issuedOn: decision.issuedOn },
        }
      : null,
    withdrawn: row.withdrawnAt
      ? { by: row.withdrawnBy ?? '', at: row.withdrawnAt.toISOString(), because: row.withdrawnBecause ?? '' }
      : null,
    may: await listActs(db, row, answers[0], asking),
  }
}

const who = (by: string, of: string | null, at: Date) => ({ by, for: of, at: at.toISOString() })

function tellAnswer({ ref: { label = '', ...ref }, ...a }: AnswerRow): api.Answer {
  const decided =
    a.decision && a.decidedAt
      ? { ...who(a.decidedBy ?? '', a.decidedFor, a.decidedAt), decision: a.decision, reason: a.reason }
      : null
  const { version, kind, files, note } = a
  return { version, kind, ref, label, files, note, sent: who(a.sentBy, a.sentFor, a.sentAt), decided }
}

/** The earliest first, within the order of the steps. */
async function tellRecords(
  db: Db,
  row: OccurrenceRow,
  answers: readonly AnswerRow[],
  statement: StatementRow | undefined,
): Promise<api.StepRecord[]> {
  const records: api.StepRecord[] = []
  for (const step of STEPS) {
    const on = statement?.days[step]
    if (on) records.push({ step, kind: 'statement', on, id: null, label: statement.source || statement.by })
  }
  if (row.acknowledgedOn !== null)
    records.push({
      ...{ step: 'received', kind: 'acknowledgement', on: row.acknowledgedOn, id: null },
      label: row.acknowledgedBy ?? '',
    })
  for (const { step, on, id, label } of await listStepRecords(db, row))
    records.push({ step, kind: step === 'studied' ? 'session' : 'plan', on, id: String(id), label })
  for (const { version, sentAt, sentBy, decision } of answers) {
    const sent = { kind: 'answer', on: dayOf(sentAt), id: String(version), label: sentBy } as const
    records.push({ step: 'reported', ...sent })
    if (decision === 'accepted') records.push({ step: 'done', ...sent })
  }
  const rank = ({ step, on }: api.StepRecord) => `${STEPS.indexOf(step)} ${on}`
  return records.sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
}

/** What the state allows and the reader may. */
async function listActs(
  db: Db,
  row: OccurrenceRow,
  latest: AnswerRow | undefined,
  { actor, today }: Asking,
): Promise<DutyAct[]> {
  const acts: DutyAct[] = []
  for (const act of DUTY_ACTS) {
    if (!mayFollow(row.state, act) || !(await fits(db, row, act, today))) continue
    if ((act === 'accept' || act === 'return') && isOwn(latest, actor)) continue
    const { permission, at } = PLACES[act]
    if (await actor.may(db, permission, { unit: at === 'unit' ? row.unitId : row.deciderId }, today))
      acts.push(act)
  }
  return acts
}

async function fits(db: Db, row: OccurrenceRow, act: DutyAct, today: string): Promise<boolean> {
  if (act === 'receive') return row.acknowledgedOn === null
  if (act === 'extend') return row.dueOn !== null
  if (act === 'pass') return (await findUnit(db, row.unitId))!.endsOn < today
  return true
}

const isOwn = (answer: AnswerRow | undefined, actor: Actor): boolean => {
  const names = namesOf({ by: actor.name, onBehalfOf: actor.onBehalfOf })
  return (
    answer !== undefined &&
    [answer.sentBy, answer.sentFor].some((name) => name !== null && names.includes(name))
  )
}
