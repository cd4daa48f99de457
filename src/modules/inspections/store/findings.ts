import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { DutyState } from '#modules/directives/schema.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { FindingFilter } from '../api/findings.ts'
import type { FindingDraft } from '../api/visits.ts'
import type { FindingKind, RecheckResult, Severity } from '../schema.ts'
import type { Doing } from './inspections.ts'
import { isBound, isOpen, isOverdue, visitsBelow, withAll, withDuty, withRecheck } from './reach.ts'

export type RecheckRow = {
  id: number
  checkedOn: Day
  result: RecheckResult
  note: string
  files: string[]
  by: string
  /** ISO 8601. */
  at: string
}
export type FindingRow = {
  id: number
  key: string
  kind: FindingKind
  severity: Severity
  text: string
  asked: string
  files: string[]
  visitId: number
  foundOn: Day
  unitId: number
  unitCode: string
  unitName: string
  inspectionId: number
  /** Whose inspection it is. */
  ownerId: number
  inspectionName: string
  directiveId: number
  number: string
  excerpt: string
  isClosed: boolean
  duty: {
    occurrenceId: number
    madeAt: string
    unitCode: string
    unitName: string
    state: DutyState
    dueOn: Day | null
    doneOn: Day | null
  } | null
  /** The latest first. */
  rechecks: RecheckRow[]
  isBound: boolean
}

/** As `Date.toISOString` writes it, so that instants compare as texts. */
const instant = (at: RawBuilder<unknown>) =>
  sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const COLUMNS = sql`
  f.id, f.key, f.kind, f.severity, f.text, f.asked, f.files, v.id as "visitId", v.visited_on as "foundOn",
  v.unit_id as "unitId", v.unit_code as "unitCode", v.unit_name as "unitName", i.id as "inspectionId", i.owner_id as "ownerId",
  i.name as "inspectionName", i.directive_id as "directiveId", n.number, n.excerpt,
  i.closed_at is not null as "isClosed", ${isBound} as "isBound",
  case when d.occurrence_id is null then null else jsonb_build_object(
    'occurrenceId', d.occurrence_id, 'madeAt', ${instant(sql`made.made_at`)}, 'unitCode', d.unit_code,
    'unitName', d.unit_name, 'state', d.state, 'dueOn', d.due_on, 'doneOn', d.done_on) end as duty,
  (select coalesce(jsonb_agg(jsonb_build_object(
            'id', c.id, 'checkedOn', c.checked_on, 'result', c.result, 'note', c.note, 'files', c.files,
            'by', c.checked_by, 'at', ${instant(sql`c.checked_at`)}) order by c.id desc), '[]')
     from finding_rechecks c where c.finding_id = f.id) as rechecks`
const JOINED = sql`
  inspection_findings f
  join inspection_visits v on v.id = f.visit_id
  join inspections i on i.id = v.inspection_id
  join directive_names n on n.directive_id = i.directive_id`
const FROM = sql`${JOINED} ${withDuty} ${withRecheck}`

export async function findFinding(db: Db, id: number): Promise<FindingRow | undefined> {
  const { rows } = await sql<FindingRow>`select ${COLUMNS} from ${FROM} where f.id = ${id}`.execute(db)
  return rows[0]
}

/** Of some visits, each visit's in the order in which they were written. */
export async function listFindingsOf(db: Db, visitIds: readonly number[]): Promise<FindingRow[]> {
  const { rows } = await sql<FindingRow>`
    select ${COLUMNS} from ${FROM}
     where f.visit_id = any(${[...visitIds]}::bigint[]) order by f.visit_id, f.position, f.id`.execute(db)
  return rows
}

export type FindingQuery = {
  unitId: number
  which: FindingFilter
  kind?: FindingKind | undefined
  severity?: Severity | undefined
  today: Day
}

/** Found below the unit, or now in the hands of one that stands below it. */
const reached = (unitId: number, today: Day): RawBuilder<unknown> => sql`
  ((${visitsBelow(unitId)}) or exists (
    select from unit_holders h
     where h.ancestor_id = ${unitId} and h.unit_id = d.unit_id
       and ${today}::date between h.valid_from and h.valid_to))`

const only = (which: FindingFilter, today: Day): RawBuilder<unknown> =>
  which === 'all' ? sql`true` : which === 'open' ? isOpen : isOverdue(today)

