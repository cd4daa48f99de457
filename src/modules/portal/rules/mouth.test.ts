import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lyingMouth, standingMouth } from './mouth.ts'

const ha = { divisor: '1', before: '', after: 'ha' }
const money = { divisor: '1000000000', before: '', after: 'tỷ đồng' }
const longan = { floor: '', number: '7.430', scale: ha, label: 'nhãn', counted: '19 xã, thị trấn' }
const value = { floor: 'hơn', number: '995', scale: money, label: 'giá trị chế biến', counted: '19 xã' }

test('number and unit stand together as long as they fit', () => {
  assert.deepEqual(lyingMouth(longan), { over: '', big: '7.430 ha', sub: 'nhãn, 19 xã, thị trấn' })
  assert.deepEqual(standingMouth(longan), { over: '', big: '7.430', sub: 'ha nhãn' })
})

test('a long unit goes below, a long label is left out, the floor word stands above', () => {
  assert.deepEqual(lyingMouth(value), { over: 'hơn', big: '995', sub: 'tỷ đồng, 19 xã' })
  assert.deepEqual(standingMouth(value), { over: 'hơn', big: '995', sub: 'tỷ đồng' })
})
