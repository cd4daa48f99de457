import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePeriod } from '#kernel/period.ts'
import { freeSlug, isOfDays, slugOf } from './choosing.ts'

const slugs = [
  ['Phát triển vùng nguyên liệu, chế biến', 'phat-trien-vung-nguyen-lieu-che-bien'],
  ['Xóa nhà tạm – Đợt 2', 'xoa-nha-tam-dot-2'],
  ['…', ''],
  [
    'Nâng cao chỉ số cải cách hành chính của huyện, gắn với chuyển đổi số',
    'nang-cao-chi-so-cai-cach-hanh-chinh-cua-huyen-gan-voi-chuyen',
  ],
] as const
for (const [name, expected] of slugs) test(`slugOf: ${name}`, () => assert.equal(slugOf(name), expected))

test('slugOf: a single word that is too long is cut', () => assert.equal(slugOf('a'.repeat(80)).length, 60))

const free = [
  ['the name alone', [], 'nha-tam'],
  ['with its year', ['nha-tam'], 'nha-tam-2022'],
  ['with a number', ['nha-tam', 'nha-tam-2022'], 'nha-tam-2022-2'],
  ['with the next number', ['nha-tam', 'nha-tam-2022', 'nha-tam-2022-2'], 'nha-tam-2022-3'],
] as const
for (const [what, taken, expected] of free)
  test(`freeSlug: ${what}`, () =>
    assert.equal(freeSlug('Nhà tạm', '2022-01-01', new Set<string>(taken)), expected))

test('a target is of the days that its period touches', () => {
  const days = { startsOn: '2021-01-01', endsOn: '2021-12-31' }
  assert.equal(isOfDays(parsePeriod('2021Q4')!, days), true)
  assert.equal(isOfDays(parsePeriod('2020-2025')!, days), true)
  assert.equal(isOfDays(parsePeriod('2022')!, days), false)
})
