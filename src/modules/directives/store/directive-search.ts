import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import type { Side } from '../schema.ts'
import { DIRECTIVE, type DirectiveRow } from './directives.ts'

export type RegisterQuery = {
  /** Normalised; null: any. */
  number: string | null
  /** All must be found, each as the beginning of a word; numbers before the last word whole. */
  words: readonly string[]
  side?: Side | undefined
  type?: string | undefined
  issuerUnitId?: number | undefined
  from?: Day | undefined
  to?: Day | undefined
  linkedWith?: number | undefined
}

/**
 * `song:* & ma:*`: words of letters and digits alone, so nothing of them is an operator. A number is meant whole, unless
 * it comes last and may still be typed.
 */
const asked = (words: readonly string[]) =>
  words.map((word, n) => (/^\d+$/.test(word) && n < words.length - 1 ? word : `${word}:*`)).join(' & ')

const conditions = (query: RegisterQuery): RawBuilder<unknown>[] => [
  ...(query.number === null ? [] : [sql`d.number = ${query.number}`]),
  ...(query.words.length === 0
    ? []
    : [sql`to_tsvector('simple', d.found_by) @@ to_tsquery('simple', ${asked(query.words)})`]),
  ...(query.side === undefined ? [] : [sql`d.side = ${query.side}`]),
  ...(query.type === undefined ? [] : [sql`d.type = ${query.type}`]),
  ...(query.issuerUnitId === undefined ? [] : [sql`d.issuer_unit_id = ${query.issuerUnitId}`]),
  ...(query.from === undefined ? [] : [sql`d.issued_on >= ${query.from}::date`]),
  ...(query.to === undefined ? [] : [sql`d.issued_on <= ${query.to}::date`]),
  ...(query.linkedWith === undefined
    ? []
    : [
        sql`d.id = any(array(select to_id from directive_links where from_id = ${query.linkedWith}
                             union select from_id from directive_links where to_id = ${query.linkedWith}))`,
      ]),
]

/** The latest issued first. @param after day and id of the last one of the page before. */
export async function searchRegister(
  db: Db,
  query: RegisterQuery,
  { after, limit }: { after: { issuedOn: Day; id: number } | null; limit: number },
): Promise<DirectiveRow[]> {
  const all = [
    ...conditions(query),
    ...(after === null ? [] : [sql`(d.issued_on, d.id) < (${after.issuedOn}::date, ${after.id}::bigint)`]),
  ]
  const where = all.length === 0 ? sql`` : sql`where ${sql.join(all, sql` and `)}`
  const { rows } = await sql<DirectiveRow>`
    select ${DIRECTIVE} from directives d ${where}
     order by d.issued_on desc, d.id desc limit ${limit}`.execute(db)
  return rows
}
