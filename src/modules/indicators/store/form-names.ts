import type { Db } from '#platform/db/db.ts'

/** Names of forms by code, those made by an import included. */
export async function listFormNames(db: Db, codes: readonly string[]) {
  if (codes.length === 0) return []
  return db
    .selectFrom('forms')
    .select(['code', 'name', 'name_en as nameEn'])
    .where('code', 'in', codes)
    .execute()
}

/** The forms that units are asked for. */
export async function listFormsAsked(db: Db) {
  return db
    .selectFrom('forms')
    .select(['code', 'name', 'name_en as nameEn', 'frequency'])
    .where('is_asked', '=', true)
    .execute()
}
