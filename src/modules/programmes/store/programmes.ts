import { sql } from 'kysely'
import { listUnitNames, type RecordLookup, type RecordOnUnit } from '#modules/organisation/index.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Basis, FigureDefinition, Programme } from '../schema.ts'

/** Programmes that run on any day of these, breakthrough contents first, then in their own order. */
export async function listProgrammes(
  db: Db,
  days: { startsOn: string; endsOn: string },
): Promise<Programme[]> {
  const rows = await db
    .selectFrom('programmes')
    .selectAll()
    .where('starts_on', '<=', days.endsOn)
    .where('ends_on', '>=', days.startsOn)
    .orderBy('breakthrough', 'desc')
    .orderBy('position')
    .execute()
  const names = await listUnitNames(db, [...new Set(rows.map((r) => r.unit_id))], days.endsOn)
  const unitOf = new Map(names.map((n) => [n.id, n]))
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    nameEn: row.name_en,
    summary: row.summary,
    summaryEn: row.summary_en,
    unit: unitOf.get(row.unit_id)!,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    breakthrough: row.breakthrough,
    position: row.position,
  }))
}

export type ProgrammeDraft = Omit<Programme, 'id' | 'unit'> & { unitId: number }

/** Makes programmes, or changes those of the same slug. */
export async function writeProgrammes(tx: Tx, drafts: readonly ProgrammeDraft[]): Promise<void> {
  for (const d of drafts) {
    const row = {
      name: d.name,
      name_en: d.nameEn,
      summary: d.summary,
      summary_en: d.summaryEn,
      unit_id: d.unitId,
      starts_on: d.startsOn,
      ends_on: d.endsOn,
      breakthrough: d.breakthrough,
      position: d.position,
    }
    await tx
      .insertInto('programmes')
      .values({ slug: d.slug, ...row })
      .onConflict((c) => c.column('slug').doUpdateSet(row))
      .execute()
  }
}

/** For the source `programmes.breakthroughs`: who chose breakthrough contents, and for which days. */
export const listBreakthroughs = (db: Db) =>
  db
    .selectFrom('programmes')
    .select(['unit_id', 'starts_on', 'ends_on'])
    .where('breakthrough', '=', true)
    .execute()

/** First and last day on which any programme ran; undefined when there is none. */
export async function findProgrammeSpan(db: Db): Promise<{ from: string; to: string } | undefined> {
  const row = await db
    .selectFrom('programmes')
    .select((eb) => [eb.fn.min('starts_on').as('from'), eb.fn.max('ends_on').as('to')])
    .executeTakeFirstOrThrow()
  return row.from && row.to ? { from: row.from, to: row.to } : undefined
}

/** All figures in their order. */
export async function listFigureDefinitions(db: Db): Promise<FigureDefinition[]> {
  const rows = await db
    .selectFrom('figures as f')
    .innerJoin('indicator_codes as i', 'i.id', 'f.indicator_id')
    .leftJoin('programmes as p', 'p.id', 'f.programme_id')
    .select([
      'f.key',
      'p.slug',
      'i.code',
      'f.label',
      'f.label_en',
      'f.phrase',
      'f.phrase_en',
      'f.basis',
      'f.step',
    ])
    .orderBy('f.position')
    .execute()
  return rows.map((row) => ({
    key: row.key,
    programmeSlug: row.slug,
    indicator: row.code!,
    label: row.label,
    labelEn: row.label_en,
    phrase: row.phrase,
    phraseEn: row.phrase_en,
    basis: row.basis as Basis,
    step: row.step,
  }))
}

/** Makes figures, or changes those of the same key; their order is the order given. */
export async function writeFigures(
  tx: Tx,
  figures: readonly (FigureDefinition & { indicatorId: number })[],
): Promise<void> {
  const programmes = await tx.selectFrom('programmes').select(['id', 'slug']).execute()
  for (const [position, f] of figures.entries()) {
    const row = {
      programme_id: programmes.find((p) => p.slug === f.programmeSlug)?.id ?? null,
      indicator_id: f.indicatorId,
      label: f.label,
      label_en: f.labelEn,
      phrase: f.phrase,
      phrase_en: f.phraseEn,
      basis: f.basis,
      step: f.step,
      position,
    }
    await tx
      .insertInto('figures')
      .values({ key: f.key, ...row })
      .onConflict((c) => c.column('key').doUpdateSet(row))
      .execute()
  }
}

/** What organisation asks before it ends a unit: its programmes that begin on that day or later. */
export const programmeRecords: RecordLookup = async (tx, endings) => {
  const { rows } = await sql<RecordOnUnit>`
    with endings as (
      select * from jsonb_to_recordset(${JSON.stringify(endings)}::jsonb) as e ("unitId" int, "from" date))
    select p.unit_id as "unitId", 'programme' as kind, p.slug as label
      from endings e join programmes p on p.unit_id = e."unitId"
     where p.starts_on >= e."from"
     order by p.unit_id, p.slug`.execute(tx)
  return rows
}
