import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { sql } from 'kysely'
import type { Tx } from '../db/db.ts'
import type { House } from '../db/house.ts'
import { schemaVersion } from '../db/migrate.ts'
import { BackupProblem, type End, FORM, type Head, type Mark, type TableMark } from './form.ts'
import { listTables, type Table } from './tables.ts'

/** Rows are read so many at a time that about this much is in memory: a value is short, a piece of a photo is not. */
const CHARS_AT_ONCE = 4_000_000
const MOST_ROWS_AT_ONCE = 1_000
const FIRST_ROWS = 10
/** Read by nobody but its owner: it holds the hashes of passwords. */
const MODE = 0o600

export type Written = { schema: string; tables: number; rows: number }

/**
 * Writes the whole state, as it is at one moment, to `file`; memory stays flat. Written aside and renamed, so that
 * a file of that name is always a whole one. Others go on working; on the embedded engine they wait.
 *
 * @throws backup.unwritable
 */
export async function writeBackup(
  house: House,
  file: string,
  at: Date,
  progress: (rows: number) => void,
): Promise<Written> {
  const aside = `${file}.part`
  try {
    const written = await house.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((tx) => writeTo(aside, tx, at, progress))
    renameSync(aside, file)
    return written
  } catch (error) {
    rmSync(aside, { force: true })
    if (isFileError(error)) throw BackupProblem.unwritable({ file, reason: error.message })
    throw error
  }
}

async function writeTo(file: string, tx: Tx, at: Date, progress: (rows: number) => void): Promise<Written> {
  const tables = await listTables(tx)
  const written = { schema: schemaVersion(), tables: tables.length, rows: 0 }
  async function* lines() {
    yield mark(['songma-backup', { form: FORM, schema: written.schema, at: at.toISOString() }] satisfies Head)
    for (const table of tables) {
      yield mark(await tableMark(tx, table))
      for await (const rows of readRows(tx, table)) {
        written.rows += rows.length
        progress(written.rows)
        yield rows.map((row) => `${row}\n`).join('')
      }
    }
    yield mark(['end', { rows: written.rows }] satisfies End)
  }
  await pipeline(lines, createGzip(), createWriteStream(file, { mode: MODE }))
  return written
}

/** The rows of a table as JSON texts, some at a time. */
async function* readRows(tx: Tx, { name }: Table): AsyncGenerator<string[]> {
  await sql`declare backup_rows no scroll cursor for
    select row_to_json(t)::text as row from ${sql.table(name)} t`.execute(tx)
  for (let most = FIRST_ROWS; ; ) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.lit(most)} from backup_rows`.execute(tx)
    if (rows.length === 0) break
    yield rows.map(({ row }) => row)
    const chars = rows.reduce((sum, { row }) => sum + row.length, 0)
    const fitting = Math.ceil((CHARS_AT_ONCE * rows.length) / chars)
    most = Math.min(MOST_ROWS_AT_ONCE, fitting, most * 10)
  }
  await sql`close backup_rows`.execute(tx)
}

async function tableMark(tx: Tx, { name, identities }: Table): Promise<TableMark> {
  const sequences: Record<string, number | null> = {}
  for (const { column, sequence } of identities) {
    const { rows } = await sql<{ last: number | null }>`
      select pg_sequence_last_value(${sequence}::regclass) as last`.execute(tx)
    sequences[column] = rows[0]!.last
  }
  return ['table', { name, sequences }]
}

const mark = (value: Mark) => `${JSON.stringify(value)}\n`

const isFileError = (error: unknown): error is Error =>
  error instanceof Error && 'syscall' in error && 'path' in error
