import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { pdfOf } from '../../../../test/document.ts'
import { cellAt, scoringHouse } from '../../../../test/scoring-house.ts'
import type { Evidence } from '../api/scoring.ts'

describe('evidence', () => {
  const PLAN = {
    number: '12-KH/HU',
    issuer: 'Huyện ủy',
    issuedOn: '2021-01-15',
    page: '2',
    criteria: ['1.1'],
  }

  test('serves many criteria, tells a day outside the period, and is missed where it is asked for', async () => {
    await using house = await scoringHouse()
    const officer = house.as('officer')
    const url = `/api/v1/rounds/${house.round}/subjects/A/evidence`
    await house.ok(house.say(officer, '1.1', 'self', { met: true }))
    assert.deepEqual((await house.sheet()).missing.evidence, ['1.1'])
    const made = await house.ok<Evidence>(
      officer.post(url, { ...PLAN, issuedOn: '2020-12-31', criteria: ['1.1', '2.1'] }),
    )
    assert.deepEqual([made.warnings, made.criteria, made.isOpen], [['outside'], ['1.1', '2.1'], true])
    const changed = await house.ok<Evidence>(officer.put(`${url}/${made.id}`, PLAN))
    assert.deepEqual([changed.warnings, changed.criteria], [[], ['1.1']])
    const sheet = await house.sheet()
    assert.deepEqual([sheet.missing.evidence, cellAt(sheet, '1.1').evidence], [[], [made.id]])
    await house.ok(officer.delete(`${url}/${made.id}`))
    assert.deepEqual((await house.sheet()).evidence, [])
    await house.refused(officer.put(`${url}/${made.id}`, PLAN), 404, 'score.evidenceNotFound')
  })

  test('of a file of another unit, or for a criterion that is not there, is refused member by member', async () => {
    await using house = await scoringHouse()
    const url = `/api/v1/rounds/${house.round}/subjects/A/evidence`
    const wrong = { ...PLAN, file: 'nothing', criteria: ['1.1', '9.9'] }
    const told = await house.refused(house.as('officer').post(url, wrong), 422, 'score.refused')
    assert.deepEqual(
      told.errors.map(({ path }) => path),
      ['criteria.1', 'file'],
    )
    const script = { ...PLAN, link: 'javascript:alert(1)' }
    assert.equal((await house.as('officer').post(url, script)).status, 400)
  })

  test('is a file of the unit, told by its name', async () => {
    await using house = await scoringHouse()
    const officer = house.as('officer')
    const content = new Uint8Array(pdfOf(['Kế hoạch năm 2021']))
    const announced = { name: 'Kế hoạch.pdf', unit: 'A', bytes: content.length }
    const { id } = await house.ok<{ id: string }>(officer.post('/api/v1/files', announced))
    const url = `/api/v1/rounds/${house.round}/subjects/A/evidence`
    await house.refused(officer.post(url, { ...PLAN, file: id }), 422, 'score.refused')
    await house.ok(officer.put(`/api/v1/files/${id}/content?offset=0`, new Blob([content])))
    const made = await house.ok<Evidence>(officer.post(url, { ...PLAN, file: id }))
    assert.deepEqual(made.file, { id, name: 'Kế hoạch.pdf' })
  })

  test('stays as it was when sent; what explains a cut is added', async () => {
    await using house = await scoringHouse()
    const officer = house.as('officer')
    const url = `/api/v1/rounds/${house.round}/subjects/A/evidence`
    const { id } = await house.ok<Evidence>(officer.post(url, PLAN))
    house.clock.now = new Date(house.clock.now.getTime() + 60_000)
    await house.claim()
    await house.move('verify')
    await house.refused(officer.post(url, PLAN), 409, 'score.evidenceClosed')
    house.clock.now = new Date(house.clock.now.getTime() + 60_000)
    await house.move('explain')
    await house.refused(officer.delete(`${url}/${id}`), 409, 'score.evidenceClosed')
    const added = await house.ok<Evidence>(officer.post(url, { ...PLAN, number: '31/UBND-NV' }))
    assert.equal(added.isOpen, true)
    await house.refused(house.as('verifier').post(url, PLAN), 403, 'auth.forbidden')
  })
})
