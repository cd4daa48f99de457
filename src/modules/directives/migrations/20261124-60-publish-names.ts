import { type Kysely, sql } from 'kysely'

// What other modules may join with in their own SQL: a directive by its name, and where each occurrence of a duty stands.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create view directive_names as
    select id as directive_id, number, excerpt, issued_on, keeper_unit_id from directives`.execute(db)
  await sql`
    create view duty_states as
    select o.id as occurrence_id, o.duty_id, o.directive_id, o.unit_id, o.unit_code, o.unit_name, o.due_on, o.state,
           o.ordinal, o.done_on, o.changed_at, d.task, d.product, d.decider_id, d.created_at, n.number, n.excerpt
      from duty_occurrences o
      join duties d on d.id = o.duty_id
      join directives n on n.id = o.directive_id`.execute(db)
  await sql`
    create view duty_answer_states as
    select occurrence_id, version, kind, note, sent_by, sent_for, sent_at, decision, reason, decided_by, decided_for,
           decided_at
      from duty_answers`.execute(db)
}
