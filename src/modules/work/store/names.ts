import { parsePeriod } from '#kernel/period.ts'
import { listUnitNames } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'

/** `asked`: how many indicators it asks. */
export type FormName = { code: string; name: string; nameEn: string | null; asked: number }
export type UnitName = { id: string; code: string; name: string }

/** What forms are called, by code; a form that is gone keeps its code as its name. */
export async function listFormNames(db: Db, codes: readonly string[]): Promise<(code: string) => FormName> {
  const asked = [...new Set(codes)]
  const rows =
    asked.length === 0
      ? []
      : await db
          .selectFrom('form_names')
          .select(['code', 'name', 'name_en', 'asked'])
          .where('code', 'in', asked)
          .execute()
  const names = new Map(
    rows.map((row) => [
      row.code!,
      { code: row.code!, name: row.name!, nameEn: row.name_en, asked: row.asked! },
    ]),
  )
  return (code) => names.get(code) ?? { code, name: code, nameEn: null, asked: 0 }
}

type At = { unitId: number | null; period: string | null }

/** What units were called on the last day of each record's period: a record keeps the names of its time. */
export async function listNamesThen(
  db: Db,
  records: readonly At[],
): Promise<(record: At) => UnitName | null> {
  const names = new Map<string, UnitName>()
  for (const [period, inPeriod] of Map.groupBy(records, (record) => record.period)) {
    if (period === null) continue
    const ids = [...new Set(inPeriod.flatMap(({ unitId }) => unitId ?? []))]
    for (const { id, code, name } of await listUnitNames(db, ids, parsePeriod(period)!.endsOn))
      names.set(`${period} ${id}`, { id: String(id), code, name })
  }
  return ({ unitId, period }) => (unitId === null ? null : (names.get(`${period} ${unitId}`) ?? null))
}
