import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { demoParts, demoPartsNow } from '../../../../test/portal-facts.ts'
import type { Part } from '../view.ts'
import { MOST_STREAMS, streamsOf } from './streams.ts'

const longan = demoParts('vi', 'longan', null)
const unplaced = (count: number): Part[] =>
  Array.from({ length: count }, (_, i) => ({
    ...longan[0]!,
    unit: { code: String(i), name: `Xã ${i}`, kind: 'xã' },
    value: String(i + 0.1),
    place: null,
  }))

describe('streams of the confluence', () => {
  test('follow the recorded river, each on its bank', () => {
    const { streams, alongRiver } = streamsOf(longan)
    assert.ok(alongRiver)
    assert.equal(streams.length, 19)
    const north = streams.filter(({ bank }) => bank === 'north').map(({ part }) => part!.unit.code)
    assert.deepEqual(north.slice(0, 3), ['04174', '04171', '04180'])
  })
  test('leave out who gave nothing and close up', () => {
    const { streams } = streamsOf(demoParts('vi', 'sweet_corn', null))
    assert.equal(streams.length, 5)
    assert.deepEqual([...new Set(streams.map(({ slot }) => slot))], [0, 1, 2])
  })
  test('of a merged commune rise where the brick with its name lies', () => {
    const { streams, alongRiver } = streamsOf(demoPartsNow('vi', 'longan', 'longan_target'))
    assert.ok(alongRiver)
    const bank = (code: string) => streams.find(({ part }) => part!.unit.code === code)?.bank
    assert.equal(bank('04171'), 'north')
    assert.equal(bank('04219'), 'south')
  })
  test('without a recorded river go from small to large, banks by turns', () => {
    const { streams, alongRiver } = streamsOf(unplaced(4))
    assert.equal(alongRiver, false)
    assert.deepEqual(
      streams.map(({ value, bank }) => `${value} ${bank}`),
      ['0.1 north', '1.1 south', '2.1 north', '3.1 south'],
    )
  })
  test('too many to tell apart: the smallest are the stem, and nothing is lost', () => {
    const { streams } = streamsOf(unplaced(100))
    assert.equal(streams.length, MOST_STREAMS)
    assert.deepEqual(streams[0], { part: null, bank: 'stem', slot: -1, value: '3248.1', count: 81 })
  })
  test('what lies at the unit itself comes with the stem', () => {
    const { streams, alongRiver } = streamsOf(longan, '12.5')
    assert.ok(alongRiver)
    assert.deepEqual(streams[0], { part: null, bank: 'stem', slot: -1, value: '12.5', count: 0 })
  })
  test('nothing above zero gives no stream', () => {
    assert.deepEqual(streamsOf(longan.map((part) => ({ ...part, value: null }))).streams, [])
  })
})
