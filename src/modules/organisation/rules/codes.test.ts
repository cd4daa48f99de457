import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lastCommonDay, readArea } from './border.ts'
import { buildCodes, placeDay } from './codes.ts'

const codes = buildCodes([
  { code: '04168', hierarchy: 'state', unit: 1, from: '-infinity', to: '2025-06-30' },
  { code: '04168', hierarchy: 'state', unit: 2, from: '2025-07-01', to: 'infinity' },
  { code: '04198', hierarchy: 'state', unit: 3, from: '-infinity', to: '2025-06-30' },
  { code: 'DU', hierarchy: 'party', unit: 4, from: '-infinity', to: 'infinity' },
])
const year = (n: number) => ({ startsOn: `${n}-01-01`, endsOn: `${n}-12-31` })

const found: [name: string, code: string, days: { startsOn: string; endsOn: string }, unit?: number][] = [
  ['who held it on the last day', '04168', year(2021), 1],
  ['also when another one began the year', '04168', year(2025), 2],
  ['when none did, who held it last inside the days', '04198', year(2025), 3],
  ['nobody after that', '04198', year(2026)],
  ['nobody who never was', '99999', year(2021)],
  ['a unit of another tree', 'DU', year(2021), 4],
]
for (const [name, code, days, unit] of found)
  test(`a code means ${name}`, () => assert.equal(codes.find(code, days), unit))

test('a code can be looked for in one tree only', () => {
  assert.equal(codes.find('DU', year(2021), 'state'), undefined)
  assert.equal(codes.find('DU', year(2021), 'party'), 4)
})

test('a sentence says when a code was held', () => {
  assert.equal(codes.spans('04198'), '… – 2025-06-30')
  assert.equal(codes.spans('04168'), '… – …')
  assert.equal(codes.spans('99999'), undefined)
})

test('an ended unit is looked for on its last day', () => {
  assert.equal(placeDay({ endsOn: '2025-06-30' }, '2026-01-01'), '2025-06-30')
  assert.equal(placeDay({ endsOn: '2025-06-30' }, '2021-12-31'), '2021-12-31')
  assert.equal(placeDay({ endsOn: 'infinity' }, '2026-01-01'), '2026-01-01')
})

test('a map without a date is of the last day on which all its codes were held', () => {
  const held = (...list: string[]) => list.map((code) => codes.held(code))
  assert.equal(lastCommonDay(held('04168'), '2026-05-01'), '2026-05-01')
  assert.equal(lastCommonDay(held('04168', '04198'), '2026-05-01'), '2025-06-30')
  assert.equal(lastCommonDay(held('04168', '04198'), '2024-05-01'), '2024-05-01')
  assert.equal(lastCommonDay(held('04168', '99999'), '2026-05-01'), null)
})

const square = [
  [103.7, 21],
  [103.8, 21],
  [103.8, 21.1],
  [103.7, 21],
]
const areas: [name: string, geometry: unknown, isArea: boolean][] = [
  ['a polygon', { type: 'Polygon', coordinates: [square] }, true],
  ['several polygons', { type: 'MultiPolygon', coordinates: [[square], [square]] }, true],
  ['with heights', { type: 'Polygon', coordinates: [square.map((at) => [...at, 500])] }, true],
  ['no ring left open', { type: 'Polygon', coordinates: [[...square.slice(0, 3), [103.9, 21]]] }, false],
  ['no point', { type: 'Point', coordinates: [103.7, 21] }, false],
  ['no latitude before longitude', { type: 'Polygon', coordinates: [square.map(([x, y]) => [y, x])] }, false],
  ['nothing empty', { type: 'Polygon', coordinates: [] }, false],
]
for (const [name, geometry, isArea] of areas)
  test(`an area is ${name}`, () => assert.equal(readArea(JSON.stringify(geometry)) !== null, isArea))

test('an area is no text that is not JSON', () => assert.equal(readArea('{'), null))
