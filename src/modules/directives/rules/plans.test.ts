import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parsePeriod } from '#kernel/period.ts'
import type { TaskState } from '../schema.ts'
import {
  countTasks,
  daysOutside,
  isLater,
  planPeriod,
  taskDaysLate,
  unfinished,
  whatItLacks,
} from './plans.ts'

const task = (state: TaskState, percent: number, dueOn: string | null = null) => ({ state, percent, dueOn })

describe('the period of a plan', () => {
  test('is a year or a term', () => {
    assert.equal(planPeriod('2021')?.kind, 'year')
    assert.equal(planPeriod('2020-2025')?.kind, 'term')
    for (const code of ['2021Q1', '2021H1', '202107', '21', '']) assert.equal(planPeriod(code), null)
  })

  test('is followed only by one that begins later', () => {
    const [year, next, term] = ['2021', '2022', '2020-2025'].map((code) => parsePeriod(code)!)
    assert.equal(isLater(next!, year!), true)
    assert.equal(isLater(year!, year!), false)
    assert.equal(isLater(term!, year!), false)
  })
})

describe('a task', () => {
  test('is late from the day after its day, until it is done or dropped', () => {
    const late = (state: TaskState, dueOn: string | null) =>
      taskDaysLate(task(state, state === 'done' ? 100 : 50, dueOn), '2021-12-01')
    assert.deepEqual(
      [late('going', '2021-11-30'), late('going', '2021-12-01'), late('going', null)],
      [1, 0, 0],
    )
    assert.deepEqual([late('done', '2021-01-01'), late('dropped', '2021-01-01')], [0, 0])
  })

  test('weighs as much as any other, dropped ones nothing, and the mean is never rounded up', () => {
    const tasks = [task('done', 100), task('going', 99, '2021-11-30'), task('dropped', 10)]
    assert.deepEqual(countTasks(tasks, '2021-12-01'), { all: 3, done: 1, dropped: 1, late: 1, percent: 99 })
    assert.equal(countTasks([task('dropped', 10)], '2021-12-01').percent, null)
    assert.equal(countTasks([], '2021-12-01').percent, null)
  })
})

describe('what is left to do', () => {
  test('is what is neither done nor dropped, under its goal', () => {
    const goals = [
      { name: 'a', tasks: [{ state: 'done' as const }, { state: 'dropped' as const }] },
      { name: 'b', tasks: [{ state: 'done' as const }, { state: 'going' as const }] },
      { name: 'c', tasks: [] },
    ]
    assert.deepEqual(unfinished(goals), [{ name: 'b', tasks: [{ state: 'going' }] }])
  })
})

describe('a plan', () => {
  const goal = (...tasks: { responsible: string; startsOn: string | null; dueOn: string | null }[]) => ({
    tasks,
  })
  const whole = { responsible: 'Bí thư', startsOn: '2021-01-01', dueOn: '2021-12-31' }

  test('has its tasks in its own days, the first and the last included', () => {
    const days = { startsOn: '2021-01-01', endsOn: '2021-12-31' }
    assert.deepEqual(daysOutside([goal(whole, { ...whole, startsOn: null, dueOn: null })], days), [])
    const late = { ...whole, startsOn: '2020-12-31', dueOn: '2022-01-01' }
    assert.deepEqual(
      daysOutside([goal(whole), goal(whole, late)], days).map(({ path }) => path),
      ['goals.1.tasks.1.startsOn', 'goals.1.tasks.1.dueOn'],
    )
  })

  test('can be issued once it answers something and says of each task who and by when', () => {
    const lacks = (plan: Parameters<typeof whatItLacks>[0]) => whatItLacks(plan).map(({ path }) => path)
    assert.deepEqual(lacks({ answers: ['1'], goals: [goal(whole)] }), [])
    assert.deepEqual(lacks({ answers: [], goals: [] }), ['answers', 'goals'])
    assert.deepEqual(lacks({ answers: ['1'], goals: [goal(whole), goal()] }), ['goals.1.tasks'])
    assert.deepEqual(lacks({ answers: ['1'], goals: [goal({ ...whole, responsible: '', dueOn: null })] }), [
      'goals.0.tasks.0.responsible',
      'goals.0.tasks.0.dueOn',
    ])
  })
})
