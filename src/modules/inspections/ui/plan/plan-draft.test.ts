import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isWhole, newPlan, type PlanDraft, visitsOf } from './plan-draft.ts'

const whole = (): PlanDraft => {
  const draft = newPlan('2022-03-01', 'k')
  const rows = [{ ...draft.rows[0]!, unit: 'A', inspectors: ['Lò Văn An'] }]
  return { ...draft, directive: { id: '1', label: 'x' }, name: 'x', endsOn: '2022-03-31', rows }
}

test('a plan is whole with its directive, name, days in order, and a unit and day for each visit', () => {
  assert.equal(isWhole(whole()), true)
  assert.equal(isWhole({ ...whole(), directive: null }), false)
  assert.equal(isWhole({ ...whole(), endsOn: '2022-02-28' }), false)
  assert.equal(isWhole({ ...whole(), rows: [] }), false)
  assert.equal(isWhole({ ...whole(), rows: [{ ...whole().rows[0]!, plannedOn: '' }] }), false)
})

test('a row is sent as the operation wants it: without an id when it is new, cancelled only with a reason', () => {
  const [row] = whole().rows
  assert.deepEqual(visitsOf([row!, { ...row!, id: '7', cancelledBecause: ' Mưa lũ ' }]), [
    {
      unit: 'A',
      programme: null,
      site: '',
      plannedOn: '2022-03-01',
      inspectors: ['Lò Văn An'],
      cancelledBecause: null,
    },
    {
      id: '7',
      unit: 'A',
      programme: null,
      site: '',
      plannedOn: '2022-03-01',
      inspectors: ['Lò Văn An'],
      cancelledBecause: 'Mưa lũ',
    },
  ])
})
