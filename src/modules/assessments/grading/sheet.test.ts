// One subject's sheet: scored by parts, held to what was registered, heard on everything, told at the end.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type GradingHouse, gradingHouse } from '../../../../test/grading-house.ts'
import type { Client } from '../../../../test/persona.ts'
import type { GradeSheet } from '../api/grading-sheet.ts'
import type { PersonRecord } from '../api/people-record.ts'

const PAPER = { number: '12-QĐ/HU', on: '2026-12-20' }
const COMMON = { 'chinh-tri': '10', 'trach-nhiem': '9', 'doi-moi': '9.5' }

/** Signs the persona's account up as the person with this staff number. */
async function own(h: GradingHouse, code: string): Promise<Client> {
  const person = h.as('collector', 'A')
  await person.get('/api/v1/my-person')
  const { username } = await h.db
    .selectFrom('accounts')
    .select('username')
    .where('username', 'like', 'collector-%')
    .executeTakeFirstOrThrow()
  const { people } = await h.ok<{ people: { id: string; code: string; name: string }[] }>(
    h.as('office').get('/api/v1/people?unit=A'),
  )
  const { id, name } = people.find((one) => one.code === code)!
  await h.ok(h.as('office').put(`/api/v1/people/${id}`, { code, name, account: username }))
  return person
}

const year2026 = () => gradingHouse({ people: 6, now: '2026-12-24T02:00:00Z' })

describe('scores by quarter', () => {
  test('make points exactly: 30 for what is common, 70 times the mean of three percentages, mean of the quarters', async () => {
    await using h = await year2026()
    const { subjects, path } = await h.open({ rules: 'nd335', period: '2026', name: 'x' })
    const one = subjects.find(({ isHead }) => !isHead)!
    const at = `${path}/subjects/${one.id}`
    const save = (part: string, values: object) =>
      h.ok<GradeSheet>(h.as('officer').put(`${at}/scores`, { side: 'proposal', part, values }))
    const results = { 'so-luong': '100', 'chat-luong': '90', 'tien-do': '95' }
    const first = await save('2026Q1', { ...COMMON, ...results })
    assert.deepEqual(first.parts, ['2026Q1', '2026Q2', '2026Q3', '2026Q4'])
    assert.equal(first.proposal!.points, '95', '28.5 + 70 × 95 %')
    const second = await save('2026Q2', { ...COMMON, ...results, 'tien-do': '94' })
    // 70 × 284 ÷ 300 repeats for ever; it is kept whole and shown at ten places
    assert.equal(second.proposal!.parts[1]!.points, '94.7666666667')
    assert.equal(second.proposal!.points, '94.8833333333')
    assert.deepEqual(
      [second.proposal!.scored, second.proposal!.of, second.proposal!.suggested],
      [2, 4, 'HTXSNV'],
    )
    const open = await save('2026Q3', COMMON)
    assert.equal(open.proposal!.points, null, 'what is not scored is not zero')
    const told = await h.refused(
      h.as('officer').put(`${at}/scores`, {
        side: 'proposal',
        part: '2026Q3',
        values: { 'chinh-tri': '11', 'so-luong': '-1', 'dv-tien-do': '50', x: '1', 'doi-moi': 'cao' },
      }),
      422,
      'grade.refused',
    )
    assert.deepEqual(told.map((fault) => fault.path).sort(), [
      'values.chinh-tri',
      'values.doi-moi',
      'values.dv-tien-do',
      'values.so-luong',
      'values.x',
    ])
    await h.refused(
      h.as('officer').put(`${at}/scores`, { side: 'self', part: '2025Q1', values: COMMON }),
      422,
      'grade.partUnknown',
    )
  })

  test('are not overwritten by whoever read an earlier state, and not changed after the decision', async () => {
    await using h = await year2026()
    const { subjects, path } = await h.open({ rules: 'nd335', period: '2026', name: 'x' })
    const at = `${path}/subjects/${subjects[1]!.id}`
    const etag = (await h.as('officer').get(at)).headers.get('etag')!
    const self = () => h.as('officer').post(`${at}/self`, { grade: 'HTNV' }, { 'if-match': etag })
    assert.equal((await self()).status, 200)
    await h.refused(self(), 412, 'grade.stale')
    const deciding = { ...PAPER, subjects: [{ subject: subjects[1]!.id, grade: 'HTNV', reason: 'x' }] }
    await h.ok(h.as('office').post(`${path}/decide`, deciding))
    await h.refused(h.as('officer').post(`${at}/self`, { grade: 'HTNV' }), 409, 'grade.decided')
  })
})

