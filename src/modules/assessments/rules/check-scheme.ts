// What is wrong with a scheme before it may be put in force: points add up, tiers cover without overlap, and every code is
// one.

import { compareExact, type Exact, exactText, plus, readExact, ZERO } from '#kernel/exact.ts'
import type { Criterion, Rule, Scheme } from '../schema.ts'
import { judgeTiers, readTier } from './tiers.ts'

/** `at` is a code of the scheme, '' for the whole; `code` the i18n key after `import.scheme.`. */
export type SchemeFault = { at: string; code: string; details?: Record<string, string> }

const of = (text: string): Exact => readExact(text)!
const sum = (points: readonly string[]): Exact => points.map(of).reduce(plus, ZERO)
const isSame = (a: Exact, b: Exact) => compareExact(a, b) === 0

export function checkScheme(scheme: Scheme): SchemeFault[] {
  const criteria = scheme.areas.flatMap((area) => area.criteria)
  return [
    ...repeated([...scheme.areas.map(({ code }) => code), ...criteria.map(({ code }) => code)]),
    ...(scheme.validTo !== null && scheme.validTo < scheme.validFrom ? [{ at: '', code: 'validity' }] : []),
    ...scheme.areas.flatMap(areaFaults),
    ...criteria.flatMap((criterion) => criterionFaults(criterion, scheme)),
    ...tieFaults(scheme),
    ...classFaults(scheme),
    ...(scheme.adjust && compareExact(of(scheme.adjust.min), of(scheme.adjust.max)) > 0
      ? [{ at: '', code: 'adjust' }]
      : []),
  ]
}

function repeated(codes: readonly string[]): SchemeFault[] {
  const seen = new Set<string>()
  return codes.flatMap((code) => {
    const isTwice = seen.has(code) || code === '*'
    seen.add(code)
    return isTwice ? [{ at: code, code: 'repeated' }] : []
  })
}

function areaFaults({ code, max, criteria }: Scheme['areas'][number]): SchemeFault[] {
  const total = sum(criteria.map((criterion) => criterion.max))
  return isSame(total, of(max))
    ? []
    : [{ at: code, code: 'areaSum', details: { max, sum: exactText(total) } }]
}

function criterionFaults({ code, na, rule }: Criterion, { rebase }: Scheme): SchemeFault[] {
  const faults = ruleFaults(rule)
  return [
    ...(na === 'exclude' && !rebase ? [{ at: code, code: 'excludeWithoutRebase' }] : []),
    ...faults.map((fault) => ({ at: code, ...fault })),
  ]
}

type RuleFault = Omit<SchemeFault, 'at'>

function ruleFaults(rule: Rule): RuleFault[] {
  switch (rule.type) {
    case 'checklist':
      return twice(rule.items.map(({ code }) => code))
    case 'deduct':
      return twice(rule.per.map(({ code }) => code))
    case 'ratioTiers':
    case 'countTiers':
    case 'compare': {
      const fault = judgeTiers(rule.tiers.map(readTier))
      return fault ? [{ code: `tiers.${fault}` }] : []
    }
    case 'ratio':
      return rule.target != null && compareExact(of(rule.target), ZERO) <= 0 ? [{ code: 'target' }] : []
    case 'external':
      return compareExact(of(rule.outOf), ZERO) <= 0 ? [{ code: 'outOf' }] : []
    case 'survey':
      return surveyFaults(rule)
    case 'composite':
      return rule.of.flatMap((part) => ruleFaults(part.rule))
    default:
      return []
  }
}

const twice = (codes: readonly string[]): RuleFault[] =>
  new Set(codes).size === codes.length ? [] : [{ code: 'itemsRepeated' }]

function surveyFaults({ scale, weights }: Extract<Rule, { type: 'survey' }>): RuleFault[] {
  const isFlat = scale !== 'percent' && compareExact(of(scale), ZERO) <= 0
  const weighsNothing = weights && compareExact(sum(Object.values(weights)), ZERO) <= 0
  return [...(isFlat ? [{ code: 'scale' }] : []), ...(weighsNothing ? [{ code: 'weights' }] : [])]
}

function tieFaults({ ties, areas }: Scheme): SchemeFault[] {
  if (typeof ties === 'string') return []
  const known = new Set(areas.flatMap(({ code, criteria }) => [code, ...criteria.map((one) => one.code)]))
  return ties.filter((code) => !known.has(code)).map((code) => ({ at: code, code: 'tieUnknown' }))
}

function classFaults({ classes }: Scheme): SchemeFault[] {
  const twiceFrom = classes.some(({ from }, n) =>
    classes.some((other, m) => m < n && isSame(of(from), of(other.from))),
  )
  return twiceFrom ? [{ at: '', code: 'classesRepeated' }] : []
}
