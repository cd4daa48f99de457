import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Indicator } from '../schema.ts'
import { indicatorRows, toIndicator } from './definitions.ts'

export type Form = {
  id: number
  code: string
  name: string
  nameEn: string | null
  frequency: string
  indicators: Indicator[]
}

/** A form with its indicators in the order in which they are asked. */
export async function findForm(db: Db, code: string): Promise<Form | undefined> {
  const form = await db.selectFrom('forms').selectAll().where('code', '=', code).executeTakeFirst()
  if (!form) return undefined
  const rows = await indicatorRows(db)
    .innerJoin('form_indicators as f', 'f.indicator_id', 'i.id')
    .where('f.form_id', '=', form.id)
    .clearOrderBy()
    .orderBy('f.position')
    .execute()
  const { id, name, name_en: nameEn, frequency } = form
  return { id, code, name, nameEn, frequency, indicators: rows.map(toIndicator) }
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
  return saveForm(tx, { code, name: code, nameEn: code, frequency, indicatorIds: sorted })
}

export type FormDraft = {
  code: string
  name: string
  nameEn: string | null
  frequency: string
  indicatorIds: readonly number[]
}

/** Makes a form, or gives an existing one (by code) this name, frequency and list of indicators. */
export async function saveForm(tx: Tx, form: FormDraft): Promise<number> {
  const { code, name, nameEn, frequency, indicatorIds } = form
  const { id } = await tx
    .insertInto('forms')
    .values({ code, name, name_en: nameEn, frequency })
    .onConflict((c) => c.column('code').doUpdateSet({ name, name_en: nameEn, frequency }))
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.deleteFrom('form_indicators').where('form_id', '=', id).execute()
  await sql`
    insert into form_indicators (form_id, indicator_id, position)
    select ${id}, i, n from unnest(${indicatorIds}::int[]) with ordinality u (i, n)`.execute(tx)
  return id
}
