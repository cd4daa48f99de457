// Saying scores: the only writer of what counts, for people, imports, surveys, the system's own counts and appeals.

import { sql } from 'kysely'
import type { Tx } from '#platform/db/db.ts'
import type { Stage } from '../schema.ts'

/** What is to be said of one criterion of one unit. */
export type Saying = {
  /** Code of the scheme: what is said holds for whichever version is in force. */
  scheme: string
  period: string
  unitId: number
  /** `*` for bonus and penalty. */
  criterion: string
  stage: Stage
  /** JSON that fits the criterion's rule, with its numbers as text. */
  input: string
  /** A code of CUT_REASONS, free text of an import, or ''. */
  reason?: string
  note?: string
  /** JSON of what the system counted (`Counted` of `api/score-shapes.ts`); left out: a person says it. */
  source?: string | null
}
/** Who says it. `byId` is null for a command, an import, or the system itself, whose name is `songma`. */
export type Sayer = { by: string; byId: number | null; for: string | null; at: Date }

const table = (rows: readonly Saying[]) => sql`
  unnest(${rows.map((r) => r.scheme)}::text[], ${rows.map((r) => r.period)}::text[],
         ${rows.map((r) => r.unitId)}::int[], ${rows.map((r) => r.criterion)}::text[],
         ${rows.map((r) => r.stage)}::text[], ${rows.map((r) => r.input)}::text[],
         ${rows.map((r) => r.reason ?? '')}::text[], ${rows.map((r) => r.note ?? '')}::text[],
         ${rows.map((r) => r.source ?? null)}::text[]) with ordinality
    g (scheme, period, unit_id, criterion, stage, input, reason, note, source, n)`

const SAME_CELL = sql`s.is_current and s.scheme = g.scheme and s.period = g.period and s.unit_id = g.unit_id
                      and s.criterion = g.criterion and s.stage = g.stage`

/**
 * Says scores. What was said before of the same stage stays to be read, and counts no more; what says the same again, to
 * the letter, is left alone. Whether they may be said (state of the round, right, separation, reason of a cut), that
 * inputs fit the rules, and the audit entry are the caller's to see to. A cell comes once in `rows`.
 *
 * @returns how many were new or different.
 */
export async function say(
  tx: Tx,
  rows: readonly Saying[],
  { by, byId, for: actedFor, at }: Sayer,
): Promise<number> {
  if (rows.length === 0) return 0
  await sql`
    update scores s set is_current = false from ${table(rows)}
     where ${SAME_CELL} and (s.input, s.reason, s.note, coalesce(s.source, ''))
           is distinct from (g.input, g.reason, g.note, coalesce(g.source, ''))`.execute(tx)
  const { numAffectedRows } = await sql`
    insert into scores (scheme, period, unit_id, criterion, stage, input, reason, note, source,
                        said_by, said_by_id, said_for, said_at)
    select g.scheme, g.period, g.unit_id, g.criterion, g.stage, g.input, g.reason, g.note, g.source,
           ${by}, ${byId}::int, ${actedFor}, ${at}::timestamptz
      from ${table(rows)}
     where not exists (select from scores s where ${SAME_CELL})
     order by g.n`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
