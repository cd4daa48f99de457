// What waits for somebody in rounds, gradings and appeals: one line for each thing and step, however many units it is of.

import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'

/** Units; null: every one. */
export type UnitSet = ReadonlySet<number> | null

/** Where somebody may do what, and who they are. */
export type WorkAsked = {
  /** Whose scores they say, and explain. */
  say: UnitSet
  /** Which subjects they verify. */
  verify: UnitSet
  /** The keepers whose rounds they steer, and whose appeals they assign. */
  steer: UnitSet
  assign: UnitSet
  /** The units at which they enter what subjects of a grading say of themselves, and propose grades. */
  speak: UnitSet
  propose: UnitSet
  /** The keepers whose grades they decide. */
  decide: UnitSet
  /** Accounts: themselves, and whom they act for; null: everybody. */
  accounts: readonly number[] | null
  /** People who have these accounts. */
  people: readonly number[]
  today: Day
}

const STEPS = [
  'score',
  'explain',
  'verify',
  'review',
  'move',
  'conclude',
  'assign',
  'resolve',
  'grade',
  'propose',
  'decide',
] as const
export type Step = (typeof STEPS)[number]

export type WorkLine = {
  step: Step
  /** Of the round, the grading or the appeal. */
  id: number
  name: string
  period: string
  /** Code of the unit that keeps the round or the grading. */
  keeper: string
  dueOn: Day | null
  /** How many subjects, of how many units; the first of these, and the names of some. Never a person's name. */
  subjects: number
  units: number
  unitId: number
  unitCode: string
  unitName: string
  names: string[]
}

/** More than anybody reads; the lists of rounds and gradings have the rest. */
const MOST = 200

const among = (column: string, units: UnitSet): RawBuilder<unknown> =>
  units === null ? sql`true` : sql`${sql.ref(column)} = any(${[...units]}::int[])`

const EVERYTHING: Omit<WorkAsked, 'today'> = {
  say: null,
  verify: null,
  steer: null,
  assign: null,
  speak: null,
  propose: null,
  decide: null,
  accounts: null,
  people: [],
}

/** A step that waits at one unit, and who takes it: whoever holds the right at `placeId`, or one person. */
export type WorkStep = Pick<WorkLine, 'id' | 'name' | 'period' | 'keeper' | 'dueOn' | 'unitId'> & {
  step: string
  placeId: number
  /** The account that is meant, and the person who is graded; null: whoever holds the right. */
  accountId: number | null
  personId: number | null
}
export const STEP_COLUMNS: RawBuilder<unknown> = sql`
  step, id, name, period, keeper, due_on as "dueOn", unit_id as "unitId", place_id as "placeId",
  account_id as "accountId", person_id as "personId"`

/** Everything that waits, for whomever: one row for each subject and step. */
export async function listWorkSteps(db: Db, today: Day): Promise<WorkStep[]> {
  const asked = { ...EVERYTHING, today }
  const { rows } = await sql<WorkStep>`
    with waits as (${ofRounds(asked)} union all ${ofAppeals(asked)} union all ${ofGradings(asked)})
    select ${STEP_COLUMNS} from waits`.execute(db)
  return rows
}

/** The earliest day first, what has none last. */
export async function listWorkLines(db: Db, asked: WorkAsked): Promise<WorkLine[]> {
  const { rows } = await sql<WorkLine>`
    with waits as (${ofRounds(asked)} union all ${ofAppeals(asked)} union all ${ofGradings(asked)})
    select step, id, name, period, keeper, due_on as "dueOn", count(*)::int as subjects,
           count(distinct unit_id)::int as units, (array_agg(unit_id order by unit_code))[1] as "unitId",
           (array_agg(unit_code order by unit_code))[1] as "unitCode",
           (array_agg(unit_name order by unit_code))[1] as "unitName",
           (array_agg(distinct unit_name))[1:3] as names
      from waits group by step, id, name, period, keeper, due_on
     order by coalesce(due_on, 'infinity'), step, id limit ${MOST}`.execute(db)
  return rows
}

/** Whether the unit has a current score of one stage that another stage has not followed. */
const unfollowed = (stage: string, next: string) => sql`exists (
  select from scores a
   where a.is_current and a.scheme = r.scheme and a.period = r.period and a.unit_id = s.unit_id and a.stage = ${sql.lit(stage)}
     and not exists (
       select from scores b where b.is_current and b.scheme = a.scheme and b.period = a.period and b.unit_id = a.unit_id
          and b.criterion = a.criterion and b.stage = ${sql.lit(next)}))`

const wasCut = sql`exists (
  select from scores c where c.is_current and c.scheme = r.scheme and c.period = r.period and c.unit_id = s.unit_id
     and c.stage = 'verified' and c.reason <> '')`

