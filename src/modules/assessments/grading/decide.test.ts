// From proposals over a quota to decisions within it: the quota blocks where it must, and nowhere else.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type GradingHouse, gradingHouse } from '../../../../test/grading-house.ts'
import type { Meter } from '../api/grade-shapes.ts'
import type { GradeSubject, Grading } from '../api/gradings.ts'

const PAPER = { number: '12-QĐ/HU', on: '2021-12-20' }
type Proposals = { meters: Meter[] }

const propose = (
  h: GradingHouse,
  path: string,
  subjects: readonly GradeSubject[],
  grades: readonly string[],
) =>
  h.ok<Proposals>(
    h.as('office').post(`${path}/proposals`, {
      proposals: subjects.map(({ id }, n) => ({ subject: id, grade: grades[n] })),
    }),
  )
const times = (count: number, grade: string) => Array.from({ length: count }, () => grade)
/** The subjects of one group, the other group after them. */
const sorted = (subjects: readonly GradeSubject[]) =>
  subjects.toSorted((a, b) => (a.group + a.code < b.group + b.code ? -1 : 1))

describe('24 officials of a commune in two groups of twelve', () => {
  test('proposals may be over the quota and the meter says so; the decision is refused until they are not', async () => {
    await using h = await gradingHouse()
    const { grading, subjects, path } = await h.open()
    assert.equal(subjects.length, 24)
    assert.deepEqual([grading.subjects, grading.keeper.code, grading.state], ['people', 'D1', 'open'])
    const all = sorted(subjects)
    const grades = [...times(3, 'HTXSNV'), ...times(9, 'HTTNV'), ...times(2, 'HTXSNV'), ...times(10, 'HTTNV')]
    const { meters } = await propose(h, path, all, grades)
    // Reading A of twelve: x ≤ 0.2·y gives 2; reading B gives 2 as well
    assert.deepEqual(
      meters.map(({ group, ofProposed, ofDecided, readings }) => [
        group,
        ofProposed,
        ofDecided.used,
        readings,
      ]),
      [
        ['chuyên môn', { used: 3, allowed: 2, isOver: true }, 0, { good: 2, goodOrBetter: 2 }],
        ['văn phòng', { used: 2, allowed: 2, isOver: false }, 0, { good: 2, goodOrBetter: 2 }],
      ],
    )
    const faults = await h.refused(h.as('office').post(`${path}/decide`, PAPER), 409, 'grading.overQuota')
    assert.equal(faults.length, 1)
    assert.match(faults[0]!.message, /chuyên môn.*3 HTXSNV.*2/)
    assert.deepEqual(
      (await h.list(path)).filter(({ decided }) => decided),
      [],
      'all or none',
    )

    await propose(h, path, all.slice(2, 3), ['HTTNV'])
    const done = await h.ok<{ decided: number }>(h.as('office').post(`${path}/decide`, PAPER))
    assert.equal(done.decided, 24)
    const told = await h.ok<Grading>(h.as('office').get(path))
    assert.deepEqual([told.decided.HTXSNV, told.decided.HTTNV, told.counts.decided], [4, 20, 24])
    assert.ok(
      told.warnings.some(({ code }) => code === 'uniform'),
      'everybody is good, which tells nothing',
    )
    assert.deepEqual(h.log, [])
  })

  test('a later change is held to the quota too, upwards and downwards, and needs a reason', async () => {
    await using h = await gradingHouse()
    const { subjects, path } = await h.open()
    const all = sorted(subjects).slice(0, 12)
    await propose(h, path, all, [...times(2, 'HTXSNV'), ...times(10, 'HTTNV')])
    await h.ok(h.as('office').post(`${path}/decide`, PAPER))
    const change = (subject: GradeSubject, grade: string, reason = 'Kết luận mới') =>
      h.as('office').post(`${path}/decide`, { ...PAPER, subjects: [{ subject: subject.id, grade, reason }] })
    await h.refused(change(all[2]!, 'HTXSNV'), 409, 'grading.overQuota')
    // 2 of 10 good are 20 %; of 9 they would be more
    await h.refused(change(all[2]!, 'HTNV'), 409, 'grading.overQuota')
    await h.refused(change(all[0]!, 'HTNV', ''), 422, 'grading.refused')
    await h.ok(change(all[0]!, 'HTNV'))
    await h.ok(change(all[2]!, 'HTNV'))
    const { facts } = await h.sheet(path, all[0]!)
    assert.deepEqual(
      facts
        .filter(({ step }) => step === 'decision')
        .map(({ grade, text, isCurrent }) => [grade, text, isCurrent]),
      [
        ['HTXSNV', '', false],
        ['HTNV', 'Kết luận mới', true],
      ],
    )
  })

  test('nobody decides on themselves, and what was not proposed is not decided', async () => {
    await using h = await gradingHouse({ people: 2 })
    const { subjects, path } = await h.open()
    await h.refused(h.as('office').post(`${path}/decide`, PAPER), 409, 'grading.nothingToDo')
    const both = subjects.map(({ id }) => ({ subject: id }))
    await h.refused(
      h.as('office').post(`${path}/decide`, { ...PAPER, subjects: both }),
      422,
      'grading.refused',
    )
    await h.ok(h.as('office').post(`${path}/subjects/${subjects[0]!.id}/self`, { grade: 'HTTNV' }))
    await propose(h, path, subjects, times(2, 'HTTNV'))
    const faults = await h.refused(h.as('office').post(`${path}/decide`, PAPER), 422, 'grading.refused')
    assert.deepEqual(
      faults.map(({ path: at }) => at),
      [`subjects.${subjects[0]!.code}`],
    )
    assert.equal((await h.as('officer').post(`${path}/decide`, PAPER)).status, 403)
  })
})

