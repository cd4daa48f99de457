import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseHeadline } from './choose-headline.ts'

const figure = (key: string, value: string | null, target: string | null, reported: number) => ({
  key,
  value,
  target,
  reported,
})

test('a figure with a target comes first, then the one that most units reported, then the first', () => {
  const few = figure('few', '9', '9', 6)
  const many = figure('many', '9', '9', 19)
  const same = figure('same', '9', '9', 19)
  const open = figure('open', '9', null, 40)
  assert.equal(chooseHeadline([few, open, many, same])?.key, 'many')
  assert.equal(chooseHeadline([open])?.key, 'open')
})

test('a figure without a value tells nothing', () =>
  assert.equal(chooseHeadline([figure('a', null, '9', 19)]), undefined))
