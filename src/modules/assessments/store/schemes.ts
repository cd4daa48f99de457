import type { Day } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Scheme } from '../schema.ts'

/** A version that is kept. `definition` is what was written, numbers as text. */
export type KeptScheme = { id: number; code: string; version: number; sha256: string; definition: Scheme }

const COLUMNS = ['id', 'code', 'version', 'sha256', 'definition'] as const
type Row = { id: number; code: string; version: number; sha256: string; definition: string }

const read = ({ definition, ...rest }: Row): KeptScheme => ({
  ...rest,
  definition: JSON.parse(definition) as Scheme,
})

/** The newest version of each scheme. */
export async function loadNewestSchemes(db: Db): Promise<Map<string, KeptScheme>> {
  const rows = await db
    .selectFrom('schemes')
    .select(COLUMNS)
    .distinctOn('code')
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.code, read(row)]))
}

/** The newest version that rules a period which ends on that day; a given version whatever its days. */
export async function findSchemeOn(
  db: Db,
  code: string,
  day: Day,
  version?: number,
): Promise<KeptScheme | undefined> {
  if (version !== undefined) return findVersion(db, code, version)
  const row = await db
    .selectFrom('schemes')
    .select(COLUMNS)
    .where('code', '=', code)
    .where('valid_from', '<=', day)
    .where('valid_to', '>=', day)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && read(row)
}

async function findVersion(db: Db, code: string, version: number): Promise<KeptScheme | undefined> {
  const row = await db
    .selectFrom('schemes')
    .select(COLUMNS)
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && read(row)
}

/** Puts a version in force. What was in force is never changed. */
export async function writeScheme(
  tx: Tx,
  scheme: Scheme,
  {
    version,
    definition,
    sha256,
    by,
    at,
  }: { version: number; definition: string; sha256: string; by: string; at: Date },
): Promise<void> {
  const { code, name, subjects, validFrom, validTo, basis } = scheme
  await tx
    .insertInto('schemes')
    .values({
      code,
      version,
      name,
      subjects,
      valid_from: validFrom,
      valid_to: validTo ?? 'infinity',
      basis,
      definition,
      sha256,
      created_by: by,
      created_at: at,
    })
    .execute()
}
