// Sets of rules for grading. A version that was used is never changed; another text is the next version.

import { type Day, OPEN_END } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { GradeRules } from '../rules/grade-rules.ts'

export type KeptRules = { id: number; version: number; sha256: string; rules: GradeRules }

const COLUMNS = ['id', 'version', 'sha256', 'definition'] as const
type Row = { id: number; version: number; sha256: string; definition: string }
const read = ({ definition, ...rest }: Row): KeptRules => ({
  ...rest,
  rules: JSON.parse(definition) as GradeRules,
})

/** All versions, the newest of a code first; with `on` only the newest that rules a period ending on that day. */
export async function listKeptRules(
  db: Db,
  { on, subjects }: { on?: Day | undefined; subjects?: 'units' | 'people' | undefined },
): Promise<KeptRules[]> {
  const rows = await db
    .selectFrom('grade_rules')
    .select([...COLUMNS, 'code'])
    .$if(on !== undefined, (q) => q.where('valid_from', '<=', on!).where('valid_to', '>=', on!))
    .$if(subjects !== undefined, (q) => q.where('subjects', '=', subjects!))
    .orderBy('code')
    .orderBy('version', 'desc')
    .limit(500)
    .execute()
  const isNewest = (row: (typeof rows)[number], n: number) =>
    on === undefined || rows.findIndex(({ code }) => code === row.code) === n
  return rows.filter(isNewest).map(({ code: _, ...row }) => read(row))
}

/** The newest version that rules a period ending on `on`; without a day the newest, or the version named. */
export async function findRules(
  db: Db,
  code: string,
  { on, version }: { on?: Day; version?: number | undefined } = {},
): Promise<KeptRules | undefined> {
  const row = await db
    .selectFrom('grade_rules')
    .select(COLUMNS)
    .where('code', '=', code)
    .$if(on !== undefined, (q) => q.where('valid_from', '<=', on!).where('valid_to', '>=', on!))
    .$if(version !== undefined, (q) => q.where('version', '=', version!))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && read(row)
}

export async function rulesById(db: Db, ids: readonly number[]): Promise<Map<number, KeptRules>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('grade_rules')
    .select(COLUMNS)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, read(row)]))
}

export async function writeRules(
  tx: Tx,
  rules: GradeRules,
  kept: { version: number; definition: string; sha256: string; by: string; at: Date },
): Promise<void> {
  const { code, name, subjects, validFrom, validTo, basis } = rules
  await tx
    .insertInto('grade_rules')
    .values({
      code,
      version: kept.version,
      name,
      subjects,
      valid_from: validFrom,
      valid_to: validTo ?? OPEN_END,
      basis,
      definition: kept.definition,
      sha256: kept.sha256,
      created_by: kept.by,
      created_at: kept.at,
    })
    .execute()
}