describe('an exception', () => {
  test('raises the quota of one group as far as the rules allow, with its paper; decisions then rest on it', async () => {
    await using h = await gradingHouse({ now: '2027-01-10T02:00:00Z' })
    const { grading, subjects, path } = await h.open({ rules: 'nd335', period: '2026' })
    const all = sorted(subjects).slice(0, 12)
    // 3 of 9 good: over a fifth, and over a quarter too; 3 of 12 counted good: a third
    await propose(h, path, all, [...times(3, 'HTXSNV'), ...times(9, 'HTTNV')])
    const { key } = grading.meters[0]!
    const exception = { key, level: 'HTXSNV', approver: 'Ban Thường vụ', number: '5-CV/TU', on: '2026-12-01' }
    const raise = (percent: string, part = {}) =>
      h
        .as('office')
        .post(`${path}/exceptions`, { ...exception, percent, reason: 'Thành tích nổi bật', ...part })
    await h.refused(raise('30'), 422, 'grading.exceptionTooHigh')
    await h.refused(raise('20'), 422, 'grading.exceptionLow')
    await h.refused(raise('25', { key: 'x' }), 404, 'grading.groupNotFound')
    const raised = await h.ok<Grading>(raise('25'))
    assert.deepEqual(raised.meters[0]!.ofProposed, { used: 3, allowed: 2, isOver: true })
    await h.refused(raise('25'), 409, 'grading.exceptionExists')
    await propose(h, path, sorted(subjects).slice(12, 14), ['HTTNV', 'HTTNV'])
    await h.refused(h.as('office').post(`${path}/decide`, PAPER), 409, 'grading.overQuota')
    await propose(h, path, all.slice(2, 3), ['HTTNV'])
    const decided = { ...PAPER, on: '2026-12-20' }
    await h.ok(h.as('office').post(`${path}/decide`, decided))
    const { exceptions } = await h.ok<Grading>(h.as('office').get(path))
    assert.deepEqual(
      exceptions.map(({ approver, number, percent }) => [approver, number, percent]),
      [['Ban Thường vụ', '5-CV/TU', '25']],
    )
    await h.ok(
      h.as('office').post(`${path}/exceptions/${exceptions[0]!.id}/withdraw`, { reason: 'Không cần' }),
    )
  })

  test('is not there in rules that know none', async () => {
    await using h = await gradingHouse({ people: 2 })
    const { grading, path } = await h.open()
    const body = {
      key: grading.meters[0]!.key,
      level: 'HTXSNV',
      percent: '25',
      approver: 'x',
      reason: 'x',
      ...PAPER,
    }
    await h.refused(h.as('office').post(`${path}/exceptions`, body), 409, 'grading.noException')
  })
})

