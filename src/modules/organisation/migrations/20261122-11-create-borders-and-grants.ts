import { type Kysely, sql } from 'kysely'

// Where a unit lies (real borders, neighbours, its place on the schematic map), and who holds a role there.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table unit_borders (
      unit_id  int primary key constraint unit_borders_unit_id_fkey references units,
      on_date  date not null,  -- the day by which the file's code was read
      geometry jsonb not null, -- GeoJSON geometry, WGS 84
      source   text not null
    )`.execute(db)
  await sql`
    create table unit_neighbours (
      unit_id      int not null constraint unit_neighbours_unit_id_fkey references units,
      neighbour_id int not null constraint unit_neighbours_neighbour_id_fkey references units,
      constraint unit_neighbours_pkey primary key (unit_id, neighbour_id)
    )`.execute(db)
  await sql`create index unit_neighbours_neighbour_id_idx on unit_neighbours (neighbour_id)`.execute(db)
  await sql`
    create table unit_tiles (
      unit_id     int primary key constraint unit_tiles_unit_id_fkey references units,
      tile_row    int not null,
      tile_x      numeric not null, -- in tile widths
      bank        text not null default 'north',
      river_order int not null default 0 -- from upstream to downstream on its bank
    )`.execute(db)
  await sql`
    create table grants (
      account_id int not null constraint grants_account_id_fkey references accounts on delete cascade,
      role       text not null,
      unit_id    int constraint grants_unit_id_fkey references units, -- null: everywhere
      valid_from date not null default '-infinity',
      valid_to   date not null default 'infinity'
    )`.execute(db)
  await sql`create index grants_account_id_idx on grants (account_id)`.execute(db)
  await sql`create index grants_unit_id_idx on grants (unit_id)`.execute(db)
}
