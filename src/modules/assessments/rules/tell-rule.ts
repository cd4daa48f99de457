// A rule in words, as a clerk reads it: “từ 95 % đến dưới 98 % được 4 điểm”. Pure: the words come from whoever asks, so
// the workspace, the portal and a document say the same.

import type { Criterion, Rule, Tier } from '../schema.ts'

/** `t` gives the sentence of an `app.rule.*` key; `number` writes a number as the language does. */
export type RuleWords = {
  t(key: string, values?: Record<string, string | number>): string
  number(value: string): string
}
type Of<T extends Rule['type']> = Extract<Rule, { type: T }>

/**
 * What gives how many points, a line for each case; the last one says what holds where there was nothing to do.
 *
 * @example
 * tellCriterion(criterion, words)
 * // ['từ 98 % trở lên được 6', 'từ 95 % đến dưới 98 % được 4', 'dưới 95 % được 0', 'không phát sinh được 0']
 */
export const tellCriterion = (
  { rule, max, na }: Pick<Criterion, 'rule' | 'max' | 'na'>,
  words: RuleWords,
) => [...tellRule(rule, max, words), words.t(`app.rule.na.${na}`)]

/** As `tellCriterion`, of a rule alone. `max` is what it gives at most. */
export function tellRule(rule: Rule, max: string, words: RuleWords): string[] {
  const say = (key: string, values: Record<string, string> = {}) => words.t(`app.rule.${key}`, values)
  const top = { max: words.number(max) }
  switch (rule.type) {
    case 'met':
      return [say('met', top)]
    case 'checklist':
      return rule.items.map((item) => say('item', priced(item, words)))
    case 'ratio':
      return tellRatio(rule, top, words)
    case 'ratioTiers':
      return tellTiers(rule.tiers, words, true)
    case 'countTiers':
      return tellTiers(rule.tiers, words, false)
    case 'compare':
      return [say('compare'), ...tellTiers(rule.tiers, words, true)]
    case 'deduct':
      return [say('deduct', top), ...rule.per.map((one) => say('per', priced(one, words)))]
    case 'deadline':
      return tellDeadline(rule, top, words)
    case 'external':
      return [say('external', { ...top, outOf: words.number(rule.outOf) })]
    case 'survey':
      return tellSurvey(rule, top, words)
    case 'composite':
      return tellParts(rule, top, words)
  }
}

const priced = (
  { code, label, points }: { code: string; label?: string | undefined; points: string },
  { number }: RuleWords,
) => ({ name: label || code, points: number(points) })

function tellRatio(
  { floor, target, cap }: Of<'ratio'>,
  top: { max: string },
  { t, number }: RuleWords,
): string[] {
  return [
    target == null || target === '100'
      ? t('app.rule.ratio', top)
      : t('app.rule.ratioOf', { ...top, target: number(target) }),
    ...(floor == null ? [] : [t('app.rule.floor', { floor: number(floor) })]),
    ...(cap == null || cap === (target ?? '100') ? [] : [t('app.rule.cap', { cap: number(cap) })]),
  ]
}

const tellTiers = (tiers: readonly Tier[], words: RuleWords, isPercent: boolean): string[] =>
  tiers.map((tier) =>
    words.t('app.rule.tier', {
      range: tellRange(tier, words, isPercent),
      points: words.number(tier.points),
    }),
  )

/** “từ 95 % đến dưới 98 %”: whether a bound belongs to it is in the word. */
export function tellRange(tier: Tier, { t, number }: RuleWords, isPercent: boolean): string {
  const { from, to, fromIncluded, toIncluded } = tier
  const bound = (value: string) =>
    isPercent ? t('app.rule.percent', { value: number(value) }) : number(value)
  if (from != null && from === to) return t('app.rule.range.exactly', { from: bound(from) })
  const low = from == null ? 'open' : fromIncluded ? 'in' : 'out'
  const high = to == null ? 'open' : toIncluded ? 'in' : 'out'
  return t(`app.rule.range.${low}-${high}`, {
    from: from == null ? '' : bound(from),
    to: to == null ? '' : bound(to),
  })
}

const tellDeadline = (
  { graceDays, perDay }: Of<'deadline'>,
  top: { max: string },
  { t, number }: RuleWords,
): string[] => [
  graceDays === '0'
    ? t('app.rule.deadline', top)
    : t('app.rule.deadlineGrace', { ...top, days: number(graceDays) }),
  t('app.rule.perDay', { points: number(perDay) }),
]

function tellSurvey(
  { scale, minSample, weights }: Of<'survey'>,
  top: { max: string },
  { t, number }: RuleWords,
): string[] {
  const shares = Object.entries(weights ?? {}).map(([group, weight]) => `${group} ${number(weight)}`)
  return [
    scale === 'percent'
      ? t('app.rule.surveyPercent', top)
      : t('app.rule.survey', { ...top, scale: number(scale) }),
    ...(minSample === '0' ? [] : [t('app.rule.minSample', { n: number(minSample) })]),
    ...(shares.length === 0 ? [] : [t('app.rule.weights', { shares: shares.join(', ') })]),
  ]
}

const tellParts = ({ op, of }: Of<'composite'>, top: { max: string }, words: RuleWords): string[] => [
  words.t(`app.rule.composite.${op}`, top),
  ...of.map(({ max, rule }, n) =>
    words.t('app.rule.part', {
      n: words.number(String(n + 1)),
      max: words.number(max),
      rule: tellRule(rule, max, words).join('; '),
    }),
  ),
]
