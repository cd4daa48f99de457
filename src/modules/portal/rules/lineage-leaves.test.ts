import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LineageLeaf, LineageNode } from '#modules/indicators/schema.ts'
import { leavesByPart } from './lineage-leaves.ts'

const leaf = (code: string, indicator: string, value: string): LineageLeaf => ({
  indicator,
  unit: { id: code, code, name: code },
  value,
  report: null,
  evidence: [],
})
const node = (
  code: string,
  indicator: string,
  formula: string | null,
  parts: LineageNode['parts'],
): LineageNode => ({
  key: null,
  indicator,
  unit: { id: code, code, name: code },
  period: '2021',
  value: null,
  formula,
  parts,
})

test('a part of a computed figure has the leaves of all it is computed from', () => {
  const longan = node('D', 'longan', null, [leaf('A', 'longan', '5'), leaf('B', 'longan', '7')])
  const mango = node('D', 'mango', null, [
    node('A', 'mango', null, [leaf('A', 'mango', '1'), leaf('A', 'mango', '2')]),
  ])
  const fruit = node('D', 'fruit', '{longan} + {mango}', [longan, mango])
  assert.deepEqual(
    leavesByPart(fruit)
      .get('A')!
      .map(({ indicator, value }) => `${indicator} ${value}`),
    ['longan 5', 'mango 1', 'mango 2'],
  )
})

test('a merged unit has the leaves of the old ones, also of another with the same code', () => {
  const merged = node('04168', 'longan', null, [
    leaf('04168', 'longan', '55'),
    leaf('04198', 'longan', '842'),
  ])
  const figure = node('126', 'longan', null, [
    merged,
    node('04171', 'longan', null, [leaf('04171', 'longan', '66')]),
  ])
  assert.deepEqual(
    leavesByPart(figure)
      .get('04168')!
      .map(({ value }) => value),
    ['55', '842'],
  )
})
