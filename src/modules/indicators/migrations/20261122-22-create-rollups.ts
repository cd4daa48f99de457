import { type Kysely, sql } from 'kysely'

// Sums of the tree, kept per indicator, period and unit. A save never touches them: it leaves one pending marker, and
// a reading of a marked indicator and period sums the values themselves until the fold has caught up (measured: an
// ancestor row shared by all writers cost nine tenths of their speed).
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table rollups (
      indicator_id          int not null,
      period_id             int not null,
      unit_id               int not null,
      breakdown_id          int not null,
      approved_total        numeric,
      approved_reported     int not null, -- units with a value
      approved_outside      int not null, -- of them, units that have units below and so were not expected
      approved_estimate     int not null, -- of them, with an estimate
      approved_preliminary  int not null,
      submitted_total       numeric,
      submitted_reported    int not null,
      submitted_outside     int not null,
      submitted_estimate    int not null,
      submitted_preliminary int not null,
      constraint rollups_pkey primary key (indicator_id, period_id, unit_id, breakdown_id)
    )`.execute(db)
  await sql`
    create table rollup_pending (
      id            bigint generated always as identity primary key,
      period_id     int not null,
      indicator_ids int[] not null
    )`.execute(db)
}
