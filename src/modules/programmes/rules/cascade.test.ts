import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Big } from '#kernel/decimal.ts'
import { giveOut, judgeCascade } from './cascade.ts'

const decimal = fc
  .tuple(fc.integer({ min: 0, max: 1_000_000_000 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, places]) => new Big(digits).div(new Big(10).pow(places)).toFixed())
const parts = fc.array(fc.option(decimal), { minLength: 1, maxLength: 40 })
const sumOf = (list: readonly (string | null)[]) =>
  list.reduce((sum, part) => sum.plus(part ?? 0), new Big(0)).toFixed()

describe('the remainder of a cascade', () => {
  test('and the sum of the parts always come to the whole', () =>
    fc.assert(
      fc.property(decimal, parts, (whole, list) => {
        const { remainder, sum, state, set, units } = judgeCascade(whole, list, true)
        assert.equal(units, list.length)
        assert.equal(set, list.filter((part) => part !== null).length)
        if (set === 0) return assert.deepEqual([remainder, sum, state], [null, null, 'not-compared'])
        assert.equal(new Big(sum!).plus(remainder!).toFixed(), new Big(whole).toFixed())
        const sign = new Big(remainder!).cmp(0)
        assert.equal(state, sign === 0 ? 'adds-up' : sign > 0 ? 'short' : 'over')
      }),
    ))

  test('does not depend on the order of the parts', () =>
    fc.assert(
      fc.property(decimal, parts, (whole, list) =>
        assert.deepEqual(judgeCascade(whole, list, true), judgeCascade(whole, list.toReversed(), true)),
      ),
    ))

  test('is none where rates are given out, or the whole is missing', () => {
    assert.deepEqual(judgeCascade('96', ['90', null], false), {
      sum: null,
      set: 1,
      units: 2,
      remainder: null,
      state: 'not-compared',
      because: 'not-additive',
    })
    assert.equal(judgeCascade(null, ['1'], true).because, 'no-whole')
  })
})

describe('a whole that is given out', () => {
  test('comes back exactly when the parts are added up', () =>
    fc.assert(
      fc.property(decimal, parts, fc.integer({ min: 0, max: 3 }), (whole, weights, places) => {
        const given = giveOut(whole, weights, places)
        if (weights.every((weight) => weight === null)) return assert.equal(given, null)
        assert.equal(sumOf(given!), new Big(whole).toFixed())
        assert.deepEqual(
          given!.map((part) => part === null),
          weights.map((weight) => weight === null),
        )
      }),
    ))

  test('leaves no part further than one step from its exact share', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), parts, (whole, weights) => {
        const total = weights.reduce((sum, weight) => sum.plus(weight ?? 0), new Big(0))
        const given = giveOut(String(whole), weights, 0)
        if (!given || total.eq(0)) return
        for (const [at, weight] of weights.entries())
          if (weight !== null)
            assert.ok(new Big(given[at]!).minus(new Big(whole).times(weight).div(total)).abs().lt(1))
      }),
    ))

  test('gives the steps left over to those that lost most by rounding', () =>
    assert.deepEqual(giveOut('10', ['1', '1', '1'], 0), ['4', '3', '3']))

  test('goes out evenly where no weight says otherwise, and not at all to who has none', () => {
    assert.deepEqual(giveOut('9', ['0', null, '0'], 1), ['4.5', null, '4.5'])
    assert.equal(giveOut('9', [null], 0), null)
    assert.equal(giveOut('-1', ['1'], 0), null)
  })

  test('keeps what is finer than the rounding at the greatest', () =>
    assert.deepEqual(giveOut('10.25', ['1', '3'], 0), ['2', '8.25']))
})
