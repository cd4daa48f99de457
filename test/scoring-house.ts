// The small country whose district scores its two communes by a small scheme.

import assert from 'node:assert/strict'
import type { Round } from '../src/modules/assessments/api/rounds.ts'
import type { Cell, Saved, Sheet, SheetCriterion } from '../src/modules/assessments/api/scoring.ts'
import { COUNTRY, type TestHouse, testHouse } from './house.ts'
import type { Client } from './persona.ts'

/** Ten points: 8 by scoring in two areas, 2 by a survey. The second area is verified by whoever knows justice. */
export const SCHEME = {
  code: 'par',
  name: 'Bộ tiêu chí cải cách hành chính cấp xã',
  subjects: 'units',
  validFrom: '2021-01-01',
  validTo: null,
  basis: 'QĐ 880/QĐ-UBND',
  roundDecimals: 2,
  rebase: true,
  ties: 'skip',
  adjust: { min: -2, max: 2 },
  classes: [{ label: 'Tốt', from: 80 }],
  areas: [
    {
      code: 'I',
      name: 'Chỉ đạo, điều hành',
      max: 5,
      verifier: 'Phòng Nội vụ',
      criteria: [
        { code: '1.1', name: 'Ban hành kế hoạch', max: 2, rule: { type: 'met' }, evidence: 'Kế hoạch đã ký' },
        { code: '1.2', name: 'Nhiệm vụ đúng hạn', max: 3, rule: { type: 'ratio', floor: 50 } },
      ],
    },
    {
      code: 'II',
      name: 'Thể chế',
      max: 5,
      field: 'justice',
      criteria: [
        {
          code: '2.1',
          name: 'Rà soát văn bản',
          max: 3,
          rule: {
            type: 'checklist',
            items: [
              { code: 'a', points: 1 },
              { code: 'b', points: 2 },
            ],
          },
        },
        { code: '2.2', name: 'Sự hài lòng', max: 2, rule: { type: 'survey', scale: 5 } },
      ],
    },
  ],
}

export const OPENING = {
  scheme: 'par',
  period: '2021',
  name: 'Chấm điểm CCHC cấp xã 2021',
  keeper: 'D1',
  group: 'xã',
}

export type Told = { code: string; detail: string; errors: { path: string; message: string }[] }
export type ScoringHouse = TestHouse & {
  /** Of A and A2, kept at D1, in state self. */
  round: string
  refused(answer: Promise<Response>, status: number, code: string): Promise<Told>
  ok<T>(answer: Promise<Response>): Promise<T>
  sheet(unit?: string, who?: Client): Promise<Sheet>
  criterion(code: string, unit?: string, who?: Client): Promise<SheetCriterion>
  say(
    who: Client,
    code: string,
    stage: string,
    input: object,
    more?: object,
    unit?: string,
  ): Promise<Response>
  /** Everything that A has to say of itself, and sends. */
  claim(): Promise<void>
  move(to: string, more?: object): Promise<Round>
}

export const cellAt = (sheet: Sheet, code: string): Cell =>
  sheet.areas.flatMap(({ criteria }) => criteria).find((one) => one.code === code)!.cell

export async function scoringHouse(): Promise<ScoringHouse> {
  const house = await testHouse()
  await house.bring('units', COUNTRY)
  await house.bring('scheme', JSON.stringify(SCHEME))
  const ok = async <T>(asked: Promise<Response>): Promise<T> => {
    const answer = await asked
    assert.equal(answer.status, 200, await answer.clone().text())
    return (await answer.json()) as T
  }
  const office = house.as('office', 'D1')
  const { id: round } = await ok<Round>(office.post('/api/v1/rounds', OPENING))
  const url = `/api/v1/rounds/${round}`
  const sheet = (unit = 'A', who = house.as('officer')) => ok<Sheet>(who.get(`${url}/subjects/${unit}`))
  const say: ScoringHouse['say'] = (who, code, stage, input, more = {}, unit = 'A') => {
    const { ifMatch, ...body } = more as { ifMatch?: string }
    const headers = ifMatch === undefined ? {} : { 'if-match': ifMatch }
    return who.put(`${url}/subjects/${unit}/scores/${code}`, { stage, input, ...body }, headers)
  }
  return Object.assign(house, {
    round,
    ok,
    say,
    sheet,
    async refused(asked: Promise<Response>, status: number, code: string) {
      const answer = await asked
      const told = (await answer.json()) as Told
      assert.deepEqual([answer.status, told.code], [status, code], JSON.stringify(told))
      return told
    },
    criterion: async (code: string, unit?: string, who?: Client) =>
      (await sheet(unit, who)).areas.flatMap(({ criteria }) => criteria).find((one) => one.code === code)!,
    async claim() {
      const officer = house.as('officer')
      await ok<Saved>(say(officer, '1.1', 'self', { met: true }))
      await ok<Saved>(say(officer, '1.2', 'self', { num: '46', den: '48' }))
      await ok<Saved>(say(officer, '2.1', 'self', { items: ['a', 'b'] }))
      await ok<Sheet>(officer.post(`${url}/subjects/A/send`, {}))
    },
    move: (to: string, more: object = {}) =>
      ok<Round>(office.post(`${url}/move`, { to, anyway: true, ...more })),
  })
}
