// A country with a directive to carry out, and units that write plans for it.

import assert from 'node:assert/strict'
import type { Plan, PlanLine } from '../src/modules/directives/api/plans.ts'
import type { Client } from './persona.ts'
import { type StudyHouse, studyHouse } from './study-house.ts'

export const TASK = {
  text: 'Bàn giao 255 nhà',
  responsible: 'Mặt trận Tổ quốc xã',
  startsOn: '2021-06-01',
  dueOn: '2021-12-31',
  resources: '12 tỷ đồng',
}
/** One goal with three tasks, for 2021. */
export const PLAN = {
  unit: 'A',
  period: '2021',
  title: 'Thực hiện Kết luận 01 trong năm 2021',
  goals: [
    {
      text: 'Xóa nhà tạm',
      tasks: [
        TASK,
        { ...TASK, text: 'Vận động đóng góp', dueOn: '2021-11-30' },
        { ...TASK, text: 'Rà soát hộ nghèo', dueOn: '2021-06-30' },
      ],
    },
  ],
}

export type Told = { code: string; errors: { path: string; message: string }[] }
export type PlanHouse = StudyHouse & {
  /** Calls an operation of one plan; the body and the status must be as said. */
  call<T = Plan>(who: Client, method: 'get' | 'post' | 'put', path: string, body?: object): Promise<T>
  refused(answer: Response, status: number, code: string): Promise<Told>
  make(part?: object, who?: Client): Promise<Plan>
  issue(plan: Plan, part?: object, who?: Client): Promise<Plan>
  list(query: string, who?: Client): Promise<PlanLine[]>
}

export async function planHouse(): Promise<PlanHouse> {
  const house = await studyHouse()
  const officer = house.as('officer')
  const ok = async <T>(answer: Response): Promise<T> => {
    assert.equal(answer.status, 200, await answer.clone().text())
    return (await answer.json()) as T
  }
  return Object.assign(house, {
    async call<T>(who: Client, method: 'get' | 'post' | 'put', path: string, body: object = {}) {
      const url = `/api/v1/plans${path}`
      return ok<T>(await (method === 'get' ? who.get(url) : who[method](url, body)))
    },
    async refused(answer: Response, status: number, code: string) {
      const told = (await answer.json()) as Told
      assert.deepEqual([answer.status, told.code], [status, code], JSON.stringify(told))
      return told
    },
    make: async (part: object = {}, who: Client = officer) =>
      ok<Plan>(await who.post('/api/v1/plans', { ...PLAN, answers: [house.directive], ...part })),
    issue: async (plan: Plan, part: object = {}, who: Client = officer) =>
      ok<Plan>(
        await who.post(`/api/v1/plans/${plan.id}/issue`, {
          number: '7-KH/ĐU',
          issuedOn: '2021-06-15',
          ...part,
        }),
      ),
    list: async (query: string, who: Client = house.as('leader')) =>
      (await ok<{ plans: PlanLine[] }>(await who.get(`/api/v1/plans?${query}`))).plans,
  })
}
