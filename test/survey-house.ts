// The district that scores its two communes asks their citizens and firms.

import type { infer as Infer } from 'zod'
import type { getUnitSurvey, HandedOut, Survey } from '../src/modules/assessments/api/surveys.ts'
import type { Client } from './persona.ts'
import { SCHEME, type ScoringHouse, scoringHouse } from './scoring-house.ts'

/** Citizens are asked both questions, firms the first, which alone scores 2.2. */
export const FORM = {
  name: 'Khảo sát sự hài lòng 2021',
  intro: 'Không ghi tên, không ai biết bạn chọn gì.',
  groups: [
    { code: 'citizens', name: 'Người dân' },
    { code: 'firms', name: 'Doanh nghiệp', nameEn: 'Firms' },
  ],
  questions: [
    { kind: 'scale', text: 'Bạn hài lòng đến mức nào?', textEn: 'How satisfied are you?', criterion: '2.2' },
    {
      kind: 'yes-no',
      text: 'Hồ sơ có được trả đúng hẹn không?',
      groups: ['citizens'],
      criterion: null as string | null,
    },
  ],
}

type UnitSurvey = Infer<typeof getUnitSurvey.output>
export type SurveyHouse = ScoringHouse & {
  /** Who keeps the round. */
  office: Client
  open(form: object, who?: Client): Promise<Response>
  /** Started. */
  running(form?: object): Promise<Survey>
  /** Of A; citizens unless another group is named. */
  tokens(id: string, asked: { count: number; group?: string; unit?: string }): Promise<string[]>
  unit(id: string, who?: Client): Promise<UnitSurvey>
}

/** Thirty answers are the least for 2.2. */
export async function surveyHouse(): Promise<SurveyHouse> {
  const house = await scoringHouse()
  await house.bring('scheme', JSON.stringify(schemeWithSample()))
  const office = house.as('office', 'D1')
  const open: SurveyHouse['open'] = (form, who = office) =>
    who.post(`/api/v1/rounds/${house.round}/surveys`, form)
  return Object.assign(house, {
    office,
    open,
    async running(form: object = FORM) {
      const { id } = await house.ok<Survey>(open(form))
      return house.ok<Survey>(office.post(`/api/v1/surveys/${id}/start`, {}))
    },
    async tokens(
      id: string,
      { count, group = 'citizens', unit = 'A' }: { count: number; group?: string; unit?: string },
    ) {
      const asked = { count, group, units: [unit] }
      const told = await house.ok<{ handedOut: HandedOut[] }>(
        office.post(`/api/v1/surveys/${id}/tokens`, asked),
      )
      return told.handedOut.flatMap(({ tokens }) => tokens)
    },
    unit: (id: string, who = office) => house.ok<UnitSurvey>(who.get(`/api/v1/surveys/${id}/units/A`)),
  })
}

function schemeWithSample(): object {
  const asking = { type: 'survey', scale: 5, minSample: 30 }
  const areas = SCHEME.areas.map((area) => ({
    ...area,
    criteria: area.criteria.map((one) => (one.code === '2.2' ? { ...one, rule: asking } : one)),
  }))
  return { ...SCHEME, areas }
}
