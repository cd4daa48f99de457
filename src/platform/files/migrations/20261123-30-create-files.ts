import { type Kysely, sql } from 'kysely'

// Evidence files. Their bytes lie in the database, in pieces, so that a backup holds them and several servers share
// them. A file belongs to a unit by its number; whose number that is, the platform does not know.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table files (
      id              text not null constraint files_pkey primary key, -- not to be guessed
      unit_id         int not null,
      name            text not null,
      bytes           int not null,          -- as announced, and as it is once complete
      received        int not null default 0,
      sha256          text,                  -- hex, of the bytes as they came; announced, and proved once complete
      media_type      text,                  -- told by the bytes; null until complete
      width           int,                   -- pixels as shown, upright; null for what is no image
      height          int,
      taken_at        timestamptz(3),        -- what the sender's machine said
      latitude        numeric(9,6),
      longitude       numeric(9,6),
      accuracy_m      numeric,
      created_by      text not null,
      created_at      timestamptz(3) not null,
      touched_at      timestamptz(3) not null, -- of the last piece
      completed_at    timestamptz(3),        -- null while pieces are missing
      used_at         timestamptz(3),        -- null until a record names it
      copied_at       timestamptz(3),        -- when its copies were made, or could not be; null: not yet
      constraint files_bytes_check check (bytes > 0 and received between 0 and bytes),
      constraint files_completed_at_check check (completed_at is null
        or (received = bytes and sha256 is not null and media_type is not null))
    )`.execute(db)
  await sql`create index files_unit_id_idx on files (unit_id)`.execute(db)
  await sql`create index files_created_by_idx on files (created_by) where completed_at is null`.execute(db)
  await sql`create index files_touched_at_idx on files (touched_at) where used_at is null`.execute(db)
  await sql`
    create table file_chunks (
      file_id text not null constraint file_chunks_file_id_fkey references files on delete cascade,
      copy    text not null constraint file_chunks_copy_check check (copy in ('original', 'public', 'small')),
      at      int not null, -- of its first byte in the whole
      content bytea not null,
      constraint file_chunks_pkey primary key (file_id, copy, at)
    )`.execute(db)
  // Pictures do not grow smaller by being packed again
  await sql`alter table file_chunks alter column content set storage external`.execute(db)
}
