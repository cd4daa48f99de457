import { sql } from 'kysely'
import type { RecordLookup, RecordOnUnit } from '#modules/organisation/index.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Target, TargetKind } from '../schema.ts'

/** Targets in force of these units for one period, by code; all indicators when none are named. */
export async function listTargets(
  db: Db,
  {
    unitIds,
    period,
    indicatorCodes,
  }: { unitIds: readonly number[]; period: string; indicatorCodes?: readonly string[] },
): Promise<Target[]> {
  if (unitIds.length === 0) return []
  const rows = await db
    .selectFrom('targets as t')
    .innerJoin('indicator_codes as i', 'i.id', 't.indicator_id')
    .innerJoin('period_codes as p', 'p.id', 't.period_id')
    .select(['i.code', 't.unit_id', 't.kind', 't.value'])
    .where('p.code', '=', period)
    .where('t.value', 'is not', null)
    .where((eb) => sql<boolean>`${eb.ref('t.unit_id')} = any(${unitIds}::int[])`)
    .$if(indicatorCodes !== undefined, (q) => q.where('i.code', 'in', [...indicatorCodes!, '']))
    .orderBy('t.indicator_id')
    .execute()
  return rows.map((r) => ({
    indicator: r.code!,
    unitId: r.unit_id,
    period,
    kind: r.kind as TargetKind,
    value: r.value!,
  }))
}

export type TargetDraft = {
  indicatorId: number
  unitId: number
  periodId: number
  kind: TargetKind
  /** Null withdraws it. */
  value: string | null
}

/** What is in force for these cells, in the order given; undefined where there is no target yet, `value` null where it was withdrawn. */
export async function findTargets(tx: Tx, drafts: readonly TargetDraft[]) {
  const { rows } = await sql<{ n: number; id: number; kind: string; value: string | null }>`
    select g.n::int, t.id, t.kind, t.value
      from unnest(${drafts.map((d) => d.indicatorId)}::int[], ${drafts.map((d) => d.unitId)}::int[],
                  ${drafts.map((d) => d.periodId)}::int[]) with ordinality g (i, u, p, n)
      join targets t on (t.indicator_id, t.unit_id, t.period_id) = (g.i, g.u, g.p)`.execute(tx)
  const found = new Map(rows.map((row) => [row.n - 1, row]))
  return drafts.map((_, n) => found.get(n))
}

/** Sets targets; each setting is kept as a revision, with its reason from the second on. */
export async function writeTargets(
  tx: Tx,
  drafts: readonly TargetDraft[],
  { reason, actor, at }: { reason: string | null; actor: string; at: Date },
): Promise<void> {
  if (drafts.length === 0) return
  await sql`
    with given as (
      select * from unnest(${drafts.map((d) => d.indicatorId)}::int[], ${drafts.map((d) => d.unitId)}::int[],
                           ${drafts.map((d) => d.periodId)}::int[], ${drafts.map((d) => d.kind)}::text[],
                           ${drafts.map((d) => d.value)}::numeric[]) g (indicator_id, unit_id, period_id, kind, value)),
    written as (
      insert into targets (indicator_id, unit_id, period_id, kind, value) select * from given
      on conflict (indicator_id, unit_id, period_id) do update set kind = excluded.kind, value = excluded.value
      returning id, value, kind)
    insert into target_revisions (target_id, revision, value, kind, reason, actor, at)
    select w.id, coalesce(max(r.revision), 0) + 1, w.value, w.kind, case when max(r.revision) is not null then ${reason}::text end,
           ${actor}, ${at}::timestamptz
      from written w left join target_revisions r on r.target_id = w.id
     group by w.id, w.value, w.kind`.execute(tx)
}

/** What organisation asks before it ends a unit: its targets of that day or later. */
export const targetRecords: RecordLookup = async (tx, endings) => {
  const { rows } = await sql<RecordOnUnit>`
    with endings as (
      select * from jsonb_to_recordset(${JSON.stringify(endings)}::jsonb) as e ("unitId" int, "from" date))
    select t.unit_id as "unitId", 'target' as kind, i.code || ' ' || p.code as label
      from endings e
      join targets t on t.unit_id = e."unitId"
      join indicator_codes i on i.id = t.indicator_id
      join period_codes p on p.id = t.period_id
     where p.ends_on >= e."from" and t.value is not null
     order by t.unit_id, p.starts_on, i.code`.execute(tx)
  return rows
}

export async function countTargets(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from targets`.execute(db)
  return rows[0]!.count
}

/** Targets whose value is not that of their last revision: changed behind the software's back. */
export async function listCrookedTargets(db: Db): Promise<object[]> {
  const { rows } = await sql<object>`
    select i.code as indicator, l.last_code as unit, p.code as period, t.value as held, r.value as revised
      from targets t
      join indicator_codes i on i.id = t.indicator_id
      join period_codes p on p.id = t.period_id
      join unit_lives l on l.unit_id = t.unit_id
      left join lateral (select value from target_revisions where target_id = t.id order by revision desc limit 1) r on true
     where t.value is distinct from r.value limit 100`.execute(db)
  return rows
}
