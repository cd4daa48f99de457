// Everything that is recorded of one person's work, put together; and its erasing.

import { type Day, dayOrNull, maxDay, OPEN_END } from '#kernel/day.ts'
import { parsePeriod } from '#kernel/period.ts'
import { deletePerson, findPersonById, listPostsOf, PersonProblem } from '#modules/organisation/index.ts'
import { searchAudit } from '#platform/audit/search.ts'
import { findPeopleByIds } from '#platform/auth/store/people.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { PersonRecord, RecordedGrade } from '../api/people-record.ts'
import { anonymiseSubjects } from '../store/grade-facts.ts'
import { listSubjectsOf, type StandingRow } from '../store/grading-subjects.ts'
import { getGradingRow, groundOfGrading } from './ground.ts'
import { loadDossiers, tellSide } from './known.ts'
import { RecordProblem } from './problems.ts'
import { sideOf, tellCommitment, tellFact } from './tell-sheet.ts'

/** Readings that are told. */
const READINGS = 200

/**
 * The record of a person. What was decided and not told yet is left out where `isOwn`.
 * @throws person.notFound
 */
export async function personRecord(
  db: Db,
  id: number,
  { isOwn, mayErase }: { isOwn: boolean; mayErase: boolean },
): Promise<PersonRecord> {
  const person = await findPersonById(db, id)
  if (!person) throw PersonProblem.notFound()
  const posts = await listPostsOf(db, [id])
  const grades: RecordedGrade[] = []
  for (const row of await listSubjectsOf(db, id)) grades.push(await recordedGrade(db, row, isOwn))
  const accounts = await findPeopleByIds(db, person.accountId === null ? [] : [person.accountId])
  const readings = await searchAudit(
    db,
    { action: 'person.read', subject: `person:${id}` },
    { limit: READINGS },
  )
  return {
    person: {
      id: String(id),
      code: person.code,
      name: person.name,
      account: accounts.get(person.accountId ?? 0)?.username ?? null,
    },
    posts: posts.map(({ unitCode, unitName, title, group, isHead, from, to }) => ({
      unit: { code: unitCode, name: unitName },
      title,
      group,
      isHead,
      from: dayOrNull(from),
      to: dayOrNull(to),
    })),
    grades,
    readings: readings
      .filter(({ subject }) => subject === `person:${id}`)
      .map(({ at, actor, details }) => ({ at, by: actor, what: wordOf(details) })),
    keptUntil: await keptUntil(db, id),
    mayErase,
  }
}

const wordOf = (details: string): string => {
  const { what } = JSON.parse(details) as { what?: unknown }
  return typeof what === 'string' ? what : ''
}

async function recordedGrade(db: Db, row: StandingRow, isOwn: boolean): Promise<RecordedGrade> {
  const ground = await groundOfGrading(db, await getGradingRow(db, String(row.gradingId)))
  const { grading, kept, rules } = ground
  const dossier = (await loadDossiers(db, ground, [row])).get(row.id)!
  const isHidden = isOwn && row.noticedOn === null
  return {
    grading: {
      id: String(grading.id),
      name: grading.name,
      period: grading.period,
      keeper: { code: grading.keeperCode, name: grading.keeperName },
    },
    subject: String(row.id),
    rules: { code: rules.code, version: kept.version, name: rules.name, basis: rules.basis },
    unit: { code: row.unitCode, name: row.unitName },
    title: row.title,
    group: row.group,
    isHead: row.isHead,
    decided: isHidden ? null : row.decided,
    noticedOn: row.noticedOn,
    self: sideOf(tellSide(ground, row.isHead, dossier.scores, 'self')),
    proposal: sideOf(tellSide(ground, row.isHead, dossier.scores, 'proposal')),
    commitments: dossier.commitments.map(tellCommitment),
    facts: dossier.facts.filter(({ step }) => !isHidden || step !== 'decision').map(tellFact),
  }
}

const yearsLater = (day: Day, years: number): Day =>
  `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`

/**
 * The last day on which a record is kept: the end of the last post, and of each grading's period the years that its rules
 * ask, whichever is latest. Null: a post has no end.
 */
export async function keptUntil(db: Db, personId: number): Promise<Day | null> {
  const posts = await listPostsOf(db, [personId])
  if (posts.some(({ to }) => to === OPEN_END)) return null
  const days: Day[] = posts.map(({ to }) => to)
  for (const { gradingId } of await listSubjectsOf(db, personId)) {
    const { grading, rules } = await groundOfGrading(db, await getGradingRow(db, String(gradingId)))
    days.push(yearsLater(parsePeriod(grading.period)!.endsOn, rules.retentionYears))
  }
  return days.length === 0 ? '1970-01-01' : days.reduce(maxDay)
}

/**
 * Erases a person whose retention has ended; grades stay without a name.
 *
 * @returns in how many gradings they were
 * @throws person.notFound, record.inPost, record.retained
 */
export async function eraseRecord(
  tx: Tx,
  id: number,
  { today, at }: { today: Day; at: Date },
): Promise<{ grades: number; keptUntil: Day }> {
  if (!(await findPersonById(tx, id))) throw PersonProblem.notFound()
  const until = await keptUntil(tx, id)
  if (until === null) throw RecordProblem.inPost()
  if (until >= today) throw RecordProblem.retained({ until })
  const grades = await anonymiseSubjects(tx, id, at)
  await deletePerson(tx, id)
  return { grades, keptUntil: until }
}
