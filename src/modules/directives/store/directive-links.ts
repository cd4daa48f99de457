import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/db.ts'
import type { LinkKind } from '../schema.ts'
import { DIRECTIVE, type DirectiveRow } from './directives.ts'

export type Link = { fromId: number; toId: number; kind: LinkKind }

/** What a directive names, each with its kind. */
export async function listLinksFrom(db: Db, id: number): Promise<Link[]> {
  const { rows } = await sql<Link>`
    select from_id as "fromId", to_id as "toId", kind from directive_links where from_id = ${id}
     order by kind, to_id`.execute(db)
  return rows
}

/** Makes a directive name exactly these. */
export async function replaceLinks(tx: Tx, fromId: number, links: readonly Omit<Link, 'fromId'>[]) {
  await tx.deleteFrom('directive_links').where('from_id', '=', fromId).execute()
  if (links.length === 0) return
  await insertLinks(
    tx,
    links.map((link) => ({ ...link, fromId })),
  )
}

const AT_ONCE = 1_000

/** Those that are there already stay as they are. */
export async function insertLinks(tx: Tx, links: readonly Link[]): Promise<void> {
  for (let n = 0; n < links.length; n += AT_ONCE)
    await tx
      .insertInto('directive_links')
      .values(
        links.slice(n, n + AT_ONCE).map(({ fromId, toId, kind }) => ({ from_id: fromId, to_id: toId, kind })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

export type Linked = DirectiveRow & { kind: LinkKind; isFrom: boolean }

/** Directives linked with one: `isFrom` where that one names them. The latest first, 200 of a kind and way. */
export async function listLinked(db: Db, id: number): Promise<Linked[]> {
  const { rows } = await sql<Linked>`
    select * from (
      select ${DIRECTIVE}, l.kind, l.from_id = ${id} as "isFrom",
             row_number() over (partition by l.kind, l.from_id = ${id} order by d.issued_on desc, d.id desc) as place
        from (select from_id, to_id, kind, to_id as other from directive_links where from_id = ${id}
              union all
              select from_id, to_id, kind, from_id from directive_links where to_id = ${id}) l
        join directives d on d.id = l.other) linked
     where place <= 200 order by "issuedOn" desc, id desc`.execute(db)
  return rows
}

/** Which of these were replaced by another directive. */
export async function listReplaced(db: Db, ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: number }>`
    select distinct to_id as id from directive_links
     where kind = 'replaces' and to_id = any(${[...ids]}::bigint[])`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

export type Stepped = { id: number; parentId: number | null; level: number }

/**
 * Directives reached from one by `implements`, `down` to those that implement it or `up` to what it implements, each
 * with all links by which it was reached, at its least level. A circle ends where it began.
 */
export async function walkImplements(
  db: Db,
  id: number,
  way: 'down' | 'up',
  most: number,
): Promise<Stepped[]> {
  const [near, far] = way === 'down' ? [sql`l.to_id`, sql`l.from_id`] : [sql`l.from_id`, sql`l.to_id`]
  const { rows } = await sql<Stepped>`
    with recursive walk (id, level) as (
      select ${id}::bigint, 0
      union
      select ${far}, w.level + 1 from walk w join directive_links l on ${near} = w.id and l.kind = 'implements'
       where w.level < 12 and ${far} <> ${id}::bigint),
    nearest as (select id, min(level) as level from walk group by id order by level, id limit ${most})
    select n.id, l.parent_id as "parentId", n.level::int as level
      from nearest n
      left join lateral (select ${near} as parent_id from directive_links l
                          where ${far} = n.id and l.kind = 'implements'
                            and ${near} in (select id from nearest)) l on n.level > 0
     order by n.level, n.id, l.parent_id`.execute(db)
  return rows
}
