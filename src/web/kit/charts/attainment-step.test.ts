import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stepOfAttainment } from './attainment-step.ts'

const steps = (percents: number[], isReversed: boolean) =>
  percents.map((percent) => stepOfAttainment(percent, isReversed))

test('a limit belongs to the step above it', () =>
  assert.deepEqual(steps([89, 90, 99, 100, 109, 110], false), [0, 1, 1, 2, 2, 3]))

test('where less is better, what is above its target is behind', () =>
  assert.deepEqual(steps([111, 110, 101, 100, 91, 90], true), [0, 1, 1, 2, 2, 3]))
