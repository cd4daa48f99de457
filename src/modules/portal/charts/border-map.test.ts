import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Position } from 'geojson'
import { borderMap } from './border-map.ts'

const square = (west: number, clockwise: boolean) => {
  const ring: Position[] = [
    [west, 21],
    [west + 0.1, 21],
    [west + 0.1, 21.1],
    [west, 21.1],
    [west, 21],
  ]
  return { type: 'Polygon' as const, coordinates: [clockwise ? ring.reverse() : ring] }
}
const unit = (name: string, west: number, clockwise = false) => ({
  href: `#x${name}`,
  name,
  text: '5',
  shade: 'q3',
  border: square(west, clockwise),
})
const draw = async (id: string, outlines: string, units = [unit('A', 103.5), unit('B', 103.6, true)]) =>
  String(await borderMap({ id, title: 'Nhãn', description: '', units, outlines }))

test('neighbours share their edge, whichever way their rings run', async () => {
  const svg = await draw('ma', 'ma')
  const [a, b] = [...svg.matchAll(/ d="M([^"]+)Z"/g)].map((m) => new Set(m[1]!.split('L')))
  assert.equal([...a!].filter((at) => b!.has(at)).length, 2)
})

test('the second map draws the outlines of the first', async () => {
  const svg = await draw('md', 'ma')
  assert.doesNotMatch(svg, /<path/)
  assert.match(svg, /<use class="q3" href="#ma-1"/)
})

test('a name that has no room is still said', async () => {
  const svg = await draw('ma', 'ma', [unit('Mường Lầm', 103.5), unit('Chiềng Khoong', 103.5001)])
  assert.match(svg, /aria-label="Chiềng Khoong: 5"/)
  assert.equal(svg.match(/<text/g)?.length, 1)
})
