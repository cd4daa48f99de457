// COUNTRY with figures, and what an office does to its units: for tests of changes made by hand.

import assert from 'node:assert/strict'
import type { ChangeAnswer, ChangeInput } from '../src/modules/organisation/api/unit-changes.ts'
import { organisationChecks } from '../src/modules/organisation/checks.ts'
import { COUNTRY, type TestHouse, testHouse } from './house.ts'

const INDICATORS = `code,name,unit_of_measure,across_units,across_time,formula
area,Diện tích,ha,sum,last,
rank,Thứ hạng,bậc,none,none,
score,Điểm,điểm,mean,none,
share,Tỷ lệ,%,none,none,{area} * 100 / 1000
`
const VALUES = `indicator,unit_code,period,value
area,A,2021,842
area,A2,2021,55
area,B,2021,10
rank,A,2021,3
score,A2,2021,7
`
export const DATE = '2025-07-01'
export const BASIS = '1681/NQ-UBTVQH15'

export async function country(): Promise<TestHouse> {
  const house = await testHouse({ now: '2026-01-15T02:00:00Z' })
  await house.bring('units', COUNTRY)
  await house.bring('indicators', INDICATORS)
  await house.bring('values', VALUES)
  return house
}
export const MERGE: ChangeInput = {
  kind: 'merge',
  predecessors: ['A', 'A2'],
  successors: [{ code: 'A', name: 'Xã Sông Mã', kind: 'xã' }],
}
export const order = (...changes: ChangeInput[]) => ({ date: DATE, basis: BASIS, changes })
export const dryRun = async (house: TestHouse, body: object): Promise<ChangeAnswer> => {
  const res = await house.as('office').post('/api/v1/unit-changes?dryRun=true&lang=en', body)
  assert.equal(res.status, 200, await res.clone().text())
  return (await res.json()) as ChangeAnswer
}
export const commit = (house: TestHouse, body: object) =>
  house.as('office').post('/api/v1/unit-changes?lang=en', body)

type Row = { unitCode: string; value: string | null; restated: boolean; notRestated: object | null }
export async function rollup(house: TestHouse, query: string): Promise<Row[]> {
  const res = await house.as('nobody').get(`/api/v1/rollup?indicator=area&period=2021&${query}`)
  return ((await res.json()) as { rows: Row[] }).rows
}
export async function units(house: TestHouse, on: string) {
  const res = await house.as('nobody').get(`/api/v1/units?on=${on}`)
  const { units } = (await res.json()) as {
    units: { id: string; code: string; name: string; level: number }[]
  }
  return units
}
export const assertWhole = async (house: TestHouse) =>
  assert.deepEqual((await organisationChecks[0]!.run(house.db)).differences, [])
export const counts = async ({ db }: TestHouse) => {
  const tables = [
    'units',
    'unit_states',
    'successions',
    'unit_tree',
    'audit_entries',
    'rollup_pending',
  ] as const
  const all = []
  for (const table of tables) all.push((await db.selectFrom(table).selectAll().execute()).length)
  return all
}
