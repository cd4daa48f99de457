import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contentOf, emptyDraft, isWhole, plainValue } from './draft.ts'

const values = [
  ['1.250,5', 'vi', '1250.5'],
  ['1,250.5', 'en', '1250.5'],
  ['1.250', 'vi', '1250'],
  ['1.250', 'en', '1.250'],
  ['12,5', 'vi', '12.5'],
  ['255', 'vi', '255'],
  ['1 250', 'vi', '1250'],
  ['hơn 255', 'vi', 'hơn255'],
] as const
for (const [text, lang, expected] of values)
  test(`plainValue: ${text} in ${lang}`, () => assert.equal(plainValue(text, lang), expected))

const wish = { key: '1', indicator: 'houses', period: '2021', value: '1.255', kind: null }
const draft = { ...emptyDraft('2021'), name: 'Xóa nhà tạm', why: 'Mưa lũ' }

test('a draft is whole with a name, a reason and its days in order', () => {
  assert.equal(isWhole(draft), true)
  assert.equal(isWhole({ ...draft, why: ' ' }), false)
  assert.equal(isWhole({ ...draft, endsOn: '2020-12-31' }), false)
  assert.equal(isWhole({ ...draft, targets: [wish] }), true)
  assert.equal(isWhole({ ...draft, targets: [{ ...wish, value: '' }] }), false)
})

test('what is sent has plain values and no keys of the screen', () => {
  assert.deepEqual(contentOf({ ...draft, targets: [wish] }, 'vi').targets, [
    { indicator: 'houses', period: '2021', value: '1255', kind: null },
  ])
})
