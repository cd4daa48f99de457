import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paged, readQuestion, yearsToOffer } from './question.ts'

test('an address may ask for a year, borders, a commune and a page', () => {
  assert.deepEqual(readQuestion({ year: '2021', borders: 'now', unit: '04222', page: '3', utm: 'x' }), {
    year: 2021,
    borders: 'now',
    unit: '04222',
    at: 3,
  })
  assert.deepEqual(readQuestion({}), {})
  assert.deepEqual(readQuestion({ year: '', borders: '' }), {})
})

test('what cannot be read is named', () => {
  assert.deepEqual(readQuestion({ year: '21' }), { bad: 'year', given: '21' })
  assert.deepEqual(readQuestion({ year: '2021-01' }), { bad: 'year', given: '2021-01' })
  assert.deepEqual(readQuestion({ borders: 'old' }), { bad: 'borders', given: 'old' })
  assert.deepEqual(readQuestion({ page: '0' }), { bad: 'page', given: '0' })
})

test('the chosen year is always offered, and not more than fit', () => {
  assert.deepEqual(yearsToOffer([2020, 2021], 2019), [2019, 2020, 2021])
  const decade = Array.from({ length: 12 }, (_, i) => 2010 + i)
  assert.deepEqual(yearsToOffer(decade, 2012), [2010, 2011, 2012, 2013, 2014, 2015, 2016])
  assert.deepEqual(yearsToOffer(decade, 2021), [2015, 2016, 2017, 2018, 2019, 2020, 2021])
})

test('a page beyond the last one shows the last one', () => {
  const rows = Array.from({ length: 250 }, (_, i) => i)
  assert.deepEqual(paged(rows, 3).rows.length, 50)
  assert.equal(paged(rows, 9).at, 3)
  assert.deepEqual(paged([], 1), { rows: [], at: 1, pages: 1 })
})
