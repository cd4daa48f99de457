import { type Kysely, sql } from 'kysely'

// What a committee chose to achieve, the figures it is told by, and the targets it set.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table programmes (
      id           int generated always as identity primary key,
      slug         text not null constraint programmes_slug_key unique,
      name         text not null,
      name_en      text not null,
      summary      text not null default '',
      summary_en   text not null default '',
      unit_id      int not null constraint programmes_unit_id_fkey references units,
      starts_on    date not null,
      ends_on      date not null,
      breakthrough boolean not null default false,
      position     int not null
    )`.execute(db)
  await sql`create index programmes_unit_id_idx on programmes (unit_id)`.execute(db)
  await sql`
    create table figures (
      key          text primary key,
      programme_id int constraint figures_programme_id_fkey references programmes,
      indicator_id int not null constraint figures_indicator_id_fkey references indicators,
      label        text not null,
      label_en     text not null,
      phrase       text, -- its part of the year's sentence: 'chăm sóc {value} nhãn'; null stays out of the sentence
      phrase_en    text,
      basis        text not null constraint figures_basis_check check (basis in ('exact', 'more-than')),
      step         numeric, -- a more-than figure is published rounded down to a multiple of this, in the unit of measure
      position     int not null,
      constraint figures_step_check check ((basis = 'more-than') = (step is not null))
    )`.execute(db)
  await sql`create index figures_programme_id_idx on figures (programme_id)`.execute(db)
  await sql`create index figures_indicator_id_idx on figures (indicator_id)`.execute(db)
  await sql`
    create table targets (
      id           int generated always as identity primary key,
      indicator_id int not null constraint targets_indicator_id_fkey references indicators,
      unit_id      int not null constraint targets_unit_id_fkey references units,
      period_id    int not null constraint targets_period_id_fkey references periods,
      kind         text not null constraint targets_kind_check
                   check (kind in ('cumulative', 'point-in-time', 'lower-is-better')),
      value        numeric not null, -- of the latest revision
      constraint targets_indicator_unit_period_key unique (indicator_id, unit_id, period_id)
    )`.execute(db)
  await sql`create index targets_unit_id_idx on targets (unit_id)`.execute(db)
  await sql`create index targets_period_id_idx on targets (period_id)`.execute(db)
  await sql`
    create table target_revisions (
      target_id int not null constraint target_revisions_target_id_fkey references targets,
      revision  int not null,
      value     numeric not null,
      reason    text, -- null for the first; a revision says why
      actor     text not null,
      at        timestamptz(3) not null,
      constraint target_revisions_pkey primary key (target_id, revision)
    )`.execute(db)
}
