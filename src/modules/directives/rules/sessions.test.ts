import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeDay, monthOf, reachedPercent, sameSession } from './sessions.ts'

const days = [
  ['the day of issue is allowed', '2021-05-18', null],
  ['the day before is not', '2021-05-17', 'beforeDirective'],
  ['today is allowed', '2021-12-31', null],
  ['tomorrow is not', '2022-01-01', 'future'],
] as const
for (const [name, heldOn, expected] of days)
  test(`judgeDay: ${name}`, () => assert.equal(judgeDay(heldOn, '2021-05-18', '2021-12-31'), expected))

const shares = [
  ['nobody asked is no share', 0, 0, null],
  ['nobody came is nought', 40, 0, '0'],
  ['all came', 40, 40, '100'],
  ['cut, never rounded up to all', 3_000, 2_999, '99.9'],
  ['one decimal', 3, 1, '33.3'],
  ['a whole number has none', 4, 3, '75'],
] as const
for (const [name, invited, attended, expected] of shares)
  test(`reachedPercent: ${name}`, () => assert.equal(reachedPercent(invited, attended), expected))

test('a session is the same however the cell is spelled, and another on another day', () => {
  assert.equal(sameSession(7, '2021-06-01', 'Chi bộ  Bản Mé'), sameSession(7, '2021-06-01', 'chi bo ban me'))
  assert.notEqual(sameSession(7, '2021-06-01', ''), sameSession(7, '2021-06-02', ''))
  assert.notEqual(sameSession(7, '2021-06-01', 'Tổ 1'), sameSession(7, '2021-06-01', 'Tổ 2'))
})

test('the month of a day is a period', () => assert.equal(monthOf('2021-07-15'), '202107'))
