// Who had a part in what is appealed.

import { sql } from 'kysely'
import type { Db } from '#platform/db/db.ts'

type About = { scheme: string; period: string; unitId: number; criterion: string; roundId: number }
/** Account ids and names of all who said a score of a verifier or the council, or published the first result. */
export type Deciders = { ids: Set<number>; names: Set<string> }

/** @param about with criterion '' of every criterion */
export async function listDeciders(
  db: Db,
  { scheme, period, unitId, criterion, roundId }: About,
): Promise<Deciders> {
  const { rows } = await sql<{ id: number | null; name: string | null }>`
    select said_by_id as id, said_by as name from scores
     where scheme = ${scheme} and period = ${period} and unit_id = ${unitId}
       and (${criterion} = '' or criterion = ${criterion}) and stage in ('verified', 're-verified', 'final')
    union
    select null, said_for from scores
     where scheme = ${scheme} and period = ${period} and unit_id = ${unitId} and said_for is not null
       and (${criterion} = '' or criterion = ${criterion}) and stage in ('verified', 're-verified', 'final')
    union
    select null, published_by from results where round_id = ${roundId} and kind = 'published'
    union
    select null, published_for from results where round_id = ${roundId} and kind = 'published' and published_for is not null`.execute(
    db,
  )
  return {
    ids: new Set(rows.flatMap(({ id }) => id ?? [])),
    names: new Set(rows.flatMap(({ name }) => name ?? [])),
  }
}

export type Account = { id: number; username: string; name: string }
