// Directives and what is asked of units, laid straight into the tables: for tests of what is counted from them.

import { sql } from 'kysely'
import { unitByCode } from '#modules/organisation/index.ts'
import type { TestHouse } from './house.ts'

export type AskedOf = {
  unit: string
  due?: string | null
  received?: string
  studied?: string
  planned?: string
  reported?: string
  done?: string
  state?: string
}

/** A directive of province P with one duty, and an occurrence for each row; its id. The same unit again: its next one. */
export async function layDirective(
  house: TestHouse,
  { number = '01-KL/TW', issuedOn = '2021-05-18' },
  rows: readonly AskedOf[],
): Promise<number> {
  const unitId = async (code: string) =>
    (await unitByCode(house.db, code, { startsOn: '-infinity', endsOn: 'infinity' }))!.id
  const keeper = await unitId('P')
  const units = new Map<string, number>()
  for (const { unit } of rows) units.set(unit, await unitId(unit))
  return house.transact(async (tx) => {
    const made = await sql<{ id: number }>`
      insert into directives (number, serial, side, type, body, issuer, keeper_unit_id, issued_on, excerpt, valid_from,
                              found_by, created_by, created_at, changed_at)
      values (${number}, 1, 'party', 'conclusion', 'TW', 'Bộ Chính trị', ${keeper}, ${issuedOn}::date, 'Học tập và làm theo',
              ${issuedOn}::date, '', 'test', now(), now()) returning id`.execute(tx)
    const { id } = made.rows[0]!
    const duty = await sql<{ id: number }>`
      insert into duties (directive_id, task, product, addressed, decider_id, issued_on, created_by, created_at)
      values (${id}, 'Xây dựng kế hoạch', 'document', '{}', ${keeper}, ${issuedOn}::date, 'test', now()) returning id`.execute(
      tx,
    )
    const seen = new Map<string, number>()
    for (const r of rows) {
      const ordinal = (seen.get(r.unit) ?? 0) + 1
      seen.set(r.unit, ordinal)
      await sql`
        insert into duty_occurrences (duty_id, directive_id, unit_id, unit_code, unit_name, ordinal, asked_due_on, due_on,
               received_on, studied_on, planned_on, reported_on, done_on, state, changed_at)
        values (${duty.rows[0]!.id}, ${id}, ${units.get(r.unit)!}, ${r.unit}, ${`Đơn vị ${r.unit}`}, ${ordinal},
                ${r.due ?? null}::date, ${r.due ?? null}::date, ${r.received ?? null}::date, ${r.studied ?? null}::date,
                ${r.planned ?? null}::date, ${r.reported ?? null}::date, ${r.done ?? null}::date,
                ${r.state ?? (r.done ? 'accepted' : 'open')}, now())`.execute(tx)
    }
    return id
  })
}
