import assert from 'node:assert/strict'
import { test } from 'node:test'
import { capital, clip, inlineName, inSentence, inTwoLines, keyOf, kindsOf, shortName } from './names.ts'

const unit = (name: string, kind: string) => ({ name, kind })

test('tables and charts leave the kind out, but for towns and numbered wards', () => {
  assert.equal(shortName(unit('Xã Bó Sinh', 'xã')), 'Bó Sinh')
  assert.equal(shortName(unit('Thị trấn Sông Mã', 'thị trấn')), 'TT. Sông Mã')
  assert.equal(shortName(unit('Phường 12', 'phường')), 'Phường 12')
  assert.equal(shortName(unit('Thành phố Sơn La', 'thành phố thuộc tỉnh')), 'Sơn La')
  assert.equal(shortName(unit('Bó Sinh commune', 'xã')), 'Bó Sinh')
  assert.equal(shortName(unit('Sông Mã town', 'thị trấn')), 'Sông Mã town')
  assert.equal(shortName(unit('Trạm y tế', 'đơn vị')), 'Trạm y tế')
})

test('in a sentence the kind is in small letters and the name does not break', () => {
  assert.equal(inlineName('vi', unit('Huyện Sông Mã', 'huyện')), 'huyện Sông\u00a0Mã')
  assert.equal(inlineName('en', unit('Sông Mã district', 'huyện')), 'Sông\u00a0Mã\u00a0district')
})

test('kinds are told once each, the most frequent first', () => {
  assert.deepEqual(kindsOf([{ kind: 'thị trấn' }, { kind: 'xã' }, { kind: 'xã' }]), ['xã', 'thị trấn'])
  assert.equal(keyOf('thị trấn'), 'thi-tran')
  assert.equal(keyOf('tạ/ha'), 'ta-ha')
})

test('a name stands on two even lines and is cut where it does not fit', () => {
  assert.deepEqual(inTwoLines('Chiềng Khương', 10), ['Chiềng', 'Khương'])
  assert.deepEqual(inTwoLines('TT. Sông Mã', 10), ['TT.', 'Sông Mã'])
  assert.deepEqual(inTwoLines('Bản', 10), ['Bản'])
  assert.deepEqual(inTwoLines('Đặc biệt khó khăn Nguyễn', 10), ['Đặc biệt…', 'khăn Nguy…'])
  assert.equal(clip('Chiềng Khoong', 13), 'Chiềng Khoong')
})

test('labels fit into sentences and begin them', () => {
  assert.equal(inSentence('Nhãn'), 'nhãn')
  assert.equal(inSentence('PAR INDEX'), 'PAR INDEX')
  assert.equal(capital('đạt'), 'Đạt')
})
