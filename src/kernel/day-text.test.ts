import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDay, typedDay } from './day-text.ts'

test('a day is read as people write it, and never guessed', () => {
  const table: [string, string | null][] = [
    ['18/12/2021', '2021-12-18'],
    [' 5-3-2022 ', '2022-03-05'],
    ['05.03.2022', '2022-03-05'],
    ['2021-12-18', '2021-12-18'],
    ['29/02/2024', '2024-02-29'],
    ['31/02/2021', null],
    ['12/18/2021', null],
    ['18/12/21', null],
    ['18/12', null],
    ['', null],
  ]
  for (const [text, day] of table) assert.equal(readDay(text), day, text)
  assert.equal(readDay(typedDay('2021-12-18')), '2021-12-18')
})
