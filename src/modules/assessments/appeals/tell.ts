// What is told of appeals.

import { type Day, dayOf } from '#kernel/day.ts'
import { findPeople } from '#platform/auth/contact.ts'
import type { Db } from '#platform/db/db.ts'
import type { Actor } from '#platform/http/endpoint.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Appeal, AppealEffect, AppealLine } from '../api/appeals.ts'
import { clockOf } from '../rules/appeal.ts'
import type { AppealRow } from '../store/appeals.ts'
import { listChangedUnits, listResultsOf, loadParts, type UnitPart } from '../store/results.ts'
import { type Question, questionOf } from './question.ts'

export type Reader = { actor: Actor; today: Day }

/** In the order given; those about people who were erased are left out. */
export async function tellLines(db: Db, rows: readonly AppealRow[], reader: Reader): Promise<AppealLine[]> {
  const personOf = await findPeople(
    db,
    rows.map(({ owner }) => owner),
  )
  const lines: AppealLine[] = []
  for (const row of rows) {
    const question = await questionOf(db, row).catch((error: unknown) => {
      if (error instanceof Problem && row.kind === 'grade') return null
      throw error
    })
    if (question) lines.push(tellLine(row, question, personOf(row.owner), reader))
  }
  return lines
}

function tellLine(
  row: AppealRow,
  { about, keeper, unit, criterion }: Question,
  owner: string | null,
  { actor, today }: Reader,
): AppealLine {
  const endedOn = row.decidedAt && (row.decidedOn ?? dayOf(row.decidedAt))
  return {
    id: String(row.id),
    kind: row.kind,
    about: { ...about, keeper: { code: keeper.code, name: keeper.name } },
    unit,
    criterion,
    state: row.state,
    filedOn: dayOf(row.filedAt),
    clock: clockOf(row.dueOn, today, endedOn),
    owner,
    isMine: row.ownerId !== null && row.ownerId === actor.id,
  }
}

export async function tellAppeal(
  db: Db,
  row: AppealRow,
  question: Question,
  reader: Reader,
  may: Appeal['may'],
): Promise<Appeal> {
  const names = [row.owner, row.filedBy, row.filedFor, row.assignedBy, row.decidedBy, row.decidedFor]
  const personOf = await findPeople(db, names)
  const results = row.roundId === null ? [] : await listResultsOf(db, [row.roundId])
  const { grade } = question
  return {
    ...tellLine(row, question, personOf(row.owner), reader),
    claim: row.claim,
    filedBy: personOf(row.filedBy)!,
    filedFor: personOf(row.filedFor),
    version: results.find(({ id }) => id === row.resultId)?.ordinal ?? null,
    grade: grade && {
      subject: String(grade.subjectId),
      name: grade.name,
      isPerson: grade.personId !== null,
      now: grade.grade,
    },
    assignedBy: personOf(row.assignedBy),
    assignedOn: row.assignedAt && dayOf(row.assignedAt),
    decision:
      row.decidedOn === null
        ? null
        : {
            number: row.number,
            decidedOn: row.decidedOn,
            by: personOf(row.decidedBy)!,
            for: personOf(row.decidedFor),
            reason: row.reason,
          },
    effect: row.newResultId === null ? null : await effectOf(db, row, results),
    may,
  }
}

type Results = Awaited<ReturnType<typeof listResultsOf>>
const standingOf = ({ points, indexPercent, rank }: UnitPart) => ({ points, indexPercent, rank })

/** The new result against the one that it replaced. */
async function effectOf(db: Db, { newResultId, unitId }: AppealRow, results: Results): Promise<AppealEffect> {
  const after = results.find(({ id }) => id === newResultId)!
  const before = results[after.ordinal - 2]!
  const ids = await listChangedUnits(db, before.id, after.id)
  const [was, is] = [
    await loadParts(db, before.id, [...ids, unitId]),
    await loadParts(db, after.id, [...ids, unitId]),
  ]
  const moved = ids.filter((id) => id !== unitId && was.get(id)?.rank !== is.get(id)?.rank)
  return {
    version: after.ordinal,
    before: standingOf(was.get(unitId)!),
    after: standingOf(is.get(unitId)!),
    others: moved.length,
  }
}
