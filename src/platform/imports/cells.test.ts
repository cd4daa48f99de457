import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Big, isDecimal } from '#kernel/decimal.ts'
import { translate } from '#platform/i18n/translate.ts'
import {
  type CellVerdict,
  readChoice,
  readCode,
  readDay,
  readDecimal,
  readOpenDay,
  readShare,
  readText,
} from './cells.ts'

const told = (verdict: CellVerdict<unknown>, lang: 'vi' | 'en' = 'vi') =>
  'code' in verdict ? translate(lang, `import.${verdict.code}`, verdict.details) : verdict.value

describe('a number', () => {
  for (const text of [
    '0',
    '-0',
    '007.50',
    '1234.5',
    '-1234.5',
    '1.234',
    `${'9'.repeat(20)}.${'9'.repeat(10)}`,
  ])
    test(`${text} is taken as it was written`, () => assert.deepEqual(readDecimal(text), { value: text }))

  const refused: [text: string, code: string, example?: string][] = [
    ['', 'cell.empty'],
    ['1.234,5', 'cell.decimalComma', '1234.5'],
    ['-12,75', 'cell.decimalComma', '-12.75'],
    ['1234,567', 'cell.decimalComma', '1234.567'],
    ['1,234', 'cell.comma', '1234'],
    ['1,234.5', 'cell.thousands', '1234.5'],
    ['1,234,567', 'cell.thousands', '1234567'],
    ['1.234.567', 'cell.thousands', '1234567'],
    ['1 234,5', 'cell.spaces', '1234.5'],
    ['1\u00a0234\u202f567', 'cell.spaces', '1234567'],
    ['1e5', 'cell.exponent'],
    ['1.5E-3', 'cell.exponent'],
    ['+5', 'cell.plus', '5'],
    ['−5.5', 'cell.minus', '-5.5'],
    ['– 5', 'cell.minus', '-5'],
    ['=1+2', 'cell.formula'],
    ['@SUM(A1)', 'cell.formula'],
    ['1'.repeat(21), 'cell.digits'],
    ['0.12345678901', 'cell.digits'],
    ['12 ha', 'cell.number'],
    ['12%', 'cell.number'],
    ['O', 'cell.number'],
    ['.5', 'cell.number'],
    ['5.', 'cell.number'],
    ['--5', 'cell.number'],
    ['-', 'cell.number'],
    ['NaN', 'cell.number'],
    ['0x10', 'cell.number'],
    ['１２', 'cell.number'],
    ['1_000', 'cell.number'],
  ]
  for (const [text, code, example] of refused)
    test(`${text} is refused as ${code}`, () => {
      const verdict = readDecimal(text)
      assert.ok('code' in verdict)
      assert.equal(verdict.code, code)
      if (example === undefined) return
      assert.equal(verdict.details.example, example)
      assert.ok(isDecimal(example))
    })

  test('is told in the words of whoever typed it', () => {
    assert.equal(
      told(readDecimal('1.234,5')),
      '“1.234,5” không phải số viết đúng. Dùng dấu chấm cho phần thập phân và không dùng dấu phân cách nghìn, ví dụ 1234.5.',
    )
    assert.equal(
      told(readDecimal('1,234'), 'en'),
      '“1,234” has a comma, so it is not clear which number is meant. Please write 1234, or 1.234 if it is a decimal.',
    )
  })

  test('as a program would format it for Vietnam is refused, with the right number as the example', () => {
    const vietnamese = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (tenths) => {
        const verdict = readDecimal(vietnamese.format(tenths / 10))
        assert.ok('code' in verdict)
        assert.ok(new Big(String(verdict.details.example)).eq(new Big(tenths).div(10)))
      }),
    )
  })

  test('never throws, and what it takes is exact', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const verdict = readDecimal(text)
        if ('value' in verdict) assert.ok(isDecimal(verdict.value))
        else assert.equal(typeof told(verdict), 'string')
      }),
    )
  })
})

test('a share is from 0 to 1, and unknown when empty', () => {
  for (const text of ['0', '1', '0.25', '1.000', '00.5', '01'])
    assert.deepEqual(readShare(text), { value: text })
  assert.deepEqual(readShare(''), { value: null })
  for (const text of ['1.01', '-0.1', '2', '25', '-0'])
    assert.equal((readShare(text) as { code: string }).code, 'cell.share')
  assert.equal((readShare('0,5') as { code: string }).code, 'cell.decimalComma')
})

test('a day is a real date, year first', () => {
  assert.deepEqual(readDay('2025-07-01'), { value: '2025-07-01' })
  assert.equal(told(readDay('')), 'Ô này không được để trống.')
  assert.equal(told(readDay('2021-02-30')), 'Không có ngày 2021-02-30 trên lịch.')
  assert.equal(told(readDay('1/7/2025')), '“1/7/2025” viết ngày trước. Hãy viết năm-tháng-ngày: 2025-07-01.')
  assert.equal(
    told(readDay('31.12.2025'), 'en'),
    '“31.12.2025” has the day first. Please write year-month-day: 2025-12-31.',
  )
  for (const text of ['45839', '31/31/2025', '2025-7-1', '2025-07-01 00:00:00', 'hôm qua'])
    assert.equal((readDay(text) as { code: string }).code, 'cell.day', text)
  assert.deepEqual(readOpenDay('', 'infinity'), { value: 'infinity' })
  assert.equal((readOpenDay('x', 'infinity') as { code: string }).code, 'cell.day')
})

test('a choice is one of the words, as written', () => {
  assert.deepEqual(readChoice('sum', ['sum', 'mean']), { value: 'sum' })
  assert.equal(told(readChoice('Sum', ['sum', 'mean'])), '“Sum” không phải là một trong: sum, mean.')
})

test('codes and texts', () => {
  for (const code of ['04198', 'nhan-loai_1', 'Đất.2']) assert.deepEqual(readCode(code), { value: code })
  for (const code of ['04 198', 'a/b', 'x'.repeat(61)])
    assert.equal((readCode(code) as { code: string }).code, 'cell.code')
  assert.equal((readCode('') as { code: string }).code, 'cell.empty')
  assert.deepEqual(readText('Xã Nà Nghịu'), { value: 'Xã Nà Nghịu' })
  assert.equal(told(readText('x'.repeat(501))), 'Nội dung quá dài, nhiều nhất 500 ký tự.')
})
