import { type Kysely, sql } from 'kysely'

// The register of official documents of all sides, what they rest on, and the text that they are searched by.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table directives (
      id             bigint generated always as identity primary key,
      number         text not null, -- normalised, such as 12-BC/HU, 12/BC-UBND, 335/2025/NĐ-CP
      serial         int not null,  -- the digits of the number, as a number
      series_year    int,           -- where the number itself names a year
      side           text not null constraint directives_side_check check (side in ('party', 'state', 'front')),
      type           text not null, -- a word of the catalogue: 'conclusion', 'plan'; never guessed from the number
      body           text not null, -- who issues, as the number abbreviates it: HU, UBND, TW
      issuer         text not null, -- its full name on the day of issue; never changed by a later reform
      issuer_unit_id int constraint directives_issuer_unit_id_fkey references units, -- null: outside this installation
      keeper_unit_id int not null constraint directives_keeper_unit_id_fkey references units, -- whose register holds it
      issued_on      date not null,
      excerpt        text not null,
      signer         text,
      valid_from     date not null,
      valid_to       date not null default 'infinity',
      revision       int not null default 1,
      found_by       text not null, -- what it is searched by: number, excerpt, issuer and text of files, without tone marks
      created_by     text not null,
      created_at     timestamptz(3) not null,
      changed_at     timestamptz(3) not null,
      constraint directives_number_issuer_issued_on_key unique (number, issuer, issued_on),
      constraint directives_valid_to_check check (valid_from <= valid_to)
    )`.execute(db)
  await sql`create index directives_issued_on_idx on directives (issued_on desc, id desc)`.execute(db)
  await sql`create index directives_issuer_unit_id_idx on directives (issuer_unit_id, issued_on desc)`.execute(
    db,
  )
  await sql`create index directives_keeper_unit_id_idx on directives (keeper_unit_id, issued_on desc)`.execute(
    db,
  )
  await sql`create index directives_found_by_idx on directives using gin (to_tsvector('simple', found_by))`.execute(
    db,
  )
  await sql`
    create table directive_links (
      from_id bigint not null constraint directive_links_from_id_fkey references directives on delete cascade,
      to_id   bigint not null constraint directive_links_to_id_fkey references directives,
      kind    text not null constraint directive_links_kind_check check (kind in ('implements', 'amends', 'replaces')),
      constraint directive_links_pkey primary key (from_id, to_id, kind),
      constraint directive_links_from_id_check check (from_id <> to_id)
    )`.execute(db)
  await sql`create index directive_links_to_id_idx on directive_links (to_id, kind)`.execute(db)
  await sql`
    create table directive_files (
      directive_id bigint not null constraint directive_files_directive_id_fkey references directives on delete cascade,
      file_id      text not null constraint directive_files_file_id_fkey references files,
      position     int not null,
      text         text, -- what it says; null: not read yet, '' : nothing that can be read
      constraint directive_files_pkey primary key (directive_id, file_id)
    )`.execute(db)
  await sql`create index directive_files_file_id_idx on directive_files (file_id)`.execute(db)
  await sql`create index directive_files_unread_idx on directive_files (directive_id) where text is null`.execute(
    db,
  )
}
