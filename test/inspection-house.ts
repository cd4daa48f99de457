// A country in which a directive orders an inspection, for what visits units and follows up what was found.

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { registerDirective } from '#modules/directives/index.ts'
import { unitByCode } from '#modules/organisation/index.ts'
import type { Inspection } from '../src/modules/inspections/api/plan.ts'
import type { Finding, FindingDraft, Visit } from '../src/modules/inspections/api/visits.ts'
import { COUNTRY, type TestHouse, testHouse } from './house.ts'

export type InspectionHouse = TestHouse & { directive: string }

export async function inspectionHouse(units = COUNTRY): Promise<InspectionHouse> {
  const house = await testHouse({ now: '2022-03-10T02:00:00Z' })
  await house.bring('units', units)
  const day = { startsOn: '2022-01-01', endsOn: '2022-01-01' }
  const keeperUnitId = (await unitByCode(house.db, 'P', day))!.id
  const draft = {
    number: '12-QĐ/TU',
    type: 'decision',
    keeperUnitId,
    issuer: null,
    excerpt: 'Về việc kiểm tra',
  }
  const { id } = await house.transact((tx) =>
    registerDirective(tx, { ...draft, issuedOn: '2022-01-05' }, { by: 'office', at: house.clock.now }),
  )
  return Object.assign(house, { directive: String(id) })
}

/** Visits to A and B, on 1 and 2 March 2022. */
export const PLAN = {
  unit: 'P',
  name: 'Kiểm tra việc học tập quý I',
  startsOn: '2022-03-01',
  endsOn: '2022-03-31',
  visits: [
    { unit: 'A', site: 'Bản Nà Hin', plannedOn: '2022-03-01', inspectors: ['Lò Văn An'] },
    { unit: 'B', plannedOn: '2022-03-02', inspectors: [] as string[] },
  ],
}

export async function answerOf<T>(answer: Response, status = 200): Promise<T> {
  assert.equal(answer.status, status, await answer.clone().text())
  return (await answer.json()) as T
}

export const plan = async (house: InspectionHouse, change: object = {}): Promise<Inspection> =>
  answerOf(
    await house.as('office').post('/api/v1/inspections', { ...PLAN, directive: house.directive, ...change }),
  )

export const finding = (change: Partial<FindingDraft> = {}): FindingDraft => ({
  key: randomUUID(),
  kind: 'records',
  severity: 'fault',
  text: 'Chưa có sổ theo dõi',
  asked: 'Lập sổ',
  files: [],
  ...change,
})

export const RECORD = { visitedOn: '2022-03-01', place: 'Nhà văn hóa bản', team: ['Lò Văn An'] }

/** The first visit of a new inspection, recorded with these findings by the verifier of its district. */
export async function recorded(house: InspectionHouse, findings: FindingDraft[]): Promise<Visit> {
  const { list } = await plan(house)
  return answerOf(await house.as('verifier').put(pathOf(list[0]!), { ...RECORD, findings }))
}

export const pathOf = ({ id }: { id: string }): string => `/api/v1/inspection-visits/${id}`

export const makeDuty = async (house: InspectionHouse, { id }: { id: string }, dueOn = '2022-03-20') =>
  answerOf<Finding>(
    await house
      .as('office')
      .post(`/api/v1/inspection-findings/${id}/duty`, { task: 'Lập sổ theo dõi', dueOn }),
  )
/** By the verifier of this unit: of the district, when left out. */
export const recheck = (house: InspectionHouse, { id }: { id: string }, check: object, at?: string) =>
  house
    .as('verifier', at)
    .post(`/api/v1/inspection-findings/${id}/recheck`, { checkedOn: '2022-03-10', ...check })
