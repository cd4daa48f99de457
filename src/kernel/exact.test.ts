import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  compareExact,
  dividedBy,
  exact,
  exactText,
  minus,
  plus,
  readExact,
  roundExact,
  times,
  whole,
} from './exact.ts'

const of = (text: string) => readExact(text)!

describe('an exact number', () => {
  test('is read as written, never through a double', () => {
    assert.equal(exactText(plus(of('0.1'), of('0.2'))), '0.3')
    assert.equal(exactText(of('12345678901234567890.0000000001')), '12345678901234567890.0000000001')
    assert.equal(exactText(of('1.50')), '1.5')
    assert.equal(exactText(of('1e2')), '100')
    assert.equal(exactText(of('25E-2')), '0.25')
    for (const text of ['', '1.', '.5', '+1', '1,5', '0x1', 'NaN', '1e999', ' 1'])
      assert.equal(readExact(text), null, text)
  })

  test('keeps what repeats, and shows ten places of it', () => {
    const third = dividedBy(whole(1), whole(3))
    assert.equal(exactText(third), '0.3333333333')
    assert.equal(exactText(times(third, whole(3))), '1')
    assert.equal(exactText(dividedBy(whole(-2), whole(3))), '-0.6666666667')
  })

  test('is rounded half up, away from zero', () => {
    assert.equal(roundExact(of('2.345'), 2), '2.35')
    assert.equal(roundExact(of('-2.345'), 2), '-2.35')
    assert.equal(roundExact(of('2.3449999'), 2), '2.34')
    assert.equal(roundExact(of('5'), 2), '5.00')
    assert.equal(roundExact(of('-0.001'), 2), '0.00')
    assert.equal(roundExact(of('99.5'), 0), '100')
  })

  test('obeys the laws of arithmetic', () => {
    const some = fc
      .tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.bigInt(1n, 10n ** 6n))
      .map(([n, d]) => exact(n, d))
    fc.assert(
      fc.property(some, some, some, (a, b, c) => {
        assert.deepEqual(times(a, plus(b, c)), plus(times(a, b), times(a, c)))
        assert.deepEqual(minus(plus(a, b), b), a)
        if (b.of !== 0n) assert.deepEqual(times(dividedBy(a, b), b), a)
        assert.equal(Math.sign(compareExact(a, b)), -Math.sign(compareExact(b, a)))
      }),
    )
    assert.throws(() => exact(1n, 0n), RangeError)
  })
})
