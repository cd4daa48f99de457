import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { judgeDay } from './judge.ts'
import { OUTREACH_SOURCES, sharesOf } from './sources.ts'
import { addCounts, countBy, monthOf, type Tallied } from './tally.ts'

const shareOf = (shares: ReturnType<typeof sharesOf>, source: string) =>
  shares.find((share) => share.source === source)!.value

describe('what a month gives to an indicator', () => {
  const meeting = { form: 'meeting', activities: 3, reached: 120, told: 2 } as const
  const posts = { form: 'post', activities: 4, reached: 0, told: 0 } as const

  test('is the sum of all forms, and each form by itself', () => {
    const shares = sharesOf([meeting, posts])
    assert.equal(shareOf(shares, 'outreach.activities'), '7')
    assert.equal(shareOf(shares, 'outreach.reached'), '120')
    assert.equal(shareOf(shares, 'outreach.activities.meeting'), '3')
    assert.equal(shareOf(shares, 'outreach.activities.post'), '4')
  })

  test('is missing, and not 0, where nothing was done or nobody said how many people', () => {
    assert.equal(shareOf(sharesOf([posts]), 'outreach.reached'), null)
    assert.equal(shareOf(sharesOf([meeting, posts]), 'outreach.reached.post'), null)
    assert.equal(shareOf(sharesOf([meeting]), 'outreach.activities.contest'), null)
    assert.equal(shareOf(sharesOf([]), 'outreach.activities'), null)
  })

  test('is 0 people where somebody said so', () => {
    assert.equal(
      shareOf(sharesOf([{ ...meeting, activities: 1, reached: 0, told: 1 }]), 'outreach.reached'),
      '0',
    )
  })

  test('names every source, and each once', () => {
    assert.deepEqual(
      sharesOf([])
        .map(({ source }) => source)
        .sort(),
      [...OUTREACH_SOURCES].sort(),
    )
  })
})

describe('counts', () => {
  const one = (over: Partial<Tallied>): Tallied => ({
    childId: 1,
    form: 'meeting',
    programme: null,
    activities: 1,
    reached: 10,
    told: 1,
    ...over,
  })

  test('add up, and keep how many activities say how many people', () => {
    assert.deepEqual(addCounts([one({}), one({ activities: 2, reached: 0, told: 0 })]), {
      activities: 3,
      reached: 10,
      told: 1,
    })
    assert.deepEqual(addCounts([]), { activities: 0, reached: 0, told: 0 })
  })

  test('are taken apart by anything, and lose nothing', () => {
    const tallied = [one({}), one({ form: 'post' }), one({ childId: 2 }), one({ childId: null })]
    const byForm = countBy(tallied, ({ form }) => form)
    assert.equal(byForm.get('meeting')!.activities, 3)
    assert.deepEqual(addCounts([...byForm.values()]), addCounts(tallied))
    assert.deepEqual([...countBy(tallied, ({ childId }) => childId).keys()], [1, 2, null])
  })
})

test('what is done today is recorded today, what is planned for tomorrow is not', () => {
  assert.equal(judgeDay('2022-01-15', '2022-01-15'), null)
  assert.equal(judgeDay('2022-01-16', '2022-01-15'), 'future')
})

test('the month of a day is a period', () => {
  assert.equal(monthOf('2021-02-28'), '202102')
})
