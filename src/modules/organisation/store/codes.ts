import type { Day } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import { insertRows } from './rows.ts'

/**
 * A code that another office uses for the unit: `scheme` says whose, for instance `tms`, the tax office's.
 */
export type SchemeCode = { unitId: number; scheme: string; code: string; validFrom?: Day; validTo?: Day }

/** Makes `codes` the codes of those units in those schemes. */
export async function setCodes(tx: Tx, codes: readonly SchemeCode[]): Promise<void> {
  for (const [scheme, list] of Map.groupBy(codes, (code) => code.scheme))
    await tx
      .deleteFrom('unit_codes')
      .where('scheme', '=', scheme)
      .where(
        'unit_id',
        'in',
        list.map((code) => code.unitId),
      )
      .execute()
  await insertRows(
    tx,
    'unit_codes',
    codes.map(({ unitId, scheme, code, validFrom = '-infinity', validTo = 'infinity' }) => ({
      unit_id: unitId,
      scheme,
      code,
      valid_from: validFrom,
      valid_to: validTo,
    })),
  )
}

/** The codes that a unit held on a day, by scheme. */
export async function listCodes(db: Db, unitId: number, on: Day): Promise<Record<string, string>> {
  const rows = await db
    .selectFrom('unit_codes')
    .select(['scheme', 'code'])
    .where('unit_id', '=', unitId)
    .where('valid_from', '<=', on)
    .where('valid_to', '>=', on)
    .orderBy('scheme')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.scheme, row.code]))
}
