import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { draftFaults, emptyDraft, inputOf, readPeople } from './draft.ts'
import { recordableUnits } from './unit-options.ts'

const TODAY = '2022-01-15'
const draft = { ...emptyDraft('A', TODAY), subject: ' Họp bản ' }

describe('what is typed of an activity', () => {
  test('can be sent with a subject, a day and a unit; the number of people may be left out', () => {
    assert.deepEqual(draftFaults(draft, TODAY), {})
    assert.equal(inputOf('x', draft).reached, null)
    assert.equal(inputOf('x', draft).subject, 'Họp bản')
    assert.equal(inputOf('x', { ...draft, reached: '0' }).reached, 0)
  })

  test('says what is missing, and that a day has not come', () => {
    assert.deepEqual(draftFaults({ ...draft, subject: '  ', heldOn: '', unit: '' }, TODAY), {
      unit: 'missing',
      subject: 'missing',
      heldOn: 'missing',
    })
    assert.deepEqual(draftFaults({ ...draft, heldOn: '2022-01-16' }, TODAY), { heldOn: 'future' })
    assert.deepEqual(draftFaults({ ...draft, reached: 'nhiều' }, TODAY), { reached: 'number' })
  })

  test('takes people as they are written in either language, and nothing else for people', () => {
    const cases: [string, number | null | undefined][] = [
      ['', null],
      ['0', 0],
      ['64', 64],
      ['1.250', 1250],
      ['1,250', 1250],
      ['1250000', 1_250_000],
      ['1.25', undefined],
      ['-3', undefined],
      ['12,5', undefined],
      ['999.999.999', undefined],
    ]
    for (const [text, people] of cases) assert.equal(readPeople(text), people, text)
  })
})

describe('the units to record for', () => {
  const unit = (id: string, parentId: string | null) => ({ id, code: id, name: `Xã ${id}`, parentId })
  const units = [unit('P', null), unit('D', 'P'), unit('B', 'D'), unit('A', 'D'), unit('E', 'P')]
  const codes = (held: string[] | 'everywhere') =>
    recordableUnits(units, held, (a, b) => (a < b ? -1 : 1)).map(({ code }) => code)

  test('are those held and all below, each once, siblings by name', () => {
    assert.deepEqual(codes(['D']), ['D', 'A', 'B'])
    assert.deepEqual(codes(['A', 'D']).toSorted(), ['A', 'B', 'D'])
    assert.deepEqual(codes('everywhere'), ['P', 'D', 'A', 'B', 'E'])
    assert.deepEqual(codes(['X']), [])
  })
})
