import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HEAD, marksOf, nameOfPlace, placeIn, placeNamed, placeOf } from './draft-place.ts'
import { addArea, addCriterion, newScheme } from './scheme-edit.ts'

const scheme = addCriterion(
  addArea(newScheme({ code: 'x', name: 'X', subjects: 'units', validFrom: '2022-01-01' })),
  1,
)

test('a fault leads to the place of its code', () => {
  assert.deepEqual(placeOf(scheme, '2.2'), { kind: 'criterion', area: 1, criterion: 1 })
  assert.deepEqual(placeOf(scheme, 'II'), { kind: 'area', area: 1 })
  assert.deepEqual(placeOf(scheme, ''), HEAD)
})

test('a place has a name and is found by it', () => {
  for (const code of ['', 'I', '2.1']) {
    const place = placeOf(scheme, code)
    assert.deepEqual(placeNamed(nameOfPlace(place)), place)
  }
})

test('what was taken away leaves the area open, or the head', () => {
  assert.deepEqual(placeIn(scheme, { kind: 'criterion', area: 0, criterion: 5 }), { kind: 'area', area: 0 })
  assert.deepEqual(placeIn(scheme, { kind: 'area', area: 7 }), HEAD)
})

test('what must be mended outweighs what is worth a look', () => {
  const fault = (isBlocking: boolean) => ({ at: '1.1', code: 'x', isBlocking })
  assert.equal(marksOf([fault(true), fault(false)]).get('1.1'), 'must')
  assert.equal(marksOf([fault(false), fault(true)]).get('1.1'), 'must')
  assert.equal(marksOf([fault(false)]).get('1.1'), 'look')
})
