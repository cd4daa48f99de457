import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { exactText, readExact } from '#kernel/exact.ts'
import { parsePeriod } from '#kernel/period.ts'
import { checkGradeRules } from './check-grade-rules.ts'
import { partsOf, pointsOf, suggest } from './grade-points.ts'
import { GradeRules } from './grade-rules.ts'
import { yearsInRow } from './grade-years.ts'

const FOLDER = join(import.meta.dirname, '../../../../demo/grade-rules')
const shipped = new Map(
  globSync('*.json', { cwd: FOLDER }).map((file) => {
    const rules = GradeRules.parse(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')))
    return [rules.code, rules] as const
  }),
)
const nd335 = shipped.get('nd335')!

describe('the rules that ship', () => {
  for (const [code, rules] of shipped)
    test(`${code} hold together, and one criterion is studying and following on commitments`, () => {
      assert.deepEqual(checkGradeRules(rules), [])
      const onCommitments = rules.groups.flatMap(({ criteria }) =>
        criteria.filter((one) => one.onCommitments),
      )
      assert.equal(onCommitments.length, 1)
    })

  test('follow each other without a gap: of a kind, one set for the end of each year', () => {
    const of = (year: number, part: string) =>
      [...shipped.values()]
        .filter(({ code }) => code.includes(part))
        .filter(
          ({ validFrom, validTo }) => validFrom <= `${year}-12-31` && (validTo ?? '9') >= `${year}-12-31`,
        )
        .map(({ code }) => code)
    const years = [2021, 2022, 2023, 2024, 2025, 2026]
    assert.deepEqual(
      years.map((year) => of(year, 'nd')),
      [['nd90'], ['nd90'], ['nd48'], ['nd48'], ['nd48'], ['nd335']],
    )
    assert.deepEqual(
      years.map((year) => of(year, 'to-chuc').length),
      [1, 1, 1, 1, 1, 1],
    )
  })

  test('are refused when thresholds rise, points do not add up, or a code comes twice', () => {
    const faults = (change: (rules: GradeRules) => void) => {
      const copy = structuredClone(nd335)
      change(copy)
      return checkGradeRules(copy).map(({ code }) => code)
    }
    assert.deepEqual(
      faults(({ levels }) => {
        levels[1]!.from = '95'
      }),
      ['thresholds'],
    )
    assert.deepEqual(
      faults(({ groups }) => {
        groups[0]!.criteria[0]!.max = '11'
      }),
      ['sum'],
    )
    assert.deepEqual(
      faults(({ gates }) => {
        gates[1]!.code = gates[0]!.code
      }),
      ['repeated'],
    )
  })
})

test('a year has twelve months or four quarters; a half has its own', () => {
  assert.deepEqual(partsOf({ by: 'quarter' }, parsePeriod('2026')!), ['2026Q1', '2026Q2', '2026Q3', '2026Q4'])
  assert.equal(partsOf({ by: 'month' }, parsePeriod('2026')!).length, 12)
  assert.deepEqual(partsOf({ by: 'quarter' }, parsePeriod('2026H2')!), ['2026Q3', '2026Q4'])
  assert.deepEqual(partsOf(null, parsePeriod('2026')!), [])
})

const COMMON = { 'chinh-tri': '10', 'trach-nhiem': '10', 'doi-moi': '10' }
const results = (percent: number) =>
  Object.fromEntries(['so-luong', 'chat-luong', 'tien-do'].map((code) => [code, String(percent)]))
const part = (n: number, percent: number) => ({
  part: `2026Q${n}`,
  values: { ...COMMON, ...results(percent) },
})

test('points stay within 0 and 100, and a better quarter never lowers the year', () => {
  const percent = fc.integer({ min: 0, max: 100 })
  fc.assert(
    fc.property(fc.array(percent, { minLength: 1, maxLength: 4 }), fc.nat(3), percent, (list, at, other) => {
      const n = at % list.length
      const of = (percents: number[]) =>
        Number(
          exactText(
            pointsOf(
              nd335,
              false,
              percents.map((one, i) => part(i + 1, one)),
            ).points!,
          ),
        )
      const before = of(list)
      assert.ok(before >= 30 && before <= 100)
      if (other >= list[n]!) assert.ok(of(list.with(n, other)) >= before)
    }),
  )
})

describe('the level', () => {
  const NOTHING = { conditions: {}, gates: [] }
  const at = (points: string, stated = {}, isHead = false) =>
    suggest(nd335, isHead, readExact(points), { ...NOTHING, ...stated })

  test('is the one whose points are reached, exactly', () => {
    assert.deepEqual(
      ['100', '90', '89.9999999999', '70', '69.99', '50', '49.99', '0'].map((points) => at(points)),
      ['HTXSNV', 'HTXSNV', 'HTTNV', 'HTTNV', 'HTNV', 'HTNV', 'KHTNV', 'KHTNV'],
    )
  })

  test('is kept down by a gate that holds, for whom it is', () => {
    assert.equal(at('95', { gates: ['suy-thoai'] }), 'KHTNV')
    assert.equal(at('95', { gates: ['nghi-3-6-thang'] }), 'HTNV')
    assert.equal(at('95', { gates: ['tham-nhung'] }), 'HTXSNV', 'a gate for heads')
    assert.equal(at('95', { gates: ['tham-nhung'] }, true), 'KHTNV')
  })

  test('falls to the next whose conditions were not denied', () => {
    const rules = shipped.get('qd366-ca-nhan')!
    const of = (conditions: Record<string, boolean>, isHead = false) =>
      suggest(rules, isHead, readExact('95'), { conditions, gates: [] })
    assert.equal(of({}), 'HTXSNV')
    assert.equal(of({ 'xs-30': false }), 'HTTNV')
    assert.equal(of({ 'xs-30': false, 't-100': false }), 'HTNV')
    assert.equal(of({ 'xs-linh-vuc': false }), 'HTXSNV', 'a condition for heads')
    assert.equal(of({ 'xs-linh-vuc': false }, true), 'HTTNV')
  })

  test('cannot be told without points', () => {
    assert.equal(suggest(nd335, false, null, NOTHING), null)
    assert.equal(suggest(shipped.get('nd90')!, false, null, NOTHING), null)
  })
})

describe('years in a row', () => {
  const of = (...grades: [string, Parameters<typeof yearsInRow>[0][number]['grade']][]) =>
    yearsInRow(grades.map(([period, grade]) => ({ period, grade })))

  test('count back from the newest until another level, a gap or an exemption', () => {
    assert.equal(of(), null)
    assert.deepEqual(of(['2021', 'HTTNV'], ['2022', 'HTTNV'], ['2020', 'HTNV']), {
      grade: 'HTTNV',
      years: 2,
      since: '2021',
    })
    assert.equal(of(['2019', 'HTXSNV'], ['2021', 'HTXSNV'])!.years, 1)
    assert.equal(of(['2020', 'HTXSNV'], ['2021', 'exempt'], ['2022', 'HTXSNV'])!.years, 1)
  })

  test('need one mind in a year, and do not count its parts', () => {
    assert.equal(of(['2021', 'HTTNV'], ['2021', 'HTXSNV']), null)
    assert.equal(of(['2021', 'HTTNV'], ['2021', 'HTTNV'], ['2021Q4', 'HTNV'])!.years, 1)
  })
})
