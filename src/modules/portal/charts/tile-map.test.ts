import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type MapUnit, tileMap } from './tile-map.ts'

const unit = (name: string, shade: string, ...tiles: [number, number][]): MapUnit => ({
  href: `#x${name}`,
  name,
  text: '5',
  shade,
  cells: tiles.map(([row, x], i) => ({ tile: { row, x }, name: i === 0 ? name : `cũ ${i}` })),
})
const draw = async (units: MapUnit[]) =>
  String(await tileMap({ id: 'ma', title: 'Nhãn', description: '', units, river: null, riverName: 'sông' }))

test('three merged bricks grow together, the corner between them too', async () => {
  const svg = await draw([unit('Bó Sinh', 'q1', [0, 0.5], [1, 0], [1, 1])])
  assert.equal(svg.match(/rx="6"/g)?.length, 3)
  assert.equal(svg.match(/class="q1 j"/g)?.length, 4)
  assert.match(svg, /class="old"/)
})

test('single bricks stay apart, dark ones carry white text, one without a value is empty', async () => {
  const svg = await draw([unit('A', 'q5', [0, 0]), unit('B', '', [0, 1])])
  assert.doesNotMatch(svg, / j"/)
  assert.equal(svg.match(/class="w"/g)?.length, 1)
  assert.match(svg, /class="q0"/)
})

test('names and links cannot break out of the drawing', async () => {
  const svg = await draw([unit('"><script>', 'q1', [0, 0])])
  assert.doesNotMatch(svg, /<script>/)
})
