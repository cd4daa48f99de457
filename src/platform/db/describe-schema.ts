import { type Kysely, sql } from 'kysely'
import type { Database } from './schema.generated.ts'

type Column = { table: string; name: string; type: string; nullable: boolean; given: boolean }

/** How a column is read, and written where that differs (`types.ts`, and jsonb, which is written as its text). */
const TYPES: Readonly<Record<string, string>> = {
  bool: 'boolean',
  bytea: 'Uint8Array',
  date: 'string',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  jsonb: 'Json',
  numeric: 'string',
  text: 'string',
  timestamptz: 'Instant',
  _int4: 'number[]',
  _text: 'string[]',
}

const HEAD = `// Written by \`npm run schema\` from the migrated database; never by hand.

import type { ColumnType } from 'kysely'

/** Filled in by the database when it is left out. */
type Given<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>
/** Read as a Date, written as a Date or as ISO 8601. */
type Instant = ColumnType<Date, Date | string, Date | string>
/** Read parsed, written as JSON text. */
type Json = ColumnType<unknown, string, string>
`

/** The TypeScript file that describes all tables and views of the \`public\` schema to Kysely. */
export async function describeSchema(db: Kysely<Database>): Promise<string> {
  const tables = Map.groupBy(await listColumns(db), (column) => column.table)
  const types = [...tables].map(
    ([table, columns]) => `export type ${typeName(table)} = {\n${columns.map(line).join('\n')}\n}`,
  )
  const members = [...tables.keys()].map((table) => `  ${table}: ${typeName(table)}`)
  return [
    HEAD,
    ...types.map((type) => `${type}\n`),
    `export type Database = {\n${members.join('\n')}\n}\n`,
  ].join('\n')
}

async function listColumns(db: Kysely<Database>): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select c.relname as table, a.attname as name, t.typname as type, not a.attnotnull as nullable,
           a.atthasdef or a.attidentity <> '' as given
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and not c.relispartition
      and a.attnum > 0 and not a.attisdropped and c.relname not like 'kysely\\_%'
    order by c.relname collate "C", a.attnum`.execute(db)
  return rows
}

function line({ table, name, type, nullable, given }: Column): string {
  const base = TYPES[type]
  if (!base) throw new Error(`${table}.${name}: no TypeScript type for ${type}`)
  const full = nullable ? `${base} | null` : base
  // A nullable column may be left out of an insert without this
  return `  ${name}: ${given && !nullable ? `Given<${full}>` : full}`
}

const typeName = (table: string) => table.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())
