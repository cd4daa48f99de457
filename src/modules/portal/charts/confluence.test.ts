import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type Layout, layConfluence, type Stream } from './confluence.ts'

const layout: Layout = {
  ...{ start: 38, stem: 0, step: 89, reach: 66, north: 46, south: 350, middle: 200 },
  ...{ mouth: 132, least: 0.9, end: 1120, swing: 13, straight: 940 },
}
const point = (along: number, across: number) => `${along.toFixed(1)} ${across.toFixed(1)}`
const stream = (value: number, slot: number, bank: Stream['bank'] = 'north'): Stream => ({
  value,
  slot,
  bank,
})
const GAP = 0.6

describe('the confluence', () => {
  test('draws values in proportion', () => {
    const { lanes } = layConfluence([stream(300, 0), stream(600, 1, 'south')], layout, point)
    const [small, large] = lanes.map(({ width }) => width + GAP)
    assert.ok(Math.abs(large! / small! - 2) < 0.001)
  })
  test('fills its mouth exactly, whatever the values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 20 }),
        (values) => {
          const streams = values.map((value, i) => stream(value, i >> 1, i % 2 ? 'south' : 'north'))
          const { lanes, from, to } = layConfluence(streams, layout, point)
          assert.equal(to - from, layout.mouth)
          const thin = lanes.filter(({ width }) => width <= layout.least).length
          const total = lanes.reduce((sum, { width }) => sum + width, 0)
          assert.ok(Math.abs(total + lanes.length * GAP - layout.mouth) <= thin * GAP + 0.01, `${total}`)
        },
      ),
    )
  })
  test('keeps the thinnest visible', () => {
    const { lanes } = layConfluence([stream(1, 0), stream(1_000_000, 1)], layout, point)
    assert.equal(lanes[0]!.width, layout.least)
  })
  test('lets the stem come from further upstream, between the banks', () => {
    const { lanes } = layConfluence(
      [stream(50, -1, 'stem'), stream(25, 0), stream(25, 0, 'south')],
      layout,
      point,
    )
    assert.equal(lanes[0]!.source.along, layout.stem)
    assert.ok(Math.abs(lanes[0]!.source.across - layout.middle) < layout.swing)
    assert.ok(lanes[1]!.course.startsWith('M') && lanes[2]!.outline.endsWith('Z'))
  })
})
