// A country with a programme and two figures, for what reads them.

import assert from 'node:assert/strict'
import type { AttainmentAnswer } from '#modules/programmes/api/attainment.ts'
import { saveFigures, saveProgrammes } from '#modules/programmes/index.ts'
import { COUNTRY, type TestHouse, testHouse } from './house.ts'

const INDICATORS = `code,name,unit_of_measure,across_units,across_time
houses,Nhà bàn giao,nhà,sum,sum
longan,Nhãn,ha,sum,last
`
export const CALL = '/api/v1/programmes/housing/attainment?period=2021'

const figure = (key: string, indicator: string, label: string) => ({
  key,
  indicator,
  label,
  labelEn: label,
  programmeSlug: 'housing',
  phrase: null,
  phraseEn: null,
  basis: 'exact' as const,
  step: null,
})

/** A programme of the whole country with two figures. */
export async function programmeHouse(values: string, targets = '', units = COUNTRY): Promise<TestHouse> {
  const house = await testHouse({ now: '2026-01-15T02:00:00Z' })
  await house.bring('units', units)
  await house.bring('indicators', INDICATORS)
  if (values) await house.bring('values', `indicator,unit_code,period,value\n${values}`)
  if (targets) await house.bring('targets', `indicator,unit_code,period,value,kind\n${targets}`)
  const { unit_id: unitId } = await house.db
    .selectFrom('unit_states')
    .select('unit_id')
    .where('code', '=', 'P')
    .executeTakeFirstOrThrow()
  await house.transact(async (tx) => {
    const text = { name: 'Xóa nhà tạm', nameEn: 'Housing', summary: '', summaryEn: '' }
    const days = { startsOn: '2021-01-01', endsOn: '2021-12-31', breakthrough: true, position: 0 }
    await saveProgrammes(tx, [{ slug: 'housing', ...text, unitId, ...days }])
    await saveFigures(tx, [figure('F1', 'houses', 'Nhà bàn giao'), figure('F2', 'longan', 'Nhãn')])
  })
  return house
}

export const ask = async (house: TestHouse, more: string): Promise<AttainmentAnswer> => {
  const answer = await house.as('leader').get(CALL + more)
  assert.equal(answer.status, 200, await answer.clone().text())
  return (await answer.json()) as AttainmentAnswer
}
