// Gradings as people read them: lines, heads with meters, lists of subjects, years.

import { listUnitNames } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Permission } from '#platform/http/endpoint.ts'
import type { GradeRulesLine } from '../api/grade-rules.ts'
import type { YearsRow } from '../api/grade-years.ts'
import type * as api from '../api/gradings.ts'
import { countGrades } from '../rules/grade-quota.ts'
import { warnOf, warnOfAll } from '../rules/grade-warnings.ts'
import { yearsInRow } from '../rules/grade-years.ts'
import { type KeptRules, rulesById } from '../store/grade-rules.ts'
import {
  type DecidedRow,
  listStanding,
  type StandingRow,
  type SubjectQuery,
} from '../store/grading-subjects.ts'
import { countSteps, type GradingRow } from '../store/gradings.ts'
import { type GradingGround, groundOfGrading } from './ground.ts'
import { knownOf, loadDossiers } from './known.ts'
import { loadMeters, tellException, tellMeter } from './meters.ts'
import type { Asking } from './rights.ts'

export const tellRules = ({ version, rules }: KeptRules): GradeRulesLine => ({
  code: rules.code,
  version,
  name: rules.name,
  subjects: rules.subjects,
  whom: rules.whom,
  validFrom: rules.validFrom,
  validTo: rules.validTo,
  basis: rules.basis,
})

const NOBODY = { subjects: 0, self: 0, commented: 0, proposed: 0, decided: 0, noticed: 0 }

export async function tellLines(db: Db, rows: readonly GradingRow[]): Promise<api.GradingLine[]> {
  const counts = await countSteps(
    db,
    rows.map(({ id }) => id),
  )
  const rules = await rulesById(
    db,
    rows.map(({ rulesId }) => rulesId),
  )
  return rows.map((row) => {
    const kept = rules.get(row.rulesId)!
    return {
      id: String(row.id),
      name: row.name,
      rules: { code: kept.rules.code, version: kept.version, name: kept.rules.name },
      period: row.period,
      keeper: { code: row.keeperCode, name: row.keeperName },
      subjects: row.subjects,
      state: row.state,
      selfDue: row.selfDue,
      commentDue: row.commentDue,
      proposeDue: row.proposeDue,
      decideOn: row.decideOn,
      appealDays: row.appealDays,
      openedBy: row.openedBy,
      openedAt: row.openedAt.toISOString(),
      counts: counts.get(row.id) ?? NOBODY,
    }
  })
}

/** What may be done with the whole; what of one subject stands in its sheet. */
async function actsIn(db: Db, grading: GradingRow, { actor, today }: Asking): Promise<api.GradingAct[]> {
  const isOpen = grading.state === 'open'
  const asked: [api.GradingAct, Permission, boolean][] = [
    ['change', 'grading.steer', isOpen],
    ['propose', 'grade.propose', isOpen],
    ['decide', 'grade.decide', isOpen],
    ['notice', 'grade.decide', true],
    ['exception', 'grade.decide', isOpen],
    ['close', 'grading.steer', isOpen],
    ['reopen', 'grading.steer', !isOpen],
  ]
  const may: api.GradingAct[] = []
  for (const [act, permission, isNow] of asked)
    if (isNow && (await actor.may(db, permission, { unit: grading.keeperId }, today))) may.push(act)
  return may
}

/** @param isPart asked by who reads one unit of it only: nothing is told that speaks of others. */
export async function tellGrading(
  db: Db,
  grading: GradingRow,
  asking: Asking,
  { isPart }: { isPart: boolean } = { isPart: false },
): Promise<api.Grading> {
  const ground = await groundOfGrading(db, grading)
  const [line] = await tellLines(db, [grading])
  const head = { ...line!, ruleset: ground.rules, may: await actsIn(db, grading, asking) }
  const none = countGrades([])
  if (isPart)
    return {
      ...head,
      counts: NOBODY,
      meters: [],
      exceptions: [],
      proposed: none,
      decided: none,
      warnings: [],
    }
  const { standing, exceptions, filled } = await loadMeters(db, ground)
  const grades = standing.map(({ proposed, decided }) => decided ?? proposed)
  const over = filled.filter(({ ofProposed }) => ofProposed.isOver)
  return {
    ...head,
    meters: filled.map(tellMeter),
    exceptions: exceptions.map(tellException),
    proposed: countGrades(grades),
    decided: countGrades(standing.map(({ decided }) => decided)),
    warnings: [
      ...over.map(({ key, quota, ofProposed }) => ({
        code: 'overQuota' as const,
        details: {
          group: key,
          level: quota.level,
          used: String(ofProposed.used),
          allowed: String(ofProposed.allowed),
        },
      })),
      ...warnOfAll(grades),
    ],
  }
}

const tellSubject = (
  ground: GradingGround,
  row: StandingRow,
  known: ReturnType<typeof knownOf>,
): api.GradeSubject => ({
  id: String(row.id),
  code: row.code,
  name: row.name,
  person: row.personId === null ? null : String(row.personId),
  title: row.title,
  unit: { code: row.unitCode, name: row.unitName },
  group: row.group,
  isHead: row.isHead,
  isErased: row.isErased,
  points: known.points,
  suggested: known.suggested,
  self: row.self,
  comments: row.comments,
  proposed: row.proposed,
  proposedReason: row.proposedReason,
  decided: row.decided,
  decidedOn: row.decidedOn,
  noticedOn: row.noticedOn,
  warnings: row.isErased ? [] : warnOf(ground.rules, row.decided ?? row.proposed, known),
})

const IS_WAITING: Record<string, (row: StandingRow) => boolean> = {
  self: ({ self, decided }) => !self && !decided,
  comment: ({ comments, decided }) => comments === 0 && !decided,
  proposal: ({ proposed, decided }) => !proposed && !decided,
  decision: ({ proposed, decided }) => proposed !== null && !decided,
  notice: ({ decided, noticedOn }) => decided !== null && !noticedOn,
}

export async function tellSubjects(
  db: Db,
  ground: GradingGround,
  query: Omit<SubjectQuery, 'gradingId'>,
  page: { waiting: string | undefined; after: number | undefined; limit: number },
): Promise<{ subjects: api.GradeSubject[]; nextCursor: string | null; rows: StandingRow[] }> {
  const { waiting, after, limit } = page
  const all = await listStanding(
    db,
    { gradingId: ground.grading.id, ...query },
    { after, limit: waiting === undefined ? limit + 1 : undefined },
  )
  const found = waiting === undefined ? all : all.filter((row) => IS_WAITING[waiting]!(row))
  const rows = found.slice(0, limit)
  const dossiers = await loadDossiers(db, ground, rows)
  return {
    subjects: rows.map((row) => tellSubject(ground, row, knownOf(ground, row, dossiers.get(row.id)!))),
    nextCursor: found.length > limit ? String(rows.at(-1)!.id) : null,
    rows,
  }
}

/** A row of the years for each subject, with what was decided of it. */
export const tellYears = (
  subject: Pick<YearsRow, 'kind' | 'code' | 'name' | 'person' | 'unit'>,
  decided: readonly DecidedRow[],
): YearsRow => ({
  ...subject,
  grades: decided.map((row) => ({
    period: row.period,
    grade: row.grade,
    rules: { code: row.rulesCode, name: row.rulesName },
    grading: String(row.gradingId),
    unit: { code: row.unitCode, name: row.unitName },
    title: row.title,
  })),
  inRow: yearsInRow(decided),
})

export const namesOf = async (db: Db, ids: readonly number[], on: string) =>
  new Map((await listUnitNames(db, ids, on)).map(({ id, code, name }) => [id, { code, name }]))
