import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/schema.generated.ts'

export type Table = { name: string; identities: { column: string; sequence: string }[] }

/** Our own tables (not the list of migrations, nor the job queues, which make themselves) and their identity columns. */
export async function listTables(db: Kysely<Database>): Promise<Table[]> {
  const { rows } = await sql<Table>`
    select c.relname as name, coalesce((
      select json_agg(json_build_object('column', a.attname,
                                        'sequence', pg_get_serial_sequence(quote_ident(c.relname), a.attname)))
      from pg_attribute a where a.attrelid = c.oid and a.attidentity <> ''), '[]') as identities
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like 'kysely\\_%'
    order by c.relname collate "C"`.execute(db)
  return rows
}
