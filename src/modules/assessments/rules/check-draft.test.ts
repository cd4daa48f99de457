import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Scheme } from '../schema.ts'
import { checkDraft } from './check-draft.ts'
import { pathFaults } from './check-paths.ts'
import { readJson } from './read-json.ts'

const draft = (rule: object, max: string | number = 6, more: object = {}) =>
  Scheme.parse(
    readJson(
      JSON.stringify({
        code: 'x',
        name: 'x',
        subjects: 'units',
        validFrom: '2021-01-01',
        areas: [{ code: 'I', name: 'Một', max, criteria: [{ code: '1', name: 'Một', max, rule }] }],
        ...more,
      }),
    ),
  )
const faultsOf = (rule: object, max: string | number = 6) =>
  checkDraft(draft(rule, max)).map(({ at, code, isBlocking }) => `${at} ${code}${isBlocking ? '!' : ''}`)

describe('a draft', () => {
  test('is not put in force while a value belongs to no tier', () => {
    const tiers = (...all: object[]) => ({ type: 'ratioTiers', tiers: all })
    const low = { to: 90, points: 0 }
    assert.deepEqual(faultsOf(tiers({ from: 90, points: 6 }, low)), [])
    assert.deepEqual(faultsOf(tiers({ from: 90, to: 100, toIncluded: true, points: 6 }, low)), [
      '1 uncovered!',
    ])
    assert.deepEqual(faultsOf(tiers({ from: 0, points: 6 })), [])
    assert.deepEqual(faultsOf(tiers({ from: 0, fromIncluded: false, points: 6 })), ['1 uncovered!'])
    const [found] = pathFaults(draft(tiers({ from: 0.5, points: 6 })).areas[0]!.criteria[0]!)
    assert.deepEqual(found!.details, { side: 'below', value: '0.5' })
  })

  test('of a change against the year before covers falls as well as rises', () => {
    const tiers = [{ from: 0, points: 6 }]
    assert.deepEqual(faultsOf({ type: 'compare', tiers }), ['1 uncovered!'])
    assert.deepEqual(faultsOf({ type: 'countTiers', tiers }), [])
  })

  test('is told where the maximum cannot be reached, or more than it is promised', () => {
    const items = (...points: number[]) => ({
      type: 'checklist',
      items: points.map((one, n) => ({ code: `${n}`, points: one })),
    })
    assert.deepEqual(faultsOf(items(1.5, 4.5)), [])
    assert.deepEqual(faultsOf(items(1, 4)), ['1 unreachable'])
    assert.deepEqual(faultsOf(items(3, 4)), ['1 tooMuch'])
    assert.deepEqual(faultsOf({ type: 'ratio', target: 100, cap: 90 }), ['1 unreachable'])
    assert.deepEqual(faultsOf({ type: 'ratio', target: 80, cap: 100 }), [])
    const parts = (op: string) => ({
      type: 'composite',
      op,
      of: [
        { max: 2, rule: { type: 'met' } },
        { max: 4, rule: items(3) },
      ],
    })
    assert.deepEqual(faultsOf(parts('sum')), ['1 unreachable'])
    assert.deepEqual(faultsOf(parts('min'), 2), [])
    assert.deepEqual(faultsOf(parts('product')), ['1 unreachable'])
  })

  test('with what cannot be read is told so, and nothing is made of the rest', () => {
    const read = draft({ type: 'met' })
    const broken = { ...read, areas: [{ ...read.areas[0]!, max: '2,5' }] }
    assert.deepEqual(checkDraft(broken), [{ at: 'I', code: 'form', isBlocking: true }])
    const [area] = read.areas
    const rule = { type: 'deduct', per: [{ code: 'a', points: '' }] } as const
    const criteria = [{ ...area!.criteria[0]!, rule: { ...rule, per: [...rule.per] } }]
    assert.deepEqual(checkDraft({ ...read, areas: [{ ...area!, criteria }] }), [
      { at: '1', code: 'form', isBlocking: true },
    ])
    assert.deepEqual(checkDraft({ ...read, validFrom: '' })[0]?.at, '')
  })

  test('has names, and points that add up', () => {
    const nameless = draft({ type: 'met' }, 6, { name: ' ' })
    assert.deepEqual(
      checkDraft({ ...nameless, areas: [{ ...nameless.areas[0]!, max: '7' }] }).map(({ code }) => code),
      ['areaSum', 'unnamed'],
    )
  })
})
