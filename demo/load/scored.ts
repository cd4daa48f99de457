import { dayOf } from '#kernel/day.ts'
import {
  attachEvidence,
  markSubjects,
  moveRound,
  openRound,
  publishExternal,
  publishRound,
} from '#modules/assessments/index.ts'
import { entryOfResult } from '#modules/assessments/results/traces.ts'
import { writeAudit } from '#platform/audit/store.ts'
import type { Tx } from '#platform/db/db.ts'
import type { Actor } from '#platform/http/endpoint.ts'
import { readJson } from './read.ts'

type Evidence = {
  unit: string
  number: string
  issuer: string
  issuedOn: string
  page: string
  criteria: string[]
}
type GivenRound = {
  period: string
  name: string
  openedAt: string
  publishedAt: string
  selfDue: string
  verifyDue: string
  explainDue: string
  councilOn: string
  decision: string
  decidedOn: string
  evidence: Evidence[]
}
export type Rounds = {
  scheme: string
  keeper: string
  units: string[]
  rounds: GivenRound[]
  external: {
    scheme: string
    period: string
    name: string
    decision: string
    decidedOn: string
    enteredAt: string
  }
}

/** The districts' reform index of two years, step by step to its publication; and what the ministry published. */
export async function scoreDistricts(tx: Tx, office: Actor): Promise<Map<string, number>> {
  const { scheme, keeper, units, rounds, external } = readJson<Rounds>('rounds.json')
  const ids = new Map<string, number>()
  for (const { period, name, openedAt, publishedAt, decision, decidedOn, evidence, ...days } of rounds) {
    const opened = { by: office.name, at: new Date(openedAt) }
    const draft = { scheme, period, name, keeper, group: '', units, appealDays: 15, ...days }
    const { id, subjects } = await openRound(tx, draft, opened)
    const subject = `round:${id}`
    await writeAudit(tx, office, opened.at, {
      action: 'round.steer',
      subject,
      details: { period, name, subjects },
    })
    for (const { unit, ...piece } of evidence)
      await attachEvidence(tx, { roundId: id, unit }, { ...piece, file: null, link: '' }, opened)
    await markSubjects(tx, id, units, 'sent', opened)
    await markSubjects(tx, id, units, 'explained', opened)
    for (const to of ['verify', 'explain', 'council'] as const)
      await moveRound(tx, id, { to, reason: '', anyway: true, ifMatch: undefined, at: opened.at })
    const at = new Date(publishedAt)
    const publisher = { by: office.name, for: null, at, today: dayOf(at) }
    const { round, result } = await publishRound(tx, id, { decision, decidedOn, anyway: true }, publisher)
    await writeAudit(tx, office, at, entryOfResult(round, result))
    ids.set(period, id)
  }
  const at = new Date(external.enteredAt)
  const entered = await publishExternal(
    tx,
    { ...external, keeper },
    { by: office.name, for: null, at, today: dayOf(at) },
  )
  await writeAudit(tx, office, at, entryOfResult(entered.round, entered.result))
  return ids
}
