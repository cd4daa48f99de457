// What is told of rounds: how far they are, and what the caller may do.

import type { Db } from '#platform/db/db.ts'
import type { Permission } from '#platform/http/endpoint.ts'
import type { Round, RoundLine, RoundSubject } from '../api/rounds.ts'
import { openIn, type Progress, progressOf } from '../rules/round-progress.ts'
import { listSubjectIds, type SubjectRow } from '../store/round-subjects.ts'
import { countSubjects, type RoundRow } from '../store/rounds.ts'
import { countByCriterion, countByUnit, countUnreviewed } from '../store/said-reading.ts'
import { type Ground, groundOf } from './ground.ts'
import { type Asking, type Rights, rightsIn } from './rights.ts'
import { tellHead } from './sheet.ts'

const NOBODY = { subjects: 0, sent: 0, explained: 0 }

export async function tellLines(db: Db, rounds: readonly RoundRow[]): Promise<RoundLine[]> {
  const counts = await countSubjects(
    db,
    rounds.map(({ id }) => id),
  )
  const grounds = new Map<string, Promise<Ground>>()
  const lines: RoundLine[] = []
  for (const round of rounds) {
    const key = `${round.period} ${round.scheme}`
    const ground = await grounds.getOrInsertComputed(key, () => groundOf(db, round))
    lines.push({ ...tellHead({ ...ground, round }), ...(counts.get(round.id) ?? NOBODY) })
  }
  return lines
}

type Far = { counts: typeof NOBODY; areas: Progress[] }

async function farIs(db: Db, { round, ready }: Ground): Promise<Far> {
  const counts = (await countSubjects(db, [round.id])).get(round.id) ?? NOBODY
  const unreviewed = round.state === 'explain' ? await countUnreviewed(db, round) : new Map<string, number>()
  const said = { state: round.state, subjects: counts.subjects, counts: await countByCriterion(db, round) }
  return { counts, areas: progressOf(ready.scheme, { ...said, unreviewed }) }
}

/** What the next step forward would leave open. */
export async function openOf(db: Db, ground: Ground): Promise<number> {
  const { areas, counts } = await farIs(db, ground)
  return openIn(ground.round.state, areas, counts)
}

export async function tellRound(db: Db, round: RoundRow, asking: Asking): Promise<Round> {
  const ground = await groundOf(db, round)
  const { counts, areas } = await farIs(db, ground)
  const rights = rightsIn(db, ground, asking)
  const verifiable = await verifiableIn(ground, await listSubjectIds(db, round.id), rights)
  return {
    ...tellHead(ground),
    ...counts,
    areas: areas.map((area) => ({ ...area, mayVerify: verifiable.has(area.code) })),
    open: openIn(round.state, areas, counts),
    may: await actsOf(db, round, asking),
  }
}

/** Areas that the caller may verify for some subject. */
async function verifiableIn(
  { ready }: Ground,
  unitIds: readonly number[],
  rights: Rights,
): Promise<Set<string>> {
  const found = new Set<string>()
  for (const area of ready.scheme.areas)
    for (const unitId of unitIds)
      if (!found.has(area.code) && (await rights.mayVerify(unitId, area)) && (await rights.isApart(unitId)))
        found.add(area.code)
  return found
}

async function actsOf(
  db: Db,
  { state, keeperId }: RoundRow,
  { actor, today }: Asking,
): Promise<Round['may']> {
  const isOpen = state !== 'published'
  const asked: [Round['may'][number], Permission, boolean][] = [
    ['change', 'round.steer', isOpen],
    ['move', 'round.steer', isOpen],
    ['return', 'round.steer', state === 'self' || state === 'explain'],
    ['decide', 'score.decide', state === 'council'],
    ['publish', 'result.publish', state === 'council'],
  ]
  const may: Round['may'] = []
  for (const [act, permission, isNow] of asked)
    if (isNow && (await actor.may(db, permission, { unit: keeperId }, today))) may.push(act)
  return may
}

export async function tellSubjects(
  db: Db,
  { round, ready }: Ground,
  subjects: readonly SubjectRow[],
): Promise<RoundSubject[]> {
  const counts = await countByUnit(
    db,
    round,
    subjects.map(({ unitId }) => unitId),
  )
  return subjects.map((subject) => {
    const at = counts.get(subject.unitId) ?? {}
    return {
      code: subject.code,
      name: subject.name,
      sentAt: subject.sentAt?.toISOString() ?? null,
      sentBy: subject.sentBy,
      explainedAt: subject.explainedAt?.toISOString() ?? null,
      explainedBy: subject.explainedBy,
      self: at.self ?? 0,
      verified: at.verified ?? 0,
      reVerified: at['re-verified'] ?? 0,
      final: at.final ?? 0,
      cells: ready.criterionOf.size,
      explanations: at.explained ?? 0,
    }
  })
}
