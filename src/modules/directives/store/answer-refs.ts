// What an answer may link to: records of the unit itself. Each gives the words that it is known by.

import { sql } from 'kysely'
import type { Db } from '#platform/db/db.ts'

type Label = { label: string }

/** A directive that the unit issued, or whose register holds it. */
export async function findOwnDirective(db: Db, id: number, unitId: number): Promise<string | undefined> {
  const { rows } = await sql<Label>`
    select number as label from directives
     where id = ${id} and (issuer_unit_id = ${unitId} or keeper_unit_id = ${unitId})`.execute(db)
  return rows[0]?.label
}

/** A study session of the unit that counts, under any directive. */
export async function findOwnSession(db: Db, id: number, unitId: number): Promise<string | undefined> {
  const { rows } = await sql<Label>`
    select held_on::text as label from study_sessions
     where id = ${id} and unit_id = ${unitId} and withdrawn_at is null`.execute(db)
  return rows[0]?.label
}

/** A report that the unit has submitted. */
export async function findOwnReport(
  db: Db,
  { form, period }: { form: string; period: string },
  unitId: number,
): Promise<string | undefined> {
  const { rows } = await sql<Label>`
    select n.name || ', ' || s.period as label
      from report_states s join form_names n on n.id = s.form_id
     where s.form = ${form} and s.period = ${period} and s.unit_id = ${unitId} and s.submitted_at is not null
     limit 1`.execute(db)
  return rows[0]?.label
}
