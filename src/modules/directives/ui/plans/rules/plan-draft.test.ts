import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { contentOf, draftOf, emptyGoal, moved } from './plan-draft.ts'

const target = { indicator: 'longan_area', unit: '126', period: '2021' }
const PLAN = {
  title: 'Kế hoạch năm 2021',
  answers: [{ id: '7' }],
  goals: [
    {
      id: '1',
      text: 'Mở rộng vùng nhãn',
      target: { ...target, name: 'Nhãn', value: '7400' },
      tasks: [
        {
          id: '2',
          text: 'Ghép cải tạo',
          responsible: 'Hội Nông dân',
          startsOn: null,
          dueOn: '2021-09-30',
          resources: '',
          target: null,
          percent: 40,
        },
      ],
    },
  ],
} as never

describe('the draft of a plan', () => {
  test('goes back as it came, with ids, and targets by reference alone', () => {
    assert.deepEqual(contentOf(draftOf(PLAN)), {
      title: 'Kế hoạch năm 2021',
      answers: ['7'],
      goals: [
        {
          id: '1',
          text: 'Mở rộng vùng nhãn',
          target,
          tasks: [
            {
              id: '2',
              text: 'Ghép cải tạo',
              responsible: 'Hội Nông dân',
              startsOn: null,
              dueOn: '2021-09-30',
              resources: '',
              target: null,
            },
          ],
        },
      ],
    })
  })

  test('is not sent while a goal or a task says nothing', () => {
    const draft = draftOf(PLAN)
    assert.equal(contentOf({ ...draft, title: ' ' }), null)
    assert.equal(contentOf({ ...draft, goals: [...draft.goals, emptyGoal('n')] }), null)
  })

  test('has its tasks moved, and not past the ends', () => {
    assert.deepEqual(moved(['a', 'b', 'c'], 2, -1), ['a', 'c', 'b'])
    assert.deepEqual(moved(['a', 'b'], 0, -1), ['a', 'b'])
    assert.deepEqual(moved(['a', 'b'], 1, 1), ['a', 'b'])
  })
})
