// Activities that nobody types in: another module's records, read where they are.

import { type RawBuilder, sql } from 'kysely'
import type { OutreachForm } from '../schema.ts'

/**
 * What counts by itself. `rows` is a SELECT over the other module's own view with these columns, one row for each
 * activity, and only of those that count today:
 *
 *     ref text            unique within the source, such as a story's slug
 *     unit_id int         whose activity it is
 *     subject text
 *     held_on date        its day: a story's is the day on which it was published
 *     reached int         people, or null when that is not known
 *     programme text      slug of a programme, or null
 *     directive_id bigint or null
 *     link text           where it can be read, such as /stories/long-nhan
 */
export type OutreachSource = { name: string; form: OutreachForm; rows: RawBuilder<unknown> }

const sources = new Map<string, OutreachSource>()

/**
 * Lets another module's records count as outreach, in the lists and counts at once and without a copy: a story of the
 * public pages. Called once, in `app.ts`. Whoever changes such a record then calls `recountOutreach` in the same
 * transaction, so that indicators follow.
 */
export function registerOutreach(source: OutreachSource): void {
  if (!/^[a-z-]+$/.test(source.name)) throw new Error(`A source cannot be called ${source.name}`)
  if (sources.has(source.name)) throw new Error(`The source ${source.name} is registered already`)
  sources.set(source.name, source)
}

/** Every activity that counts: recorded ones, and those of all registered sources. */
export function allActivities(): RawBuilder<unknown> {
  const recorded = sql`
    select id as key, unit_id, unit_code, unit_name, form, subject, held_on, place, reached, programme,
           directive_id, null::text as link, recorded_by, recorded_at
      from outreach_activities where withdrawn_at is null`
  const registered = [...sources.values()].map(
    ({ name, form, rows }) => sql`
    select ${name} || ':' || r.ref, r.unit_id, null, null, ${form}, r.subject, r.held_on, '', r.reached, r.programme,
           r.directive_id, r.link, null, null
      from (${rows}) r`,
  )
  return sql.join([recorded, ...registered], sql` union all `)
}
