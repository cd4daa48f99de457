// A person over the years, across units and rules; and the end of their record.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type GradingHouse, gradingHouse } from '../../../../test/grading-house.ts'
import type { YearsRow } from '../api/grade-years.ts'
import type { PersonRecord } from '../api/people-record.ts'

const years = async (h: GradingHouse, query: string) =>
  (await h.ok<{ rows: YearsRow[] }>(h.as('office').get(`/api/v1/grade-years?${query}`))).rows

/** Grades everybody of a year alike. */
async function grade(
  h: GradingHouse,
  period: string,
  part: { rules: string; keeper: string; grade: string },
) {
  const { subjects, path } = await h.open({ ...part, period, name: period })
  const proposals = subjects.map(({ id }) => ({ subject: id, grade: part.grade }))
  await h.ok(h.as('office').post(`${path}/proposals`, { proposals }))
  const paper = { number: `${period}-QĐ`, on: `${period}-12-20` }
  await h.ok(h.as('office').post(`${path}/decide`, paper))
  await h.ok(h.as('office').post(`${path}/notice`, paper))
}

async function career() {
  const h = await gradingHouse({ people: 1, now: '2027-01-10T02:00:00Z' })
  await h.bring(
    'people',
    `code,name,unit_code,title,from,to
M1,Cầm Thị Mai,B,Công chức,2018-01-01,2021-12-31
M1,Cầm Thị Mai,A,Phó chủ tịch,2022-01-01,
`,
  )
  await grade(h, '2020', { rules: 'nd90', keeper: 'D2', grade: 'HTNV' })
  await grade(h, '2021', { rules: 'nd90', keeper: 'D2', grade: 'HTTNV' })
  await grade(h, '2022', { rules: 'nd90', keeper: 'D1', grade: 'HTTNV' })
  await grade(h, '2026', { rules: 'nd335', keeper: 'D1', grade: 'HTTNV' })
  return h
}

test('grades follow a person from unit to unit and from rules to rules; a year without a grade ends a row', async () => {
  await using h = await career()
  const row = (await years(h, 'unit=D1&subjects=people')).find(({ code }) => code === 'M1')!
  assert.deepEqual(
    row.grades.map(({ period, grade: level, rules, unit }) => [period, level, rules.code, unit.code]),
    [
      ['2020', 'HTNV', 'nd90', 'B'],
      ['2021', 'HTTNV', 'nd90', 'B'],
      ['2022', 'HTTNV', 'nd90', 'A'],
      ['2026', 'HTTNV', 'nd335', 'A'],
    ],
  )
  assert.deepEqual(row.inRow, { grade: 'HTTNV', years: 1, since: '2026' })
  assert.deepEqual(await years(h, 'unit=D2&subjects=people'), [], 'nobody is there any more')
  const then = await years(h, 'unit=D2&subjects=people&period=2021')
  assert.deepEqual(
    then.map(({ code, grades }) => [code, grades.length]),
    [['M1', 4]],
    'who was there then, with all their years',
  )
  assert.equal((await h.as('outsider').get('/api/v1/grade-years?unit=A&subjects=people')).status, 403)
})

test('a record is erased when its time has passed, and not before; grades stay without a name', async () => {
  await using h = await career()
  const admin = h.as('administrator')
  const { id, grades } = await (async () => {
    const rows = await years(h, 'unit=D1&subjects=people')
    const { person } = rows.find(({ code }) => code === 'M1')!
    const record = await h.ok<PersonRecord>(h.as('office').get(`/api/v1/people/${person}/record`))
    return { id: person!, grades: record.grades.length }
  })()
  assert.equal(grades, 4)
  const erase = (who = admin) => who.post(`/api/v1/people/${id}/erase`, { reason: 'Hết hạn lưu' })
  assert.equal((await erase(h.as('office'))).status, 403)
  await h.refused(erase(), 409, 'record.inPost')
  const person = await h.ok<{ posts: { id: string; to: string | null }[] }>(
    h.as('office').get(`/api/v1/people/${id}`),
  )
  const post = person.posts.find(({ to }) => to === null)!
  const ended = { title: 'Phó chủ tịch', from: '2022-01-01', to: '2026-12-31' }
  await h.ok(h.as('office').put(`/api/v1/posts/${post.id}`, ended))
  await h.refused(erase(), 409, 'record.retained')
  const kept = await h.ok<PersonRecord>(h.as('office').get(`/api/v1/people/${id}/record`))
  assert.equal(kept.keptUntil, '2036-12-31', 'ten years after the last grading')

  h.clock.now = new Date('2037-01-02T02:00:00Z')
  const later = h.as('administrator', 'P')
  assert.deepEqual(await h.ok(erase(later)), { grades: 4 })
  assert.equal((await later.get(`/api/v1/people/${id}/record`)).status, 404)
  const left = await h.db
    .selectFrom('grading_subjects')
    .selectAll()
    .where('erased_at', 'is not', null)
    .execute()
  assert.deepEqual(
    left.map(({ name, code, title, person_id: ref }) => [name, code, title, ref]),
    Array.from({ length: 4 }, () => ['', '', '', null]),
  )
  const facts = await h.db
    .selectFrom('grade_facts')
    .select(['step', 'grade'])
    .where(
      'subject_id',
      'in',
      left.map((row) => row.id),
    )
    .execute()
  assert.deepEqual(new Set(facts.map(({ step }) => step)), new Set(['decision', 'notice']))
  const log = JSON.stringify(await h.db.selectFrom('audit_entries').selectAll().execute())
  assert.ok(log.includes('person.erase'))
  assert.ok(!log.includes('Cầm Thị Mai') && !log.includes('M1'), 'not even the log knows who it was')
  assert.deepEqual(h.log, [])
})
