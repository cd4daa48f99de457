import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Unit } from '#modules/organisation/api.ts'
import { unitsBelow } from './units-below.ts'

const unit = (id: string, parentId: string | null) => ({ id, code: `U${id}`, parentId }) as Unit

test('units below are those at any depth, without the one itself and without its neighbours', () => {
  const units = [unit('1', null), unit('2', '1'), unit('3', '2'), unit('4', '1'), unit('5', null)]
  assert.deepEqual(
    unitsBelow(units, 'U1').map(({ id }) => id),
    ['2', '3', '4'],
  )
  assert.deepEqual(unitsBelow(units, 'U3'), [])
  assert.deepEqual(unitsBelow(units, 'elsewhere'), [])
})
