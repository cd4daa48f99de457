import { type RawBuilder, sql } from 'kysely'

// Pieces of SQL that several readings share. `v` is a visit, `f` a finding.

/** The day that a visit is told by. */
export const visitDay = sql`coalesce(v.visited_on, v.planned_on)`

/** Visits to a unit and to all that stood below it, in any tree, on the day of the visit. */
export const visitsBelow = (unitId: number): RawBuilder<unknown> => sql`
  v.unit_id = any(array(select distinct h.unit_id from unit_holders h where h.ancestor_id = ${unitId}))
  and exists (
    select from unit_holders h
     where h.unit_id = v.unit_id and h.ancestor_id = ${unitId}
       and ${visitDay} between h.valid_from and h.valid_to)`

/** The finding's latest duty as `d`, in the hands of whoever has it now: it may have passed to a successor. */
export const withDuty = sql`
  left join lateral (
    select occurrence_id, made_at from finding_duties where finding_id = f.id
     order by occurrence_id desc limit 1) made on true
  left join lateral (
    with recursive line as (
      select o.* from duty_days o where o.occurrence_id = made.occurrence_id
      union all
      select o.* from line join duty_days o on o.occurrence_id = line.passed_to_id)
    select * from line where passed_to_id is null limit 1) d on true`

/** The finding's last re-check as `r`. */
export const withRecheck = sql`
  left join lateral (
    select result, checked_at from finding_rechecks where finding_id = f.id order by id desc limit 1) r on true`

/** Both for all findings at once, for lists and counts: quicker than one by one from a few hundred on. */
export const withAll = sql`
  left join (
    select distinct on (finding_id) finding_id, occurrence_id, made_at from finding_duties
     order by finding_id, occurrence_id desc) made on made.finding_id = f.id
  left join (
    with recursive line as (
      select o.occurrence_id as first_id, o.*
        from finding_duties g join duty_days o on o.occurrence_id = g.occurrence_id
      union all
      select line.first_id, o.* from line join duty_days o on o.occurrence_id = line.passed_to_id)
    select * from line where passed_to_id is null) d on d.first_id = made.occurrence_id
  left join (
    select distinct on (finding_id) finding_id, result, checked_at from finding_rechecks
     order by finding_id, id desc) r on r.finding_id = f.id`

/** As `isEnded` of the rules says. */
const isEnded = sql`coalesce(r.result in ('fixed', 'dropped'), false)`
export const isOpen = sql`not ${isEnded}`
/** As `judgeFinding` of the rules says. */
export const isOverdue = (today: string): RawBuilder<unknown> =>
  sql`(not ${isEnded} and coalesce(d.state in ('open', 'answered', 'returned') and d.due_on < ${today}::date, false))`

/** What hangs on a finding, for whoever would change it. */
export const isBound = sql`(made.occurrence_id is not null or r.result is not null)`
