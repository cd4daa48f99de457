import { type Kysely, sql } from 'kysely'
import type { Tx } from '../db/db.ts'
import { migrate } from '../db/migrate.ts'
import type { Database } from '../db/schema.generated.ts'
import type { End, Head, TableMark } from './form.ts'
import { type Line, readBackup } from './read.ts'
import { listTables, type Table } from './tables.ts'

const BATCH_BYTES = 1_000_000

export type Loaded = { schema: string; at: string; tables: number; rows: number }

/**
 * Fills an empty database from a backup, inside one transaction: makes the schema that the backup was made with, puts
 * every row in as it was, and brings the schema up to date. Triggers stay silent, so that the audit entries keep their
 * numbers and hashes.
 */
export async function loadBackup(tx: Tx, file: string, progress: (rows: number) => void): Promise<Loaded> {
  const lines = readBackup(file)
  const { mark } = (await lines.next()).value as { mark: Head }
  const { schema, at } = mark[1]
  await migrate(tx, schema)

  const tables = await listTables(tx)
  const checks = await lift(tx, tables)
  const rows = await fill(tx, tables, lines, progress)
  await putBack(tx, tables, checks)
  await migrate(tx)
  return { schema, at, tables: tables.length, rows }
}

type ForeignKey = { table: string; name: string; definition: string }

/** Empties the tables of what the migrations put in, silences their triggers, and takes the foreign keys off. */
async function lift(db: Kysely<Database>, tables: readonly Table[]): Promise<ForeignKey[]> {
  const { rows: keys } = await sql<ForeignKey>`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`.execute(
    db,
  )
  for (const { table, name } of keys)
    await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(db)
  for (const { name } of tables) {
    await sql`alter table ${sql.table(name)} disable trigger user`.execute(db)
    await sql`truncate ${sql.table(name)}`.execute(db)
  }
  return keys
}

/** The foreign keys are checked over all rows as they are put back. */
async function putBack(db: Kysely<Database>, tables: readonly Table[], keys: ForeignKey[]): Promise<void> {
  for (const { name } of tables) await sql`alter table ${sql.table(name)} enable trigger user`.execute(db)
  for (const { table, name, definition } of keys)
    await sql`alter table ${sql.table(table)} add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(
      db,
    )
}

/** Puts the rows in, table after table. Answers how many, which must be what the end of the backup says. */
async function fill(
  db: Kysely<Database>,
  tables: readonly Table[],
  lines: AsyncIterable<Line>,
  progress: (rows: number) => void,
): Promise<number> {
  let table = ''
  let batch: string[] = []
  let bytes = 0
  let count = 0
  const flush = async () => {
    if (batch.length > 0) await insert(db, table, batch)
    count += batch.length
    progress(count)
    batch = []
    bytes = 0
  }
  for await (const line of lines) {
    if ('row' in line) {
      batch.push(line.row)
      bytes += line.row.length
      if (bytes >= BATCH_BYTES) await flush()
      continue
    }
    await flush()
    const { mark } = line
    if (mark[0] === 'table') {
      table = mark[1].name
      await resumeSequences(db, tables, mark)
    } else checkCount(mark as End, count)
  }
  return count
}

async function insert(db: Kysely<Database>, table: string, rows: readonly string[]): Promise<void> {
  await sql`insert into ${sql.table(table)} overriding system value
    select * from json_populate_recordset(null::${sql.table(table)}, ${`[${rows.join(',')}]`}::json)`.execute(
    db,
  )
}

/** The next number is the one after the last given out, also where its row is gone. */
async function resumeSequences(
  db: Kysely<Database>,
  tables: readonly Table[],
  [, { name, sequences }]: TableMark,
) {
  const identities = tables.find((table) => table.name === name)?.identities ?? []
  for (const { column, sequence } of identities) {
    const last = sequences[column]
    if (last) await sql`select setval(${sequence}::regclass, ${last}::bigint)`.execute(db)
  }
}

function checkCount([, { rows }]: End, count: number): void {
  if (rows !== count) throw new Error(`The backup says ${rows} rows and holds ${count}`)
}
