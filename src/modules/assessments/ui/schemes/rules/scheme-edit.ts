// A scheme in the hands of whoever writes it: what is new starts as something that can be read, with a code of its own.

import type { Area, Criterion, Rule, Scheme } from '../../../schema.ts'

export type RuleType = Rule['type']

const TIERS = [
  { from: '90', to: null, fromIncluded: true, toIncluded: false },
  { from: null, to: '90', fromIncluded: true, toIncluded: false },
] as const
const tiersOf = (max: string) => [
  { ...TIERS[0], points: max },
  { ...TIERS[1], points: '0' },
]

/** What a rule starts as when its type is chosen; it gives `max` at best, as the one before it. */
export function blankRule(type: RuleType, max: string): Rule {
  switch (type) {
    case 'met':
      return { type }
    case 'checklist':
      return { type, items: [{ code: 'a', label: '', points: max }] }
    case 'ratio':
      return { type, floor: null, target: '100', cap: null }
    case 'ratioTiers':
    case 'countTiers':
    case 'compare':
      return { type, tiers: tiersOf(max) }
    case 'deduct':
      return { type, per: [{ code: 'a', label: '', points: '0.5' }] }
    case 'deadline':
      return { type, graceDays: '0', perDay: '0.1' }
    case 'external':
      return { type, outOf: '100' }
    case 'survey':
      return { type, scale: '5', minSample: '30' }
    case 'composite':
      return { type, op: 'sum', of: [{ max, rule: { type: 'met' } }] }
  }
}

/** `1.9` is followed by `1.10`; without a number at its end a code gets one. */
export function codeAfter(code: string, taken: ReadonlySet<string>): string {
  const [, stem = '', digits] = /^(.*?)(\d+)?$/.exec(code) ?? []
  const first = digits === undefined ? 1 : Number(digits) + 1
  const candidates = Array.from({ length: taken.size + 1 }, (_, n) => `${stem}${first + n}`)
  return candidates.find((candidate) => !taken.has(candidate))!
}

/** All codes of a scheme: areas and criteria share one space. */
export const codesOf = ({ areas }: Pick<Scheme, 'areas'>): Set<string> =>
  new Set(areas.flatMap(({ code, criteria }) => [code, ...criteria.map((one) => one.code)]))

const newCriterion = (code: string): Criterion => ({
  code,
  name: '',
  max: '1',
  na: 'zero',
  rule: { type: 'met' },
})

export function addCriterion(scheme: Scheme, areaAt: number): Scheme {
  const area = scheme.areas[areaAt]!
  const last = area.criteria.at(-1)?.code ?? `${areaAt + 1}.0`
  const code = codeAfter(last, codesOf(scheme))
  return withArea(scheme, areaAt, { ...area, criteria: [...area.criteria, newCriterion(code)] })
}

const ROMAN = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' ')

export function addArea(scheme: Scheme): Scheme {
  const taken = codesOf(scheme)
  const count = scheme.areas.length
  const free = (codes: readonly string[], or: string) => codes.find((code) => !taken.has(code)) ?? or
  const code = free(ROMAN.slice(count), codeAfter(`${count}`, taken))
  const first = codeAfter(`${count + 1}.0`, taken)
  return {
    ...scheme,
    areas: [...scheme.areas, { code, name: '', max: '1', criteria: [newCriterion(first)] }],
  }
}

export const withArea = (scheme: Scheme, at: number, area: Area): Scheme => ({
  ...scheme,
  areas: scheme.areas.with(at, area),
})

export function withCriterion(
  scheme: Scheme,
  [areaAt, at]: readonly [number, number],
  one: Criterion,
): Scheme {
  const area = scheme.areas[areaAt]!
  return withArea(scheme, areaAt, { ...area, criteria: area.criteria.with(at, one) })
}

/** The same list with one member a place up or down. */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const to = at + by
  if (to < 0 || to >= list.length) return [...list]
  return list.toSpliced(at, 1).toSpliced(to, 0, list[at]!)
}

export type SchemeHead = Pick<Scheme, 'code' | 'name' | 'subjects' | 'validFrom'>

/** A new scheme: its head, and one area with one criterion to go on from. */
export const newScheme = (head: SchemeHead): Scheme =>
  addArea({
    ...head,
    validTo: null,
    basis: '',
    roundDecimals: '2',
    rebase: false,
    ties: 'skip',
    adjust: null,
    classes: [],
    areas: [],
  })

/** What the next version starts from: all as it is, from the year after `today` on. */
export const nextVersionOf = (scheme: Scheme, today: string): Scheme => ({
  ...scheme,
  validFrom: `${Number(today.slice(0, 4)) + 1}-01-01`,
  validTo: null,
})
