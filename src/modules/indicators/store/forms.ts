import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { PeriodKind } from '#kernel/period.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { StoredRule } from '../rules/cutoff.ts'
import type { Indicator } from '../schema.ts'
import { rulesOf } from './cutoff.ts'

export type AskedIndicator = Pick<
  Indicator,
  'id' | 'code' | 'name' | 'nameEn' | 'unitOfMeasure' | 'acrossUnits' | 'minimum' | 'breakdown'
>

/** A form as a report needs it: its indicators in the order in which they are asked. */
export type Form = {
  id: number
  code: string
  name: string
  nameEn: string | null
  frequency: PeriodKind
  /** The line of work it belongs to; null: everybody's. */
  field: string | null
  indicators: AskedIndicator[]
  /** The cut-off rules that may hold for it: its own, and those of every form of its frequency. */
  rules: StoredRule[]
  /** Some opening says a day of its own on which it closes. */
  hasOwnCloses: boolean
}

const FORM = sql`
    select f.id, f.code, f.name, f.name_en as "nameEn", f.frequency, f.field,
           (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from (${rulesOf(sql`f`)}) r) as rules,
           exists (select from openings o where o.form_id = f.id and o.closes_on is not null) as "hasOwnCloses",
           coalesce((select jsonb_agg(jsonb_build_object(
                       'id', i.id, 'code', i.code, 'name', i.name, 'nameEn', i.name_en, 'unitOfMeasure', i.unit_of_measure,
                       'acrossUnits', i.across_units, 'minimum', i.minimum::text, 'breakdown', i.breakdown) order by fi.position)
                       from form_indicators fi join indicators i on i.id = fi.indicator_id
                      where fi.form_id = f.id), '[]') as indicators
      from forms f`

const remembered = new Map<string, { revision: number; form: Form }>()

/** A form by its code, remembered by the process until a definition changes (`revision` is read with the report). */
export async function getForm(db: Db, code: string, revision: number): Promise<Form> {
  const known = remembered.get(code)
  if (known?.revision === revision) return known.form
  const { rows } = await sql<Form>`${FORM} where f.code = ${code}`.execute(db)
  remembered.set(code, { revision, form: rows[0]! })
  return rows[0]!
}

/** The same without a report at hand; undefined when there is no such form. */
export async function findForm(db: Db, code: string): Promise<Form | undefined> {
  const { rows } = await sql<{ revision: number }>`
    select revision from definition_revision where exists (select from forms where code = ${code})`.execute(
    db,
  )
  return rows[0] && getForm(db, code, rows[0].revision)
}

/** All forms that units are asked for at a frequency, by code. */
export async function listFormsOf(db: Db, frequency: PeriodKind): Promise<Form[]> {
  const { rows } = await sql<Form>`
    ${FORM} where f.is_asked and f.frequency = ${frequency} order by f.code`.execute(db)
  return rows
}

/** The line of work of a form (null: everybody's, or no such form), and the revision of the units, in one statement. */
export async function readPlace(db: Db, code: string): Promise<{ field: string | null; units: number }> {
  const { rows } = await sql<{ field: string | null; units: number }>`
    select (select revision from unit_revision) as units, (select field from forms where code = ${code}) as field`.execute(
    db,
  )
  return rows[0]!
}

/** Tells every process that forms or indicators have changed. A number that was rolled back never comes again. */
export async function bumpDefinitions(tx: Tx): Promise<void> {
  await sql`
    update definition_revision
       set revision = greatest(revision + 1, (extract(epoch from clock_timestamp()) * 1000000)::bigint)`.execute(
    tx,
  )
}

/** What an import must know of forms: id, frequency, and which indicators each asks. */
export async function loadForms(db: Db) {
  const rows = await db
    .selectFrom('forms as f')
    .leftJoin('form_indicators as fi', 'fi.form_id', 'f.id')
    .select(['f.code', 'f.id', 'f.frequency', 'fi.indicator_id'])
    .execute()
  const forms = new Map<string, { id: number; frequency: string; indicatorIds: Set<number> }>()
  for (const row of rows) {
    const form = forms.get(row.code) ?? {
      id: row.id,
      frequency: row.frequency,
      indicatorIds: new Set<number>(),
    }
    if (row.indicator_id !== null) form.indicatorIds.add(row.indicator_id)
    forms.set(row.code, form)
  }
  return forms
}

/**
 * The form that asks exactly these indicators at this frequency, for values that came without one. It is found again
 * by its code, which is made of both, so that the same file twice makes one form.
 */
export async function makeForm(tx: Tx, frequency: string, indicatorIds: readonly number[]): Promise<number> {
  const sorted = [...indicatorIds].sort((a, b) => a - b)
  const code = `import-${frequency}-${createHash('sha256').update(sorted.join(',')).digest('hex').slice(0, 8)}`
  return saveForm(tx, { code, name: code, nameEn: code, frequency, indicatorIds: sorted, isAsked: false })
}

export type FormDraft = {
  code: string
  name: string
  nameEn: string | null
  frequency: string
  indicatorIds: readonly number[]
  /** Left out: everybody's. */
  field?: string | null
  /** False for a form that only holds what an import brought; left out, units are asked for it. */
  isAsked?: boolean
}

/** Makes a form, or gives an existing one (by code) this name, frequency and list of indicators. */
export async function saveForm(tx: Tx, form: FormDraft): Promise<number> {
  const { code, name, nameEn, frequency, indicatorIds, field = null, isAsked = true } = form
  const said = { name, name_en: nameEn, frequency, field, is_asked: isAsked }
  const { id } = await tx
    .insertInto('forms')
    .values({ code, ...said })
    .onConflict((c) => c.column('code').doUpdateSet(said))
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.deleteFrom('form_indicators').where('form_id', '=', id).execute()
  await sql`
    insert into form_indicators (form_id, indicator_id, position)
    select ${id}, i, n from unnest(${indicatorIds}::int[]) with ordinality u (i, n)`.execute(tx)
  await bumpDefinitions(tx)
  return id
}
