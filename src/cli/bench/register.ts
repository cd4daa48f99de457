// An invented register: what a province of 600 communes issues and asks in five years.

import { sql } from 'kysely'
import type { House } from '#platform/db/house.ts'
import { randomFrom, SEED } from './world.ts'

export const DIRECTIVES = 20_000
export const OCCURRENCES = 500_000
/** The day on which it is read: half a year after the last directive. */
export const READ_ON = '2025-12-31'
const CHUNK = 2_000
const WORDS_OF_TEXT = 60
const SYLLABLES =
  'ba bac ban binh cao chi chinh cong cuoc dan dang dao den dia doan doi dong duc duong giai giao hai hanh hoach hoc hoi huong huyen ke khai kinh ky lam lanh luan moi nam nghi nghiep nguoi nha nhan nong phat phong phu quan quyet sach sang sinh song ta tap tang tap tham the thi thien thong thuc tien tinh to toan tra trien trung truong tu tuyen uy van viec vien xa xay'.split(
    ' ',
  )

type Row = { number: string; serial: number; day: number; excerpt: string; foundBy: string }

/**
 * 20,000 directives over five years with 500,000 occurrences: of every four directives three ask 25 communes once, the
 * fourth five communes for each of five quarters. Nine of ten have received, four of five are done, one in ten of those late.
 */
export async function makeRegister(house: House): Promise<void> {
  const random = randomFrom(SEED)
  const words = (count: number) =>
    Array.from({ length: count }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]!).join(' ')
  for (let from = 0; from < DIRECTIVES; from += CHUNK) {
    const rows = Array.from({ length: CHUNK }, (_, n): Row => {
      const serial = from + n + 1
      const excerpt = words(12)
      const number = `${serial}-CV/TU`
      return {
        number,
        serial,
        day: Math.floor((serial * 1_640) / DIRECTIVES),
        excerpt,
        foundBy: `${number.toLowerCase()} ${excerpt} tinh uy ${words(WORDS_OF_TEXT)}`,
      }
    })
    await insertDirectives(house, rows)
  }
  await insertDuties(house)
  await sql`vacuum analyze`.execute(house.db)
}

async function insertDirectives(house: House, rows: readonly Row[]): Promise<void> {
  await sql`
    insert into directives (number, serial, side, type, body, issuer, issuer_unit_id, keeper_unit_id, issued_on, excerpt,
                            valid_from, found_by, created_by, created_at, changed_at)
    select r.number, r.serial, 'party', 'directive', 'TU', 'Tỉnh ủy', p.unit_id, p.unit_id, date '2021-01-01' + r.day, r.excerpt,
           date '2021-01-01' + r.day, r."foundBy", 'bench', now(), now()
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
             as r (number text, serial int, day int, excerpt text, "foundBy" text),
           (select unit_id from unit_states where code = 'P') p`.execute(house.db)
}

/** Numbers that look random and stay the same: a directive and a place in it, times two primes. */
const draw = sql`((d.id * 7919 + n * 104729) % 1000)`

async function insertDuties(house: House): Promise<void> {
  await sql`
    insert into duties (directive_id, task, product, repeats, first_due_on, last_due_on, addressed, decider_id, issued_on,
                        created_by, created_at)
    select id, 'Xây dựng kế hoạch, báo cáo kết quả', 'report', case when id % 4 = 0 then 'quarter' end, issued_on + 30,
           issued_on + 390, '{"by": "list"}', keeper_unit_id, issued_on, 'bench', now()
      from directives order by id`.execute(house.db)
  await sql`
    insert into duty_occurrences (duty_id, directive_id, unit_id, unit_code, unit_name, ordinal, asked_due_on, due_on,
           received_on, studied_on, planned_on, reported_on, done_on, state, changed_at)
    select u.id, d.id, c.unit_id, c.code, c.name, o.ordinal, o.due, o.due,
           case when ${draw} < 900 then d.issued_on + 2 end, case when ${draw} < 850 then d.issued_on + 9 end,
           case when ${draw} < 830 then d.issued_on + 15 end,
           case when ${draw} < 800 then o.due - 3 + (case when ${draw} < 80 then 9 else 0 end) end,
           case when ${draw} < 800 then o.due - 2 + (case when ${draw} < 80 then 9 else 0 end) end,
           case when ${draw} < 800 then 'accepted' when ${draw} < 820 then 'answered' when ${draw} < 825 then 'returned'
                when ${draw} > 995 then 'withdrawn' else 'open' end, now()
      from directives d
      join duties u on u.directive_id = d.id
     cross join generate_series(0, 24) n
     cross join lateral (
       select case when d.id % 4 = 0 then n / 5 + 1 else 1 end as ordinal,
              d.issued_on + 30 + (case when d.id % 4 = 0 then (n / 5) * 90 else 0 end) as due,
              (d.id * 37 + (case when d.id % 4 = 0 then n % 5 else n end) * 23) % 600 as place) o
      join (select unit_id, code, name, row_number() over (order by code) - 1 as place
              from unit_states where code ~ '^1') c on c.place = o.place`.execute(house.db)
}
