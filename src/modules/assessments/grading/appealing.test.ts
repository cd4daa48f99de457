// What an appeal against a grade finds, and what it may change.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gradingHouse } from '../../../../test/grading-house.ts'
import type { Grade } from '../rules/grade-rules.ts'
import { findAppealableGrade, regradeOnAppeal } from './appealing.ts'

test('a grade can be appealed against once it is told; an upheld appeal decides anew, within the quota', async () => {
  await using h = await gradingHouse({ people: 12 })
  const { subjects, path } = await h.open()
  const office = h.as('office')
  const proposals = subjects.map(({ id }, n) => ({ subject: id, grade: n === 0 ? 'HTXSNV' : 'HTTNV' }))
  await h.ok(office.post(`${path}/proposals`, { proposals }))
  const [best, other] = [Number(subjects[0]!.id), Number(subjects[1]!.id)]
  assert.equal(await findAppealableGrade(h.db, other), undefined, 'nothing is decided')
  await h.ok(office.post(`${path}/decide`, { number: '1-QĐ', on: '2021-12-20' }))
  assert.equal(await findAppealableGrade(h.db, other), undefined, 'nothing is told')
  await h.ok(office.post(`${path}/notice`, { number: '2-TB', on: '2021-12-22' }))
  await h.ok(office.post(`${path}/close`, {}))

  const found = (await findAppealableGrade(h.db, other))!
  assert.deepEqual([found.grade, found.noticedOn, found.until], ['HTTNV', '2021-12-22', '2022-01-01'])
  assert.equal(found.deciders.length, 1)
  assert.match(found.deciders[0]!, /^office-/)

  const who = { by: 'chủ tịch', byId: null, for: null, at: h.clock.now }
  const regrade = (subjectId: number, grade: Grade) =>
    h.transact((tx) => {
      const paper = { number: '3-QĐ', on: '2021-12-30' }
      return regradeOnAppeal(tx, { subjectId, grade, reason: 'Kiến nghị đúng', paper }, who)
    })
  // One of six in the group is the most that a fifth of the good allows
  await assert.rejects(regrade(other, 'HTXSNV'), { code: 'grading.overQuota' })
  assert.deepEqual(await regrade(best, 'HTTNV'), { before: 'HTXSNV', after: 'HTTNV' })
  assert.deepEqual(await regrade(other, 'HTXSNV'), { before: 'HTTNV', after: 'HTXSNV' })
  const { facts } = await h.sheet(path, subjects[1]!)
  const decisions = facts.filter(({ step }) => step === 'decision')
  assert.deepEqual(
    decisions.map(({ grade, text, isCurrent }) => [grade, text, isCurrent]),
    [
      ['HTTNV', '', false],
      ['HTXSNV', 'Kiến nghị đúng', true],
    ],
  )
})
