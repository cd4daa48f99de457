import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Link } from './directive-links.ts'
import { DIRECTIVE, type DirectiveRow, type StoredDraft } from './directives.ts'

const AT_ONCE = 500

/** All directives with one of these numbers, however many. */
export async function listAllByNumbers(db: Db, numbers: readonly string[]): Promise<DirectiveRow[]> {
  const all: DirectiveRow[] = []
  for (let n = 0; n < numbers.length; n += AT_ONCE)
    for (const row of await listRowsOf(db, numbers.slice(n, n + AT_ONCE))) all.push(row)
  return all
}

/** A short number may stand for hundreds: each unit begins anew each year. */
async function listRowsOf(db: Db, numbers: readonly string[]): Promise<DirectiveRow[]> {
  const { rows } = await sql<DirectiveRow>`
    select ${DIRECTIVE} from directives d where d.number = any(${[...numbers]}::text[])`.execute(db)
  return rows
}

/** Enters many, some hundred at a time; answers their ids in the order given. */
export async function insertDirectives(
  tx: Tx,
  drafts: readonly StoredDraft[],
  { by, at }: { by: string; at: Date },
): Promise<number[]> {
  const ids: number[] = []
  for (let n = 0; n < drafts.length; n += AT_ONCE) {
    const told = drafts.slice(n, n + AT_ONCE).map((draft, place) => ({ ...draft, place }))
    const { rows } = await sql<{ id: number }>`
      with told as (
        select * from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as d (place int, number text, serial int,
          "seriesYear" int, side text, type text, body text, issuer text, "issuerUnitId" int, "keeperUnitId" int,
          "issuedOn" date, excerpt text, signer text, "validFrom" date, "validTo" date, "foundBy" text)),
      made as (
        insert into directives (number, serial, series_year, side, type, body, issuer, issuer_unit_id, keeper_unit_id,
            issued_on, excerpt, signer, valid_from, valid_to, found_by, created_by, created_at, changed_at)
          select number, serial, "seriesYear", side, type, body, issuer, "issuerUnitId", "keeperUnitId",
                 "issuedOn", excerpt, signer, "validFrom", "validTo", "foundBy", ${by}, ${at}, ${at}
            from told order by place
          returning id, number, issuer, issued_on)
      select m.id from made m join told t on t.number = m.number and t.issuer = m.issuer and t."issuedOn" = m.issued_on
       order by t.place`.execute(tx)
    ids.push(...rows.map(({ id }) => id))
  }
  return ids
}

/** Links that these directives have. */
export async function listLinksOfAll(db: Db, fromIds: readonly number[]): Promise<Link[]> {
  if (fromIds.length === 0) return []
  const { rows } = await sql<Link>`
    select from_id as "fromId", to_id as "toId", kind from directive_links
     where from_id = any(${[...fromIds]}::bigint[])`.execute(db)
  return rows
}