function ofRounds({ say, verify, steer, today }: WorkAsked): RawBuilder<unknown> {
  const subjects = sql`
    r.id, r.name, r.period, r.keeper_code as keeper, s.unit_id, s.unit_code, s.unit_name, null::int as account_id,
    null::int as person_id`
  const keeper = sql`
    r.id, r.name, r.period, r.keeper_code, r.keeper_id, r.keeper_code, r.keeper_name, null::int, null::int, r.keeper_id`
  const from = sql`from rounds r join round_subjects s on s.round_id = r.id`
  const none = (column: string) =>
    sql`not exists (select from round_subjects s where s.round_id = r.id and ${sql.ref(column)} is null)`
  return sql`
    select 'score' as step, ${subjects}, s.unit_id as place_id, r.self_due as due_on ${from}
     where r.state = 'self' and s.sent_at is null and ${among('s.unit_id', say)}
    union all
    select 'explain', ${subjects}, s.unit_id, r.explain_due ${from}
     where r.state = 'explain' and s.explained_at is null and ${among('s.unit_id', say)} and ${wasCut}
    union all
    select 'verify', ${subjects}, r.keeper_id, r.verify_due ${from}
     where r.state = 'verify' and s.sent_at is not null and ${among('s.unit_id', verify)}
       and ${unfollowed('self', 'verified')}
    union all
    select 'review', ${subjects}, r.keeper_id, r.council_on ${from}
     where r.state = 'explain' and ${among('s.unit_id', verify)} and ${unfollowed('explained', 're-verified')}
    union all
    select 'move', ${keeper}, case r.state when 'self' then r.self_due when 'verify' then r.verify_due else r.explain_due end
      from rounds r
     where ${among('r.keeper_id', steer)}
       and ((r.state = 'self' and (r.self_due < ${today}::date or ${none('s.sent_at')}))
         or (r.state = 'verify' and r.verify_due < ${today}::date)
         or (r.state = 'explain' and (r.explain_due < ${today}::date or ${none('s.explained_at')})))
    union all
    select 'conclude', ${keeper}, r.council_on from rounds r where r.state = 'council' and ${among('r.keeper_id', steer)}`
}

function ofAppeals({ assign, accounts }: WorkAsked): RawBuilder<unknown> {
  return sql`
    select case a.state when 'filed' then 'assign' else 'resolve' end, a.id, coalesce(r.name, g.name),
           coalesce(r.period, g.period), coalesce(r.keeper_code, g.keeper_code), a.unit_id, coalesce(s.unit_code, p.unit_code), coalesce(s.unit_name, p.unit_name),
           case a.state when 'assigned' then a.owner_id end, null::int, coalesce(r.keeper_id, g.keeper_id), a.due_on
      from appeals a
      left join rounds r on r.id = a.round_id
      left join round_subjects s on s.round_id = a.round_id and s.unit_id = a.unit_id
      left join grading_subjects p on p.id = a.grade_subject
      left join gradings g on g.id = p.grading_id
     where (a.state = 'assigned' and ${accounts === null ? sql`true` : sql`a.owner_id = any(${[...accounts]}::int[])`})
        or (a.state = 'filed' and (${among('r.keeper_id', assign)} or ${among('g.keeper_id', assign)}))`
}

/** Past a step, the earlier ones ask nothing more. */
function ofGradings({ speak, propose, decide, people }: WorkAsked): RawBuilder<unknown> {
  const subjects = sql`g.id, g.name, g.period, g.keeper_code, s.unit_id, s.unit_code, s.unit_name, null::int`
  const whose = sql`case g.subjects when 'people' then s.unit_id else g.keeper_id end`
  const from = sql`from gradings g join grading_subjects s on s.grading_id = g.id`
  const said = (step: string) => sql`exists (
    select from grade_facts f where f.subject_id = s.id and f.is_current and f.step = ${sql.lit(step)})`
  const isOpen = sql`g.state = 'open' and s.erased_at is null and not ${said('decision')}`
  const isOwn = sql`s.person_id = any(${[...people]}::int[])`
  // A grade for an organisation is proposed above it
  const proposes = sql`(g.subjects = 'people' and ${among('s.unit_id', propose)}
                     or g.subjects = 'units' and ${among('g.keeper_id', propose)})`
  return sql`
    select 'grade', ${subjects}, s.person_id, s.unit_id, g.self_due ${from}
     where ${isOpen} and not ${said('self')} and not ${said('proposal')} and (${isOwn} or ${among('s.unit_id', speak)})
    union all
    select 'propose', ${subjects}, null, ${whose}, g.propose_due ${from}
     where ${isOpen} and ${said('self')} and not ${said('proposal')} and not ${isOwn} and ${proposes}
    union all
    select 'decide', ${subjects}, null, g.keeper_id, g.decide_on ${from}
     where ${isOpen} and ${said('proposal')} and not ${isOwn} and ${among('g.keeper_id', decide)}`
}
