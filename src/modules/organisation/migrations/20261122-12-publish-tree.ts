import { type Kysely, sql } from 'kysely'

// What other modules may join with in their own SQL: a read contract that is kept while tables change.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create view unit_holders as
    select hierarchy, ancestor_id, unit_id, depth, valid_from, valid_to from unit_tree`.execute(db)
  await sql`
    create view unit_lives as
    select id as unit_id, begins_on, ends_on,
           (select code from unit_states s where s.unit_id = u.id order by valid_from desc limit 1) as last_code,
           (select name from unit_states s where s.unit_id = u.id order by valid_from desc limit 1) as last_name
      from units u`.execute(db)
  await sql`create view unit_revision as select revision from organisation_revision`.execute(db)
}
