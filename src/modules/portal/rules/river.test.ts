import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { demoPlaces } from '../../../../test/portal-facts.ts'
import { type Bank, riverCourse } from './river.ts'

const brick = (row: number, x: number, bank: Bank) => ({ row, x, bank })

describe('the river between the banks', () => {
  test('runs in the joints of the demo from edge to edge', () => {
    const banked = demoPlaces().flatMap((place) => (place.bank ? [{ ...place, bank: place.bank }] : []))
    const corners = riverCourse(banked)?.map(({ x, row }) => `${x},${row}`)
    assert.deepEqual(corners, ['0,2', '1.5,2', '1.5,3', '3,3', '3,4', '4.5,4', '4.5,5', '6.5,5'])
  })
  test('is a straight line between two rows', () => {
    const course = riverCourse([brick(0, 0, 'north'), brick(0, 1, 'north'), brick(1, 0.5, 'south')])
    assert.deepEqual(course, [
      { x: 0, row: 1 },
      { x: 2, row: 1 },
    ])
  })
  test('is not drawn when the banks do not part the bricks along one line', () => {
    assert.equal(riverCourse([brick(0, 0, 'north'), brick(5, 0, 'south')]), null)
    assert.equal(riverCourse([brick(0, 0, 'north')]), null)
    const ring = [brick(0, 0.5, 'north'), brick(0, 1.5, 'north'), brick(1, 0, 'north'), brick(1, 2, 'north')]
    const inside = [...ring, brick(1, 1, 'south'), brick(2, 0.5, 'north'), brick(2, 1.5, 'north')]
    assert.equal(riverCourse(inside), null)
  })
})
