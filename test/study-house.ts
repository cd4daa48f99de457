// A country with a directive to study, and the indicators that are counted from it.

import { loadIndicators, saveIndicators } from '#modules/indicators/index.ts'
import type { Tx } from '#platform/db/db.ts'
import { COUNTRY, type TestHouse, testHouse } from './house.ts'

export type StudyHouse = TestHouse & { directive: string }

const INDICATORS = `code,name,unit_of_measure,across_units,across_time
asked,Số lượt người được mời quán triệt,lượt,sum,sum
came,Số lượt người dự quán triệt,lượt,sum,sum
members,Số lượt đảng viên dự quán triệt,lượt,sum,sum
`
const SOURCES = {
  asked: 'directives.study-invited',
  came: 'directives.study-attended',
  members: 'directives.study-attended.party-members',
}

/** In January 2022, with Conclusion 01 of 18 May 2021 in the register. */
export async function studyHouse(): Promise<StudyHouse> {
  const house = await testHouse()
  await house.bring('units', COUNTRY)
  await house.bring('indicators', INDICATORS)
  const directive = await house.transact(async (tx) => {
    const all = [...(await loadIndicators(tx)).values()]
    await saveIndicators(
      tx,
      all.map((one) => ({ ...one, source: SOURCES[one.code as keyof typeof SOURCES] })),
    )
    const share = { code: 'reached', name: 'Tỷ lệ dự quán triệt', unitOfMeasure: '%' }
    const formula = 'round({came} / {asked} * 100, 1)'
    await saveIndicators(tx, [
      { ...all[0]!, ...share, acrossUnits: 'none', acrossTime: 'none', formula, source: undefined } as never,
    ])
    return insertDirective(tx)
  })
  return Object.assign(house, { directive })
}

/** A directive of the register, as its own screens would leave it. */
export async function insertDirective(
  tx: Tx,
  { number = '01-KL/TW', issuedOn = '2021-05-18', keeper = 'P' } = {},
): Promise<string> {
  const { unit_id } = await tx
    .selectFrom('unit_states')
    .select('unit_id')
    .where('code', '=', keeper)
    .executeTakeFirstOrThrow()
  const at = new Date('2022-01-01T00:00:00Z')
  const { id } = await tx
    .insertInto('directives')
    .values({
      number,
      serial: 1,
      side: 'party',
      type: 'conclusion',
      body: 'TW',
      issuer: 'Bộ Chính trị',
      keeper_unit_id: unit_id,
      issued_on: issuedOn,
      excerpt: 'Về việc tiếp tục thực hiện Chỉ thị 05',
      valid_from: issuedOn,
      found_by: number.toLowerCase(),
      created_by: 'x',
      created_at: at,
      changed_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return String(id)
}
