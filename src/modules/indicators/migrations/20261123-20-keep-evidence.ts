import { type Kysely, sql } from 'kysely'

// What a version's values rest on, who was acted for, and a reason for each cell that was sent back.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table report_versions
      add column evidence jsonb,     -- ids of kept files, by the keys of cells
      add column submitted_for text, -- on whose behalf
      add column decided_for text`.execute(db)
  await sql`
    update report_versions
       set returned_cells = (select jsonb_object_agg(key, coalesce(reason, '')) from jsonb_array_elements_text(returned_cells) key)
     where jsonb_typeof(returned_cells) = 'array'`.execute(db)
  await sql`
    alter table forms
      add column field text, -- the line of work it belongs to; null: everybody's
      add column is_asked boolean not null default true -- false: made by an import for its own values`.execute(
    db,
  )
  await sql`update forms set is_asked = false where code like 'import-%'`.execute(db)
}
