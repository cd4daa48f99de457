import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Claim, Scheme } from '../schema.ts'
import { assess } from './assess.ts'
import { compareTrial, saidOf } from './trial.ts'

const scheme = (max: string, rule: object = { type: 'met' }) =>
  Scheme.parse({
    code: 'x',
    name: 'x',
    subjects: 'units',
    validFrom: '2021-01-01',
    areas: [
      {
        code: 'I',
        name: 'I',
        max: '9',
        criteria: [
          { code: '1', name: 'Một', max, rule },
          { code: '2', name: 'Hai', max: '4', rule: { type: 'ratio' } },
        ],
      },
    ],
  })
const claim = (criterion: string, input: object): Claim => ({
  criterion,
  stage: 'final',
  input: JSON.stringify(input),
})
const said = (met: boolean, num: string) => [claim('1', { met }), claim('2', { num, den: '10' })]
const claims = new Map([
  ['A', said(true, '1')],
  ['B', said(false, '9')],
  ['C', [claim('2', { num: '5', den: '10' })]],
])
const names = new Map([['A', 'Đơn vị A']])

test('units rise and fall between the scheme of then and the draft; who has no rank does neither', () => {
  const [then, draft] = [scheme('1'), scheme('5')]
  const told = compareTrial(
    { scheme: draft, before: assess(then, claims), after: assess(draft, claims) },
    names,
    2,
  )
  assert.deepEqual(told.moved, { up: 1, down: 1, same: 0, incomplete: 1 })
  assert.equal(told.units, 3)
  assert.deepEqual(
    told.rows.map(({ unit, before, after }) => [unit.name, before?.rank, after.rank]),
    [
      ['Đơn vị A', 2, 1],
      ['B', 1, 2],
    ],
    'no more rows than were asked for',
  )
  assert.deepEqual(told.criteria, [{ code: '1', name: 'Một', changed: 1, notAssessed: 1 }])
})

test('a criterion to which nothing fits that was said is left out, one that fits for somebody is not', () => {
  const { tried, leftOut } = saidOf(scheme('5', { type: 'deadline', perDay: '1' }), claims)
  assert.deepEqual(leftOut, [{ code: '1', name: 'Một' }])
  assert.deepEqual(
    assess(tried, claims).map(({ unitCode, rank, max }) => [unitCode, rank, max]),
    [
      ['B', 1, '4'],
      ['C', 2, '4'],
      ['A', 3, '4'],
    ],
  )
  assert.deepEqual(saidOf(scheme('5'), claims).leftOut, [])
})
