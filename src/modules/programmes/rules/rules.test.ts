import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { attainmentPercent, checkCascade, cutPercent, isMet } from './attainment.ts'
import { display, publish } from './publish.ts'

describe('attainment', () => {
  const cases = [
    ['above the target', '7430', '7300', '101.8'],
    ['half a tenth rounds up', '100.05', '100', '100.1'],
    ['just short of the target is not rounded up to it', '99.96', '100', '99.9'],
    ['nothing achieved is 0, not undefined', '0', '5', '0.0'],
    ['without an actual value', null, '5', null],
    ['without a target', '5', null, null],
    ['a target of nothing', '5', '0', null],
  ] as const
  for (const [name, actual, target, percent] of cases)
    test(name, () => assert.equal(attainmentPercent(actual, target), percent))

  test('is cut where there is little room', () => {
    assert.equal(cutPercent('99.6', '100'), 99)
    assert.equal(cutPercent('14', '13'), 107)
    assert.equal(cutPercent('5', '0'), null)
  })

  test('reaching the target exactly meets it, in either direction', () => {
    assert.equal(isMet('5', '5', 'cumulative'), true)
    assert.equal(isMet('4.9', '5', 'point-in-time'), false)
    assert.equal(isMet('5', '5', 'lower-is-better'), true)
    assert.equal(isMet('5.1', '5', 'lower-is-better'), false)
    assert.equal(isMet(null, '5', 'cumulative'), null)
  })
})

describe('cascade', () => {
  test('parts that make the whole', () =>
    assert.deepEqual(checkCascade('10', ['4', '6'], true), { kind: 'adds-up' }))
  test('parts that fall short', () =>
    assert.deepEqual(checkCascade('10', ['4', '5.5'], true), { kind: 'short', remainder: '0.5' }))
  test('parts that exceed the whole', () =>
    assert.deepEqual(checkCascade('10', ['11'], true), { kind: 'over', remainder: '1' }))
  test('rates are not compared', () => assert.equal(checkCascade('10', ['11'], false).kind, 'not-compared'))
})

describe('publishing', () => {
  const fruit = { value: '10271.5', basis: 'more-than', step: '10', unitOfMeasure: 'ha' } as const
  const money = {
    value: '995400000000',
    basis: 'more-than',
    step: '1000000000',
    unitOfMeasure: 'VND',
  } as const
  test('a floor is rounded down to its step and says so', () => {
    assert.equal(display('vi', fruit, 'ha'), 'hơn\u00a010.270\u00a0ha')
    assert.equal(display('vi', money, 'đồng'), 'hơn\u00a0995\u00a0tỷ\u00a0đồng')
    assert.equal(display('en', money, 'VND'), 'more than\u00a0VND\u00a0995\u00a0billion')
  })
  test('an exact multiple of the step is not more than itself', () =>
    assert.deepEqual(publish({ ...fruit, value: '10270' }), { published: '10270', basis: 'exact' }))
  test('an exact figure keeps its decimals', () =>
    assert.equal(display('vi', { ...fruit, basis: 'exact', step: null }, 'ha'), '10.271,5\u00a0ha'))
  test('a missing value is said in words', () =>
    assert.equal(display('vi', { ...fruit, value: null }, 'ha'), 'chưa có số'))
})
