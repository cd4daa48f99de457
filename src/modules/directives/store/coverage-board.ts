import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import { STEPS, type Step } from '../schema.ts'

export type BoardQuery = {
  /** Ids of the units that are looked at. */
  units: readonly number[]
  on: Day
  /** First and last day of issue of the directives. */
  from?: Day | undefined
  to?: Day | undefined
  /** Only lines in which somebody has not come to this step, or is or was late. */
  missing?: Step | undefined
  isLate?: boolean | undefined
}
export type Counts = Record<Step, number> & {
  asked: number
  late: number
  overdue: number
  /** The most in any pair. */
  daysLate: number
}

/**
 * Pairs of directive and unit, each judged as `coverUnit` of the rules judges it; `coverage-board.test.ts` compares the
 * two. Read off the index `duty_occurrences_coverage_idx` alone, in its order, so that nothing is sorted.
 */
const pairs = ({ units, on, from, to }: BoardQuery): RawBuilder<unknown> => {
  const day = sql`${on}::date`
  const isAsked = sql`o.due_on is null or o.due_on <= ${day} or o.done_on <= ${day}`
  const isIssued =
    from === undefined && to === undefined
      ? sql``
      : sql`and o.directive_id = any(array(
              select id from directives where issued_on between ${from ?? '-infinity'}::date and ${to ?? 'infinity'}::date))`
  return sql`
    select o.directive_id, o.unit_id,
           bool_or(o.received_on <= ${day}) as received,
           bool_or(o.studied_on <= ${day}) as studied,
           bool_or(o.planned_on <= ${day}) as planned,
           coalesce(bool_and(coalesce(o.reported_on <= ${day}, false)) filter (where ${isAsked}),
                    bool_and(coalesce(o.reported_on <= ${day}, false))) as reported,
           coalesce(bool_and(coalesce(o.done_on <= ${day}, false)) filter (where ${isAsked}), false) as done,
           max(greatest(least(o.done_on, ${day}) - o.due_on, 0)) as days_late
      from duty_occurrences o
     where o.state not in ('passed', 'withdrawn') and o.unit_id = any(${[...units]}::int[]) ${isIssued}
     group by o.directive_id, o.unit_id`
}

const COUNTS = sql`
  count(*)::int as asked,
  ${sql.join(STEPS.map((step) => sql`(count(*) filter (where ${sql.ref(step)}))::int as ${sql.ref(step)}`))},
  (count(*) filter (where days_late > 0))::int as late,
  (count(*) filter (where days_late > 0 and not done))::int as overdue,
  coalesce(max(days_late), 0)::int as "daysLate"`

/** The condition on a line of counts. */
const kept = ({ missing, isLate }: BoardQuery): RawBuilder<unknown> => sql`
  ${missing === undefined ? sql`` : sql`and ${sql.ref(`c.${missing}`)} < c.asked`}
  ${isLate ? sql`and c.late > 0` : sql``}`

export type BoardTotals = Omit<Counts, 'daysLate'> & { units: number; directives: number }
type UnitCounts = Counts & { unitId: number }
export type DirectiveCounts = Counts & {
  id: number
  number: string
  issuer: string
  issuedOn: Day
  excerpt: string
}

/** Of lines that hold every pair once. */
const TOTALS = sql`${sql.join(
  ['asked', ...STEPS, 'late', 'overdue'].map(
    (name) => sql`coalesce(sum(${sql.ref(name)}), 0)::int as ${sql.ref(name)}`,
  ),
)}`

/** Counts of all, and of every unit that something is asked of and that the filter keeps, in no order. */
export async function countByUnit(
  db: Db,
  query: BoardQuery,
): Promise<{ totals: BoardTotals; lines: UnitCounts[] }> {
  const { rows } = await sql<{ totals: BoardTotals; lines: UnitCounts[] }>`
    with pairs as materialized (${pairs(query)}),
         lines as (select unit_id as "unitId", ${COUNTS} from pairs group by unit_id)
    select (select to_jsonb(t) from (
              select count(*)::int as units,
                     (select count(*) from (select from pairs group by directive_id) d)::int as directives, ${TOTALS}
                from lines) t) as totals,
           (select coalesce(jsonb_agg(c), '[]') from lines c where true ${kept(query)}) as lines`.execute(db)
  return rows[0]!
}

/**
 * Counts of all, and of directives, the latest issued first.
 * @param after day and id of the last one of the page before.
 */
export async function countByDirective(
  db: Db,
  query: BoardQuery,
  { after, limit }: { after: { issuedOn: Day; id: number } | null; limit: number },
): Promise<{ totals: BoardTotals; lines: DirectiveCounts[] }> {
  const { rows } = await sql<{ totals: BoardTotals; lines: DirectiveCounts[] }>`
    with pairs as materialized (${pairs(query)}),
         lines as (select directive_id, ${COUNTS} from pairs group by directive_id),
         page as (
           select d.id, d.number, d.issuer, d.issued_on as "issuedOn", d.excerpt, ${COUNTED}
             from lines c join directives d on d.id = c.directive_id
            where true ${kept(query)}
              ${after === null ? sql`` : sql`and (d.issued_on, d.id) < (${after.issuedOn}::date, ${after.id}::bigint)`}
            order by d.issued_on desc, d.id desc limit ${limit})
    select (select to_jsonb(t) from (
              select (select count(*) from (select from pairs group by unit_id) u)::int as units,
                     count(*)::int as directives, ${TOTALS} from lines) t) as totals,
           (select coalesce(jsonb_agg(p order by p."issuedOn" desc, p.id desc), '[]') from page p) as lines`.execute(
    db,
  )
  return rows[0]!
}

const COUNTED = sql.join(
  ['asked', ...STEPS, 'late', 'overdue', 'daysLate'].map((name) => sql.ref(`c.${name}`)),
)
