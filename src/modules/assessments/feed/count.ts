// What the program's own records give for criteria that name a source: counted of each unit, with the records behind it.

import { createHash } from 'node:crypto'
import type { Day } from '#kernel/day.ts'
import type { Period } from '#kernel/period.ts'
import { listOutstanding, rollup } from '#modules/indicators/index.ts'
import { getFigures } from '#modules/programmes/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Counted } from '../api/score-shapes.ts'
import type { Tally } from '../rules/feed.ts'
import type { Source } from '../schema.ts'
import { type Looked, lookAtDirectives, lookAtDuties } from '../store/feed-counts.ts'
import type { SubjectRow } from '../store/round-subjects.ts'

type Ref = Counted['refs'][number]
export type Found = { tally: Tally; refs: Ref[] }
type Asked = { subjects: readonly SubjectRow[]; period: Period; today: Day }

/** By unit; a unit of which nothing is recorded is not there, so that it stays not assessed. */
export async function countOf(db: Db, source: Source, asked: Asked): Promise<Map<number, Found>> {
  const ids = asked.subjects.map(({ unitId }) => unitId)
  switch (source.type) {
    case 'duties':
    case 'duties-on-time':
      return tallied(await lookAtDuties(db, ids, asked.period, { onTime: source.type === 'duties-on-time' }))
    case 'directives':
      return tallied(await lookAtDirectives(db, ids, asked.period))
    case 'reports':
      return eachUnit(asked, (subject) => reportsOf(db, subject, asked))
    case 'targets':
      return eachUnit(asked, (subject) => targetsOf(db, subject, asked))
    case 'indicator':
      return valuesOf(db, source, asked)
  }
}

function tallied(looked: readonly Looked[]): Map<number, Found> {
  const byUnit = Map.groupBy(looked, ({ unitId }) => unitId)
  return new Map([...byUnit].map(([unitId, rows]) => [unitId, foundOf(rows)]))
}

function foundOf(rows: readonly (Ref & { counts: boolean })[]): Found {
  return {
    tally: { counted: String(rows.filter(({ counts }) => counts).length), of: String(rows.length) },
    refs: rows.map(({ kind, id, label }) => ({ kind, id, label })),
  }
}

async function eachUnit(
  { subjects }: Asked,
  look: (subject: SubjectRow) => Promise<(Ref & { counts: boolean })[]>,
): Promise<Map<number, Found>> {
  const found = new Map<number, Found>()
  for (const subject of subjects) {
    const rows = await look(subject)
    if (rows.length > 0) found.set(subject.unitId, foundOf(rows))
  }
  return found
}

/** Reports of forms and periods that were asked; one counts when it is sent. */
async function reportsOf(db: Db, { unitId }: SubjectRow, { period, today }: Asked) {
  const since = new Date(`${period.startsOn}T00:00:00Z`)
  const opened = await listOutstanding(db, { since, span: period }, { within: (id) => id === unitId, today })
  return opened.map(({ form, period: code, units }) => ({
    kind: 'report',
    id: `${form.code}/${code}`,
    label: `${form.name} · ${code}`,
    counts: units.length === 0,
  }))
}

/** Targets of the period; one counts when it is reached. Without a value it does not. */
async function targetsOf(db: Db, { code }: SubjectRow, { period, today }: Asked) {
  const query = { period: period.code, unit: code, borders: 'then' as const, today, lang: 'vi' as const }
  const { figures } = await getFigures(db, query)
  return figures
    .filter(({ target }) => target !== null)
    .map(({ indicator, label, met }) => ({ kind: 'target', id: indicator, label, counts: met === true }))
}

/** The approved value of an indicator, over that of another where the scheme names one. */
async function valuesOf(
  db: Db,
  { indicator, over }: { indicator: string; over?: string | undefined },
  { subjects, period, today }: Asked,
): Promise<Map<number, Found>> {
  const rows = await rollup(db, {
    indicators: [indicator, ...(over === undefined ? [] : [over])],
    periods: [period.code],
    units: subjects.map(({ code }) => code),
    level: 'self',
    borders: 'then',
    state: 'approved',
    today,
  })
  const found = new Map<number, Found>()
  for (const { unitId, code } of subjects) {
    const readingOf = (asked: string) =>
      rows.find((row) => row.unitCode === code && row.indicator === asked)?.value ?? null
    const counted = readingOf(indicator)
    const of = over === undefined ? null : readingOf(over)
    if (counted === null || (over !== undefined && of === null)) continue
    const refs = [indicator, ...(over === undefined ? [] : [over])].map((id) => ({
      kind: 'indicator',
      id,
      label: `${id} · ${period.code}`,
    }))
    found.set(unitId, { tally: { counted, of }, refs })
  }
  return found
}

/** As it is kept beside the score: how much of how much, of which records, and their hash. */
export function countedOf(type: string, { tally, refs }: Found, asOn: Day): Counted {
  const told = { type, ...tally, refs }
  return { ...told, asOn, sha256: createHash('sha256').update(JSON.stringify(told)).digest('hex') }
}
