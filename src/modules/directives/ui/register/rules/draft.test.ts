import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Directive } from '../../../api/register.ts'
import { draftOf, emptyDraft, inputOf } from './draft.ts'

const HELD: Directive = {
  id: '7',
  number: '09-KH/HU',
  side: 'party',
  type: 'plan',
  issuer: 'Huyện ủy Sông Mã',
  issuerCode: '126',
  issuedOn: '2021-07-12',
  excerpt: 'Thực hiện Kết luận 01-KL/TW',
  serial: 9,
  body: 'HU',
  seriesYear: null,
  signer: null,
  validFrom: '2021-07-12',
  validTo: null,
  keeper: { id: '1', code: '126', name: 'Huyện Sông Mã' },
  files: [{ id: 'f', name: 'a.pdf', mediaType: 'application/pdf', bytes: 9, sha256: '', text: 'read' }],
  links: { implements: [], amends: [], replaces: [], implementedBy: [], amendedBy: [], replacedBy: [] },
  duties: null,
  createdBy: 'vanphong',
  createdAt: '2021-07-12T01:00:00.000Z',
  changedAt: '2021-07-12T01:00:00.000Z',
  may: ['change'],
}

test('what the register holds goes back unchanged', () => {
  const input = inputOf(draftOf(HELD))
  assert.equal(input?.issuer, null)
  assert.equal(input?.issuerName, 'Huyện ủy Sông Mã')
  assert.equal(input?.validFrom, null, 'valid from the day of issue, even when that day is corrected')
  assert.deepEqual(input?.files, ['f'])
})

test('a unit that signs by its own name needs no other', () => {
  const draft = draftOf({ ...HELD, issuer: 'Huyện Sông Mã' })
  assert.equal(draft.issuer, '')
  assert.equal(inputOf(draft)?.issuerName, null)
})

test('an outside issuer is named as issuer and not as a name of the unit', () => {
  const input = inputOf(draftOf({ ...HELD, issuer: 'Bộ Chính trị', issuerCode: null }))
  assert.deepEqual([input?.issuer, input?.issuerName], ['Bộ Chính trị', null])
})

test('nothing is sent while the number, the type, the day, the excerpt or an outside issuer is missing', () => {
  const whole = draftOf(HELD)
  assert.ok(inputOf(whole))
  assert.equal(inputOf(emptyDraft('126')), null)
  for (const name of ['number', 'type', 'unit', 'issuedOn', 'excerpt'] as const)
    assert.equal(inputOf({ ...whole, [name]: ' ' }), null, name)
  assert.equal(inputOf({ ...whole, isOutside: true, issuer: ' ' }), null)
})