test('a gate that holds keeps the level down at the decision; a proposal above it is warned of', async () => {
  await using h = await gradingHouse({ people: 6, now: '2027-01-10T02:00:00Z' })
  const { subjects, path } = await h.open({ rules: 'nd335', period: '2026' })
  const one = subjects[1]!
  const at = `${path}/subjects/${one.id}`
  await h.ok(h.as('office').put(`${at}/scores`, { side: 'proposal', values: {}, gates: ['dieu-cam'] }))
  const bare = { proposals: [{ subject: one.id, grade: 'HTTNV' }] }
  await h.refused(h.as('office').post(`${path}/proposals`, bare), 422, 'grading.refused')
  await h.ok(
    h.as('office').post(`${path}/proposals`, {
      proposals: [{ subject: one.id, grade: 'HTTNV', reason: 'Đang xem xét' }],
    }),
  )
  const [listed] = (await h.list(path)).filter(({ id }) => id === one.id)
  assert.ok(listed!.warnings.some(({ code }) => code === 'gated'))
  await h.refused(h.as('office').post(`${path}/decide`, { ...PAPER, on: '2026-12-20' }), 409, 'grading.gated')
  await h.ok(
    h.as('office').post(`${path}/decide`, {
      ...PAPER,
      on: '2026-12-20',
      subjects: [{ subject: one.id, grade: 'KHTNV', reason: 'Theo kết luận kiểm tra' }],
    }),
  )
})

test('organisations are graded above themselves, by kind, and closed when all are decided', async () => {
  await using h = await gradingHouse({ people: 1 })
  const { grading, subjects, path } = await h.open({ rules: 'qd132-to-chuc', name: 'Tổ chức', group: 'xã' })
  assert.deepEqual(
    subjects.map(({ code, group, person }) => [code, group, person]),
    [
      ['A', 'xã', null],
      ['A2', 'xã', null],
    ],
  )
  const a = subjects[0]!
  await h.ok(h.as('officer').post(`${path}/subjects/${a.id}/self`, { grade: 'HTTNV' }))
  const own = { proposals: [{ subject: a.id, grade: 'HTXSNV' }] }
  assert.equal((await h.as('officer').post(`${path}/proposals`, own)).status, 403, 'not by the unit itself')
  await propose(h, path, subjects, ['HTTNV', 'HTNV'])
  await h.refused(h.as('office').post(`${path}/close`, {}), 409, 'grading.undecided')
  assert.equal((await h.as('office', 'A').post(`${path}/decide`, PAPER)).status, 403)
  await h.ok(h.as('office').post(`${path}/decide`, PAPER))
  await h.ok(h.as('office').post(`${path}/notice`, { number: '3-TB/HU', on: '2021-12-25' }))
  await h.ok(h.as('office').post(`${path}/close`, {}))
  await h.refused(h.as('office').post(`${path}/decide`, PAPER), 409, 'grading.closed')
  const part = await h.ok<Grading>(h.as('officer').get(`${path}?unit=A`))
  assert.deepEqual([part.meters, part.counts.subjects], [[], 0], 'nothing of others')
  assert.equal((await h.as('officer').get(path)).status, 403)
  assert.equal((await h.as('officer').get(`${path}/subjects?unit=A2`)).status, 403)
  assert.equal(grading.counts.subjects, 2)
  assert.deepEqual(h.log, [])
})
