import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cellsOf } from '#modules/programmes/rules/tile-cells.ts'
import { demoParts, demoPartsNow } from '../../../../test/portal-facts.ts'
import type { Part } from '../view.ts'
import { mapForm } from './map-cells.ts'

const then = demoParts('vi', 'longan', null)
const now = demoPartsNow('vi', 'longan', 'longan_target')
const named = (code: string): string[] =>
  cellsOf(now.find(({ unit }) => unit.code === code)!).map(({ name }) => name)

test('a merged unit stands on the bricks of what it was merged from, its namesake first', () => {
  assert.deepEqual(named('04171'), ['Bó Sinh', 'Pú Bẩu', 'Chiềng En'])
  assert.deepEqual(named('04168'), ['Nà Nghịu', 'TT. Sông Mã'])
})

test('the map is drawn in the best form that every unit has a place in', () => {
  assert.deepEqual(mapForm(then), { form: 'tiles', columns: 6.5 })
  assert.equal(mapForm(now).form, 'tiles')
  const border = { type: 'Polygon' as const, coordinates: [] }
  assert.equal(mapForm(then.map((part) => ({ ...part, border }))).form, 'borders')
  assert.equal(mapForm([...then.slice(1), { ...then[0]!, place: null }]).form, 'bars')
  const many: Part[] = Array.from({ length: 61 }, (_, x) => ({
    ...then[0]!,
    place: { row: x >> 3, x: x % 8, bank: null, order: null },
  }))
  assert.equal(mapForm(many).form, 'bars')
  assert.equal(mapForm([]).form, 'bars')
})
