import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figurePath, type Here, homePath, pathTo, programmePath } from './paths.ts'

const here: Here = { lang: 'en', page: { kind: 'home' }, year: 2021, borders: 'now', unit: '04222', at: 3 }

test('an address holds what was chosen, and nothing that goes without saying', () => {
  assert.equal(pathTo(here), '/en/?year=2021&borders=now&unit=04222&page=3')
  assert.equal(pathTo({ lang: 'vi', page: { kind: 'home' } }), '/')
  assert.equal(pathTo({ lang: 'vi', page: { kind: 'home' }, borders: 'then', at: 1 }), '/')
})

test('another page keeps language, year and borders, and drops the commune and the page', () => {
  assert.equal(programmePath(here, 'growing-areas'), '/en/programmes/growing-areas?year=2021&borders=now')
  assert.equal(
    figurePath(here, 'F04', '04174', 'bao-cao'),
    '/en/figures/F04?year=2021&borders=now&unit=04174#bao-cao',
  )
  assert.equal(homePath({ lang: 'vi', page: { kind: 'figure', key: 'F04' } }), '/')
})

test('what comes from data cannot leave its place in an address', () => {
  assert.equal(
    figurePath({ lang: 'vi', page: { kind: 'home' } }, 'a/../b?c#d'),
    '/figures/a%2F..%2Fb%3Fc%23d',
  )
})
