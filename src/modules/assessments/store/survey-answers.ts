// Answers as counts, and what was given out and used. Nothing here ties an answer to a token, a paper, a day or a person.

import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Tally } from '../rules/survey-tally.ts'

type Place = { surveyId: number; unitId: number; group: string }

/** Hashes are kept in their own order, which is that of no list of people. */
export async function insertTokens(
  tx: Tx,
  surveyId: number,
  tokens: readonly { sha256: string; unitId: number; group: string }[],
): Promise<void> {
  await sql`
    insert into survey_tokens (sha256, survey_id, unit_id, group_code)
    select g.sha256, ${surveyId}, g.unit_id, g.group_code
      from unnest(${tokens.map((one) => one.sha256)}::text[], ${tokens.map((one) => one.unitId)}::int[],
                  ${tokens.map((one) => one.group)}::text[]) g (sha256, unit_id, group_code)
     order by g.sha256`.execute(tx)
}

export type TokenRow = Place & { isUsed: boolean }

export async function findToken(db: Db, sha256: string): Promise<TokenRow | undefined> {
  const { rows } = await sql<TokenRow>`
    select survey_id as "surveyId", unit_id as "unitId", group_code as "group", is_used as "isUsed"
      from survey_tokens where sha256 = ${sha256}`.execute(db)
  return rows[0]
}

/** @returns false: it was used before */
export async function spendToken(tx: Tx, sha256: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update survey_tokens set is_used = true where sha256 = ${sha256} and not is_used`.execute(tx)
  return Number(numAffectedRows ?? 0) === 1
}

/** @returns those of the numbers that are new; the others were entered before */
export async function insertPapers(
  tx: Tx,
  { surveyId, unitId, group }: Place,
  numbers: readonly number[],
): Promise<Set<number>> {
  const { rows } = await sql<{ number: number }>`
    insert into survey_papers (survey_id, unit_id, group_code, number)
    select ${surveyId}, ${unitId}, ${group}, g.number from unnest(${[...numbers]}::int[]) g (number)
     order by g.number on conflict do nothing returning number`.execute(tx)
  return new Set(rows.map(({ number }) => number))
}

/** Counts picks, always in the same order, so that two who answer at once never wait for each other in a circle. */
export async function addTallies(
  tx: Tx,
  { surveyId, unitId, group }: Place,
  picks: readonly { question: number; option: number; n: number }[],
): Promise<void> {
  await sql`
    insert into survey_tallies (survey_id, unit_id, group_code, question, option, n)
    select ${surveyId}, ${unitId}, ${group}, g.question, g.option, g.n
      from unnest(${picks.map((one) => one.question)}::int[], ${picks.map((one) => one.option)}::int[],
                  ${picks.map((one) => one.n)}::int[]) g (question, option, n)
     order by g.question, g.option
        on conflict (survey_id, unit_id, group_code, question, option)
        do update set n = survey_tallies.n + excluded.n`.execute(tx)
}

/** Units that sheets were given out or entered for. */
export async function listCovered(db: Db, surveyId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select unit_id as id from survey_tokens where survey_id = ${surveyId}
     union select unit_id from survey_papers where survey_id = ${surveyId} order by id`.execute(db)
  return rows.map(({ id }) => id)
}

/** By unit; a unit that nobody answered for is not there. */
export async function loadTallies(
  db: Db,
  surveyId: number,
  unitIds: readonly number[],
): Promise<Map<number, Tally[]>> {
  const { rows } = await sql<Tally & { unitId: number }>`
    select unit_id as "unitId", group_code as "group", question, option, n
      from survey_tallies where survey_id = ${surveyId} and unit_id = any(${[...unitIds]}::int[])
     order by unit_id, group_code, question, option`.execute(db)
  return Map.groupBy(rows, ({ unitId }) => unitId)
}

export type SheetCount = { unitId: number; group: string; handedOut: number; answered: number }

/** Sheets given out as links, and answered by link or on paper, for each unit and group that has any. */
export async function countSheets(
  db: Db,
  surveyId: number,
  unitIds: readonly number[],
): Promise<SheetCount[]> {
  const ids = [...unitIds]
  const { rows } = await sql<SheetCount>`
    select unit_id as "unitId", group_code as "group", sum(handed_out)::int as "handedOut", sum(answered)::int as answered
      from (select unit_id, group_code, count(*) as handed_out, count(*) filter (where is_used) as answered
              from survey_tokens where survey_id = ${surveyId} and unit_id = any(${ids}::int[]) group by 1, 2
            union all
            select unit_id, group_code, 0, count(*)
              from survey_papers where survey_id = ${surveyId} and unit_id = any(${ids}::int[]) group by 1, 2) s
     group by 1, 2`.execute(db)
  return rows
}

/**
 * The same of whole surveys. Answers are those of units and groups with at least `least` of them: a whole that has more
 * in it would tell by subtraction what its parts hide.
 */
export async function countAllSheets(
  db: Db,
  surveyIds: readonly number[],
  least: number,
): Promise<Map<number, { handedOut: number; answered: number }>> {
  const ids = [...surveyIds]
  const { rows } = await sql<{ id: number; handedOut: number; answered: number }>`
    select id, sum(handed_out)::int as "handedOut",
           coalesce(sum(answered) filter (where answered >= ${least}::int), 0)::int as answered
      from (select id, sum(handed_out) as handed_out, sum(answered) as answered
              from (select survey_id as id, unit_id, group_code, count(*) as handed_out,
                           count(*) filter (where is_used) as answered
                      from survey_tokens where survey_id = any(${ids}::int[]) group by 1, 2, 3
                    union all
                    select survey_id, unit_id, group_code, 0, count(*)
                      from survey_papers where survey_id = any(${ids}::int[]) group by 1, 2, 3) s
             group by id, unit_id, group_code) s
     group by id`.execute(db)
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}
