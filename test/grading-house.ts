// A country whose communes and officials are graded, with the rules of their time.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GradeSheet } from '../src/modules/assessments/api/grading-sheet.ts'
import type { GradeSubject, Grading } from '../src/modules/assessments/api/gradings.ts'
import { COUNTRY, type TestHouse, testHouse } from './house.ts'
import type { Client } from './persona.ts'

/** A set of rules that ships with the demo, as text. */
export const shippedRules = (code: string): string =>
  readFileSync(join(import.meta.dirname, `../demo/grade-rules/${code}.json`), 'utf8')

const GROUPS = ['chuyên môn', 'văn phòng'] as const
/** So many officials of commune A, numbered: the first is its head; two groups of comparable duties. */
export const officials = (count: number, from = '2019-01-01'): string =>
  `code,name,unit_code,title,group,head,from,to\n${Array.from({ length: count }, (_, n) => {
    const code = `CB${String(n + 1).padStart(2, '0')}`
    return `${code},Lò Văn ${code},A,Công chức,${GROUPS[n % 2]},${n === 0 ? 'x' : ''},${from},`
  }).join('\n')}\n`

export type GradingHouse = TestHouse & {
  /** Opens a grading as the office and lists its subjects. */
  open(part?: object): Promise<{ grading: Grading; subjects: GradeSubject[]; path: string }>
  list(path: string): Promise<GradeSubject[]>
  /** The answer of a call that must succeed. */
  ok<T>(answer: Promise<Response> | Response): Promise<T>
  /** The problem of a call that must fail so. */
  refused(
    answer: Promise<Response> | Response,
    status: number,
    code: string,
  ): Promise<{ path: string; message: string }[]>
  sheet(path: string, subject: { id: string }, who?: Client): Promise<GradeSheet>
}

export async function gradingHouse({
  people = 24,
  now = '2022-01-15T02:00:00Z',
} = {}): Promise<GradingHouse> {
  const house = await testHouse({ now })
  await house.bring('units', COUNTRY)
  await house.bring('people', officials(people))
  for (const code of ['nd90', 'qd132-to-chuc', 'nd335', 'qd366-ca-nhan'])
    await house.bring('grade-rules', shippedRules(code))
  const ok = async <T>(coming: Promise<Response> | Response): Promise<T> => {
    const answer = await coming
    assert.equal(answer.status, 200, await answer.clone().text())
    return (await answer.json()) as T
  }
  const list = async (path: string) =>
    (await ok<{ subjects: GradeSubject[] }>(house.as('office').get(`${path}/subjects?limit=500`))).subjects
  return Object.assign(house, {
    ok,
    list,
    async open(part: object = {}) {
      const body = { rules: 'nd90', period: '2021', name: 'Xếp loại năm 2021', keeper: 'D1', ...part }
      const grading = await ok<Grading>(house.as('office').post('/api/v1/gradings', body))
      const path = `/api/v1/gradings/${grading.id}`
      return { grading, subjects: await list(path), path }
    },
    async refused(coming: Promise<Response> | Response, status: number, code: string) {
      const answer = await coming
      const told = (await answer.json()) as { code: string; errors: { path: string; message: string }[] }
      assert.deepEqual([answer.status, told.code], [status, code], JSON.stringify(told))
      return told.errors
    },
    sheet: (path: string, { id }: { id: string }, who: Client = house.as('office')) =>
      ok<GradeSheet>(who.get(`${path}/subjects/${id}`)),
  })
}