test('the subject speaks, sees everything once it is told, and may then appeal; nobody else may read it', async () => {
  await using h = await year2026()
  const { subjects, path } = await h.open({ rules: 'nd335', period: '2026', name: 'x' })
  const mine = subjects[2]!
  const at = `${path}/subjects/${mine.id}`
  const me = await own(h, mine.code)
  const before = await h.sheet(path, mine, me)
  assert.deepEqual([before.isOwn, before.may], [true, ['scoreSelf', 'self', 'commit']])
  assert.equal((await me.get(`${path}/subjects/${subjects[3]!.id}`)).status, 403)
  assert.equal((await me.get(path)).status, 403)
  assert.equal((await h.as('outsider').get(at)).status, 403)
  assert.equal((await h.as('outsider').get(`${path}/subjects/999`)).status, 403)

  const promised = await h.ok<GradeSheet>(
    me.post(`${at}/commitments`, { text: 'Rút ngắn thời gian giải quyết hồ sơ', measure: 'dưới 3 ngày' }),
  )
  const [commitment] = promised.commitments
  await h.ok(me.put(`${at}/commitments/${commitment!.id}/outcome`, { outcome: 'done', result: '2,5 ngày' }))
  await h.refused(
    me.put(`${at}/commitments/${commitment!.id}`, { text: 'Khác' }),
    409,
    'grade.commitmentReported',
  )
  await h.ok(me.post(`${at}/self`, { grade: 'HTXSNV', text: 'Hoàn thành vượt yêu cầu' }))
  const votes = { HTXSNV: 3, HTTNV: 7, HTNV: 0, KHTNV: 0 }
  const comment = { body: 'Hội nghị cơ quan', on: '2026-12-05', text: 'Nhất trí' }
  assert.equal((await me.post(`${at}/comments`, comment)).status, 403, 'not on oneself')
  const wrong = { invited: 12, present: 11, votes, invalid: 0 }
  await h.refused(h.as('officer').post(`${at}/comments`, { ...comment, ballot: wrong }), 422, 'grade.ballot')
  const ballot = { ...wrong, invalid: 1 }
  await h.ok(h.as('officer').post(`${at}/comments`, { ...comment, ballot }))
  const proposal = { subject: mine.id, grade: 'HTXSNV' }
  assert.equal((await me.post(`${path}/proposals`, { proposals: [proposal] })).status, 403)
  await h.ok(h.as('officer').post(`${path}/proposals`, { proposals: [proposal] }))
  const judged = await h.sheet(path, mine)
  assert.deepEqual(
    judged.warnings.map(({ code }) => code),
    ['ballotAgainst'],
    'three of eleven voted for it',
  )

  const deciding = {
    ...PAPER,
    subjects: [{ subject: mine.id, grade: 'HTTNV', reason: 'Theo kết quả phiếu' }],
  }
  await h.ok(h.as('office').post(`${path}/decide`, deciding))
  const untold = await h.sheet(path, mine, me)
  assert.equal(
    untold.facts.some(({ step }) => step === 'decision'),
    false,
  )
  await h.refused(
    h.as('office').post(`${path}/notice`, { number: '3-TB', on: '2026-12-01', subjects: [mine.id] }),
    422,
    'grading.refused',
  )
  await h.ok(h.as('office').post(`${path}/notice`, { number: '3-TB', on: '2026-12-22' }))
  const told = await h.sheet(path, mine, me)
  assert.deepEqual(
    [told.facts.find(({ step }) => step === 'decision')!.text, told.appealUntil, told.may],
    ['Theo kết quả phiếu', '2027-01-01', ['appeal']],
  )

  const { record } = await h.ok<{ record: PersonRecord }>(me.get('/api/v1/my-record'))
  assert.deepEqual(
    [record.grades[0]!.decided, record.grades[0]!.facts.length, record.grades[0]!.commitments[0]!.result],
    ['HTTNV', 5, '2,5 ngày'],
  )
  assert.ok(record.readings.length > 0, 'who read it is told')
  const page = await (await me.get('/api/v1/my-record/file?form=html')).text()
  assert.match(page, /Hồ sơ công tác của Lò Văn/)
  assert.match(page, /Theo kết quả phiếu/)
  assert.doesNotMatch(page, /<script/)
  assert.deepEqual(h.log, [])
})

test('who came from elsewhere brings the old unit’s opinion, and whoever served too short a time is pointed out', async () => {
  await using h = await gradingHouse({ people: 1 })
  await h.bring(
    'people',
    `code,name,unit_code,title,group,head,from,to
M1,Cầm Thị Mai,B,Công chức,chuyên môn,,2019-01-01,2021-08-31
M1,Cầm Thị Mai,A,Công chức,chuyên môn,,2021-09-01,
N1,Vì Văn Nam,A,Công chức,chuyên môn,,2021-09-01,
`,
  )
  const { subjects, path } = await h.open()
  const [came, fresh] = ['M1', 'N1'].map((code) => subjects.find((one) => one.code === code)!)
  assert.ok(came!.warnings.some(({ code }) => code === 'opinionMissing'))
  assert.ok(fresh!.warnings.some(({ code }) => code === 'shortService'))
  const at = `${path}/subjects/${came!.id}`
  assert.deepEqual((await h.sheet(path, came!, h.as('outsider'))).may, ['opinion'])
  await h.ok(h.as('outsider').post(`${at}/opinion`, { grade: 'HTTNV', text: 'Hoàn thành tốt ở đơn vị cũ' }))
  assert.equal(
    (await h.as('outsider').post(`${path}/subjects/${fresh!.id}/opinion`, { text: 'x' })).status,
    403,
  )
  const after = (await h.list(path)).find(({ id }) => id === came!.id)!
  assert.ok(!after.warnings.some(({ code }) => code === 'opinionMissing'))
  const exempt = { proposals: [{ subject: fresh!.id, grade: 'exempt', exemption: 'duoi-6-thang' }] }
  await h.ok(h.as('officer').post(`${path}/proposals`, exempt))
  const unknown = { proposals: [{ subject: fresh!.id, grade: 'exempt', exemption: 'x' }] }
  await h.refused(h.as('officer').post(`${path}/proposals`, unknown), 422, 'grading.refused')
  const exempted = (await h.list(path)).find(({ id }) => id === fresh!.id)!
  assert.deepEqual([exempted.proposed, exempted.warnings], ['exempt', []])
})
