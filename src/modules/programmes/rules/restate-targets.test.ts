import assert from 'node:assert/strict'
import { test } from 'node:test'
import { restateTarget } from './restate-targets.ts'

const share = (target: string | null, value: string | null, part = '1') => ({ target, value, share: part })

test('targets follow the ground by its shares', () => {
  assert.equal(restateTarget([share('50', '55'), share('830', '842')]), '880')
  assert.equal(restateTarget([share('100', '90', '0.25'), share('10.5', '10')]), '35.5')
})

test('who was asked for nothing and did nothing counts as zero', () => {
  assert.equal(restateTarget([share(null, '0'), share('45', '40'), share(null, null)]), '45')
})

test('who did something without a target makes the whole unknown', () => {
  assert.equal(restateTarget([share(null, '3'), share('45', '40')]), null)
  assert.equal(restateTarget([share(null, null)]), null)
  assert.equal(restateTarget([]), null)
})
