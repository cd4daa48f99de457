import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type TrendDot, trendAxis, trendChart } from './trend.ts'

const dot = (year: number, value: number | null): TrendDot => ({
  year,
  value,
  text: String(value),
  estimate: false,
})
const draw = async (dots: TrendDot[], target: number | null = null) =>
  String(
    await trendChart({
      id: 'tr',
      title: 'Nhãn',
      dots,
      target: target === null ? null : { value: target, text: 'chỉ tiêu' },
      tick: String,
      missing: 'chưa có số',
    }),
  )

describe('the axis', () => {
  test('starts above zero only when the years lie close together, and says so', () => {
    assert.deepEqual(trendAxis([dot(2020, 7050), dot(2021, 7430)], 7300).fromZero, false)
    assert.deepEqual(trendAxis([dot(2020, 50), dot(2021, 7430)], null), {
      low: 0,
      high: 8000,
      fromZero: true,
    })
  })
  test('holds for one value and for a loss', () => {
    assert.ok(trendAxis([dot(2021, 5)], null).high >= 5)
    assert.ok(trendAxis([dot(2020, -40), dot(2021, 30)], null).low <= -40)
  })
})

describe('the line', () => {
  test('is dotted across a missing year, which is written out and never zero', async () => {
    const svg = await draw([dot(2019, 6700), dot(2020, null), dot(2021, 7430)])
    assert.equal(svg.match(/class="gap"/g)?.length, 1)
    assert.equal(svg.match(/class="ln"/g), null)
    assert.equal(svg.match(/<circle/g)?.length, 2)
    assert.match(svg, />chưa có số</)
  })
  test('with many years writes only some of them', async () => {
    const svg = await draw(Array.from({ length: 12 }, (_, i) => dot(2010 + i, 100 + i)))
    assert.equal(svg.match(/<circle/g)?.length, 12)
    assert.ok(svg.match(/y="304"/g)!.length <= 6)
    assert.match(svg, />2021<\/text>/)
  })
})
