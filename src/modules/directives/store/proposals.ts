import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { TargetKind } from '#modules/programmes/schema.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { ProposalState } from '../schema.ts'

export type Wish = { indicator: string; period: string; value: string; kind: TargetKind | null }
/** Account names; `for`: whom they acted for. */
export type Who = { by: string; for: string | null; at: Date }

export type ProposalHead = {
  id: number
  unitId: number
  unitCode: string
  unitName: string
  chooserId: number
  chooserCode: string
  chooserName: string
  name: string
  nameEn: string
  startsOn: Day
  endsOn: Day
  state: ProposalState
  revision: number
  madeBy: string
  madeFor: string | null
  madeAt: Date
  programme: string | null
  targets: number
  remarks: number
}
const HEAD = sql`
  p.id, p.unit_id as "unitId", p.unit_code as "unitCode", p.unit_name as "unitName", p.chooser_id as "chooserId",
  p.chooser_code as "chooserCode", p.chooser_name as "chooserName", p.name, p.name_en as "nameEn",
  p.starts_on as "startsOn", p.ends_on as "endsOn", p.state, p.revision, p.made_by as "madeBy",
  p.made_for as "madeFor", p.made_at as "madeAt", p.programme,
  (select count(*) from proposal_targets t where t.proposal_id = p.id)::int as targets,
  (select count(*) from proposal_remarks r where r.proposal_id = p.id)::int as remarks`

export type ProposalQuery = {
  unitId: number
  state?: ProposalState | undefined
  year?: string | undefined
  programme?: string | undefined
}

/** Those of the unit and of all that stood below it, in any tree, in the days of the proposal; the latest first. */
export async function listProposals(
  db: Db,
  { unitId, state, year, programme }: ProposalQuery,
  { after, limit }: { after: number | null; limit: number },
): Promise<ProposalHead[]> {
  const { rows } = await sql<ProposalHead>`
    select ${HEAD} from proposals p
     where exists (select from unit_holders h
                    where h.unit_id = p.unit_id and h.ancestor_id = ${unitId}
                      and h.valid_from <= p.ends_on and h.valid_to >= p.starts_on)
       ${state === undefined ? sql`` : sql`and p.state = ${state}`}
       ${year === undefined ? sql`` : sql`and p.starts_on <= ${`${year}-12-31`}::date and p.ends_on >= ${`${year}-01-01`}::date`}
       ${programme === undefined ? sql`` : sql`and p.programme = ${programme}`}
       ${after === null ? sql`` : sql`and p.id < ${after}`}
     order by p.id desc limit ${limit}`.execute(db)
  return rows
}

export type ProposalRow = Omit<ProposalHead, 'targets' | 'remarks'> & {
  why: string
  summary: string
  summaryEn: string
  targets: Wish[]
  directiveId: number | null
  because: string | null
  decidedBy: string | null
  decidedFor: string | null
  decidedAt: Date | null
}
const WHOLE = sql`
  ${HEAD}, p.why, p.summary, p.summary_en as "summaryEn", p.directive_id as "directiveId", p.because,
  p.decided_by as "decidedBy", p.decided_for as "decidedFor", p.decided_at as "decidedAt",
  (select coalesce(jsonb_agg(jsonb_build_object('indicator', t.indicator, 'period', t.period, 'value', t.value::text,
                                                'kind', t.kind) order by t.position), '[]')
     from proposal_targets t where t.proposal_id = p.id) as targets`

export async function findProposal(db: Db, id: number): Promise<ProposalRow | undefined> {
  const { rows } = await sql<ProposalRow>`select ${WHOLE} from proposals p where p.id = ${id}`.execute(db)
  return rows[0]
}

/** For a decision: nobody else changes or decides them until the end of the transaction. */
export async function lockProposals(tx: Tx, ids: readonly number[]): Promise<ProposalRow[]> {
  await sql`select id from proposals where id = any(${ids}::bigint[]) order by id for update`.execute(tx)
  const { rows } = await sql<ProposalRow>`
    select ${WHOLE} from proposals p where p.id = any(${ids}::bigint[]) order by p.id`.execute(tx)
  return rows
}

export type RemarkRow = { id: number; text: string; by: string; for: string | null; at: Date }

/** The earliest first, at most 500. */
export async function listRemarks(db: Db, proposalId: number): Promise<RemarkRow[]> {
  const { rows } = await sql<RemarkRow>`
    select id, text, made_by as by, made_for as for, made_at as at
      from proposal_remarks where proposal_id = ${proposalId} order by id limit 500`.execute(db)
  return rows
}

export async function insertRemark(tx: Tx, proposalId: number, text: string, who: Who): Promise<void> {
  await tx
    .insertInto('proposal_remarks')
    .values({ proposal_id: proposalId, text, made_by: who.by, made_for: who.for, made_at: who.at })
    .execute()
}

/** True when `aboveId` is the unit itself or stands above it, in any tree, on one of these days. */
export async function isAbove(
  db: Db,
  aboveId: number,
  unitId: number,
  days: { startsOn: Day; endsOn: Day },
): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select exists (select from unit_holders h
                    where h.unit_id = ${unitId} and h.ancestor_id = ${aboveId}
                      and h.valid_from <= ${days.endsOn}::date and h.valid_to >= ${days.startsOn}::date) as is`.execute(
    db,
  )
  return rows[0]!.is
}

export type Decision = { id: number; number: string; issuedOn: Day; excerpt: string }

/** A directive that decided; undefined when the register does not hold it. */
export async function findDecision(db: Db, id: number): Promise<Decision | undefined> {
  const { rows } = await sql<Decision>`
    select id, number, issued_on as "issuedOn", excerpt from directives where id = ${id}`.execute(db)
  return rows[0]
}

/** Those of these slugs whose programmes were made of a proposal. */
export async function listProposedProgrammes(db: Db, slugs: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ slug: string }>`
    select programme as slug from proposals where programme = any(${slugs}::text[])`.execute(db)
  return new Set(rows.map(({ slug }) => slug))
}