/** The latest first. @param after day and id of the last one of the page before. */
export async function listFindings(
  db: Db,
  { unitId, which, kind, severity, today }: FindingQuery,
  { after, limit }: { after: { day: Day; id: number } | null; limit: number },
): Promise<FindingRow[]> {
  const { rows } = await sql<FindingRow>`
    select ${COLUMNS} from ${JOINED} ${withAll}
     where ${reached(unitId, today)} and ${only(which, today)}
       ${kind === undefined ? sql`` : sql`and f.kind = ${kind}`}
       ${severity === undefined ? sql`` : sql`and f.severity = ${severity}`}
       ${after === null ? sql`` : sql`and (v.visited_on, f.id) < (${after.day}::date, ${after.id}::bigint)`}
     order by v.visited_on desc, f.id desc limit ${limit}`.execute(db)
  return rows
}

export async function countFindings(
  db: Db,
  unitId: number,
  today: Day,
): Promise<{ all: number; open: number; overdue: number }> {
  const { rows } = await sql<{ all: number; open: number; overdue: number }>`
    select count(*)::int as all, count(*) filter (where ${isOpen})::int as open,
           count(*) filter (where ${isOverdue(today)})::int as overdue
      from inspection_findings f join inspection_visits v on v.id = f.visit_id ${withAll}
     where ${reached(unitId, today)}`.execute(db)
  return rows[0]!
}

export type RecurringRow = {
  unitId: number
  unitCode: string
  unitName: string
  kind: FindingKind
  findings: number
  visits: number
  firstOn: Day
  lastOn: Day
  worst: Severity
}

/** Units and kinds that at least two visits found; the most often found first. Units are named as on the last visit. */
export async function listRecurring(
  db: Db,
  { unitId, from, to }: { unitId: number; from: Day; to: Day },
  limit: number,
): Promise<RecurringRow[]> {
  const { rows } = await sql<RecurringRow>`
    select v.unit_id as "unitId", f.kind, count(*)::int as findings, count(distinct v.id)::int as visits,
           (array_agg(v.unit_code order by v.visited_on desc))[1] as "unitCode",
           (array_agg(v.unit_name order by v.visited_on desc))[1] as "unitName",
           min(v.visited_on) as "firstOn", max(v.visited_on) as "lastOn",
           case when bool_or(f.severity = 'serious') then 'serious'
                when bool_or(f.severity = 'fault') then 'fault' else 'remark' end as worst
      from inspection_findings f join inspection_visits v on v.id = f.visit_id
     where ${visitsBelow(unitId)} and v.visited_on between ${from}::date and ${to}::date
     group by v.unit_id, f.kind having count(distinct v.id) >= 2
     order by visits desc, "lastOn" desc, v.unit_id, f.kind limit ${limit}`.execute(db)
  return rows
}

/** Puts a visit's findings in the place of what stood; those with the same key stay the same finding. */
export async function writeFindings(
  tx: Tx,
  visitId: number,
  findings: readonly FindingDraft[],
): Promise<void> {
  const keys = findings.map(({ key }) => key)
  await sql`
    delete from inspection_findings where visit_id = ${visitId} and key <> all(${keys}::text[])`.execute(tx)
  if (findings.length === 0) return
  const rows = findings.map((f, position) => ({
    visit_id: visitId,
    key: f.key,
    position,
    kind: f.kind,
    severity: f.severity,
    text: f.text,
    asked: f.asked,
    files: JSON.stringify(f.files),
  }))
  await tx
    .insertInto('inspection_findings')
    .values(rows)
    .onConflict((c) =>
      c.columns(['visit_id', 'key']).doUpdateSet((eb) => ({
        position: eb.ref('excluded.position'),
        kind: eb.ref('excluded.kind'),
        severity: eb.ref('excluded.severity'),
        text: eb.ref('excluded.text'),
        asked: eb.ref('excluded.asked'),
        files: eb.ref('excluded.files'),
      })),
    )
    .execute()
}

export async function insertDuty(tx: Tx, findingId: number, occurrenceId: number, who: Doing): Promise<void> {
  await tx
    .insertInto('finding_duties')
    .values({
      finding_id: findingId,
      occurrence_id: occurrenceId,
      made_by: who.by,
      made_for: who.onBehalfOf ?? null,
      made_at: who.at,
    })
    .execute()
}

export async function insertRecheck(
  tx: Tx,
  findingId: number,
  check: Pick<RecheckRow, 'checkedOn' | 'result' | 'note' | 'files'>,
  who: Doing,
): Promise<void> {
  await tx
    .insertInto('finding_rechecks')
    .values({
      finding_id: findingId,
      checked_on: check.checkedOn,
      result: check.result,
      note: check.note,
      files: JSON.stringify(check.files),
      checked_by: who.by,
      checked_for: who.onBehalfOf ?? null,
      checked_at: who.at,
    })
    .execute()
}

/** The finding, this transaction's own until it ends: two who decide on it follow one another. */
export async function lockFinding(tx: Tx, id: number): Promise<void> {
  await tx.selectFrom('inspection_findings').select('id').where('id', '=', id).forUpdate().execute()
}
