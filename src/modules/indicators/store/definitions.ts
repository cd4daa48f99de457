import { sql } from 'kysely'
import { type Period, parsePeriod } from '#kernel/period.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { AcrossTime, AcrossUnits, Indicator } from '../schema.ts'
import { bumpDefinitions } from './forms.ts'

/** A period as it is stored. */
export type StoredPeriod = Period & { id: number }

const indicatorRows = (db: Db) =>
  db
    .selectFrom('indicators as i')
    .leftJoin('indicators as w', 'w.id', 'i.weight_id')
    .select([
      'i.id',
      'i.code',
      'i.name',
      'i.name_en',
      'i.unit_of_measure',
      'i.across_units',
      'w.code as weight',
    ])
    .select(['i.across_time', 'i.formula', 'i.minimum', 'i.breakdown', 'i.source'])
    .orderBy('i.id')

type IndicatorRow = Awaited<ReturnType<ReturnType<typeof indicatorRows>['execute']>>[number]

/** All indicators by code. There are hundreds, not thousands, and nearly every reading needs several. */
export async function loadIndicators(db: Db): Promise<Map<string, Indicator>> {
  const rows = await indicatorRows(db).execute()
  return new Map(rows.map((row) => [row.code, toIndicator(row)]))
}

function toIndicator(row: IndicatorRow): Indicator {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    nameEn: row.name_en,
    unitOfMeasure: row.unit_of_measure,
    acrossUnits: row.across_units as AcrossUnits,
    weight: row.weight,
    acrossTime: row.across_time as AcrossTime,
    formula: row.formula,
    minimum: row.minimum,
    breakdown: row.breakdown,
    source: row.source,
  }
}

/** Stored periods that lie inside any of the windows. */
export async function periodsInside(db: Db, windows: readonly Period[]): Promise<StoredPeriod[]> {
  if (windows.length === 0) return []
  const rows = await db
    .selectFrom('periods')
    .select(['id', 'code'])
    .where((eb) =>
      eb.or(windows.map((w) => eb.and([eb('starts_on', '>=', w.startsOn), eb('ends_on', '<=', w.endsOn)]))),
    )
    .execute()
  return rows.map(({ id, code }) => ({ id, ...parsePeriod(code)! }))
}

/** Ids of periods by code; those not stored yet are stored. */
export async function ensurePeriods(tx: Tx, codes: readonly string[]): Promise<Map<string, number>> {
  const periods = [...new Set(codes)].map((code) => parsePeriod(code)!)
  if (periods.length === 0) return new Map()
  await tx
    .insertInto('periods')
    .values(periods.map((p) => ({ code: p.code, kind: p.kind, starts_on: p.startsOn, ends_on: p.endsOn })))
    .onConflict((c) => c.column('code').doNothing())
    .execute()
  const rows = await tx
    .selectFrom('periods')
    .select(['code', 'id'])
    .where(
      'code',
      'in',
      periods.map((p) => p.code),
    )
    .execute()
  return new Map(rows.map(({ code, id }) => [code, id]))
}

/** Ids of breakdown keys (`channel=export`); those not met before are stored. `''` is 0, the undivided value. */
export async function ensureBreakdowns(tx: Tx, keys: readonly string[]): Promise<Map<string, number>> {
  const wanted = [...new Set(keys)]
  if (wanted.every((key) => key === '')) return new Map([['', 0]])
  await sql`
    insert into breakdowns (id, key)
    select (select max(id) from breakdowns) + row_number() over (order by k), k
      from unnest(${wanted}::text[]) k
     where k not in (select key from breakdowns)
        on conflict (key) do nothing`.execute(tx)
  const rows = await tx.selectFrom('breakdowns').selectAll().where('key', 'in', wanted).execute()
  return new Map([['', 0], ...rows.map(({ key, id }) => [key, id] as const)])
}

type NewIndicator = Omit<Indicator, 'id' | 'source'> & { source?: string }

/** Makes or changes indicators by code. Weights may be among them. */
export async function saveIndicators(tx: Tx, drafts: readonly NewIndicator[]): Promise<void> {
  const rows = drafts.map((d) => ({
    code: d.code,
    name: d.name,
    name_en: d.nameEn,
    unit_of_measure: d.unitOfMeasure,
    across_units: d.acrossUnits === 'weighted' ? 'mean' : d.acrossUnits,
    across_time: d.acrossTime,
    formula: d.formula,
    minimum: d.minimum,
    breakdown: d.breakdown,
    source: d.source ?? null,
  }))
  const update = Object.keys(rows[0]!).filter((column) => column !== 'code')
  await tx
    .insertInto('indicators')
    .values(rows)
    .onConflict((c) =>
      c.column('code').doUpdateSet((eb) => ({
        ...Object.fromEntries(
          update.map((column) => [column, eb.ref(`excluded.${column}` as 'excluded.name')]),
        ),
        weight_id: null,
      })),
    )
    .execute()
  // The weight is set in a second step: it may have been made by the first.
  const weighted = drafts.filter((d) => d.weight !== null)
  await sql`
    update indicators i set across_units = 'weighted', weight_id = w.id
      from unnest(${weighted.map((d) => d.code)}::text[], ${weighted.map((d) => d.weight)}::text[]) d (code, weight)
      join indicators w on w.code = d.weight
     where i.code = d.code`.execute(tx)
  await bumpDefinitions(tx)
}

/** Keys of breakdowns (`channel=export`) by id. */
export async function listBreakdowns(db: Db): Promise<Map<number, string>> {
  const rows = await db.selectFrom('breakdowns').selectAll().execute()
  return new Map(rows.map(({ id, key }) => [id, key]))
}
