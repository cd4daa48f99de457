import { sql } from 'kysely'
import { addDays, type Day, maxDay } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import { type AuditLine, findBreak } from './chain.ts'
import { type AuditRow, COLUMNS, lineOf, readAudit } from './store.ts'

export type AuditFilter = {
  /** Only entries at these units; undefined: all, those without a unit too. */
  unitIds?: readonly number[] | undefined
  who?: string | undefined
  action?: string | undefined
  subject?: string | undefined
  from?: Day | undefined
  to?: Day | undefined
}
export type AuditFound = AuditLine & { details: string }

const PAGE = 1_000

/** One page, by number. `after` reads on upwards, `before` downwards; the newest first when neither is given. */
export async function searchAudit(
  db: Db,
  filter: AuditFilter,
  page: { after?: number | undefined; before?: number | undefined; limit: number },
): Promise<AuditFound[]> {
  const isUp = page.after !== undefined
  const rows = await selectAudit(db, filter)
    .$if(isUp, (q) => q.where('seq', '>', page.after!))
    .$if(page.before !== undefined, (q) => q.where('seq', '<', page.before!))
    .orderBy('seq', isUp ? 'asc' : 'desc')
    .limit(page.limit)
    .execute()
  return (rows as AuditRow[]).map(lineOf)
}

/** Everything that the filter lets through, oldest first, read in pages: memory stays flat. */
export async function* streamAudit(db: Db, filter: AuditFilter): AsyncGenerator<AuditFound> {
  const last = { seq: Number.MIN_SAFE_INTEGER }
  for (;;) {
    const page = await searchAudit(db, filter, { after: last.seq, limit: PAGE })
    yield* page
    if (page.length < PAGE) return
    last.seq = page.at(-1)!.seq
  }
}

/** Reads the chain to its end. */
export async function checkChain(db: Db) {
  const state = { checked: 0, before: undefined as AuditLine | undefined }
  const differences: { seq: number; fault: string }[] = []
  for await (const entry of readAudit(db)) {
    const found = findBreak(entry, state.before)
    if (found && differences.length < 100) differences.push(found)
    state.checked += 1
    state.before = entry
  }
  return { checked: state.checked, differences, lastHash: state.before?.hash ?? null }
}

function selectAudit(db: Db, { unitIds, who, action, subject, from, to }: AuditFilter) {
  return db
    .selectFrom('audit_entries')
    .select(COLUMNS)
    .select(sql<string>`details::text`.as('details'))
    .$if(unitIds !== undefined, (q) =>
      q.where('unit_id', '=', sql<number>`any(${[...(unitIds ?? [])]}::int[])`),
    )
    .$if(who !== undefined, (q) =>
      q.where((row) => row.or([row('actor', '=', who!), row('acting_for', '=', who!)])),
    )
    .$if(action !== undefined, (q) =>
      q.where(sql<boolean>`(action = ${action} or starts_with(action, ${`${action}.`}))`),
    )
    .$if(subject !== undefined, (q) => q.where(sql<boolean>`starts_with(subject, ${subject})`))
    .$if(from !== undefined, (q) => q.where('at', '>=', startOf(from!)))
    .$if(to !== undefined, (q) => q.where('at', '<', startOf(addDays(to!, 1))))
}

/** Midnight in Vietnam; a day before there were computers is as good as the first of them. */
const startOf = (day: Day) => new Date(`${maxDay(day, '1970-01-01')}T00:00:00+07:00`)
