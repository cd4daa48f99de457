// Whether what was typed into a draft can be read at all: numbers, codes, days. Where it cannot, nothing else is checked.

import { type Criterion, NUMBERS, type Rule, type Scheme, type Tier } from '../schema.ts'
import type { SchemeFault } from './check-scheme.ts'

const isPoints = (text: string) => NUMBERS.points.test(text)
const isAmount = (text: string | null | undefined) => text == null || NUMBERS.amount.test(text)
const isCode = (text: string) => text !== '' && text.length <= 60 && !/\p{Cc}/u.test(text)
const isDay = (text: string | null) => text === null || /^\d{4}-\d{2}-\d{2}$/.test(text)

/** Codes of a scheme, '' for its head, where something does not fit the form. */
export function formFaults(scheme: Scheme): SchemeFault[] {
  const wrong = [
    ...(isHeadRead(scheme) ? [] : ['']),
    ...scheme.areas.flatMap(({ code, max, criteria }) => [
      ...(isCode(code) && isPoints(max) && criteria.length > 0 ? [] : [code]),
      ...criteria.filter((criterion) => !isCriterionRead(criterion)).map((criterion) => criterion.code),
    ]),
  ]
  return wrong.map((at) => ({ at, code: 'form' }))
}

const isHeadRead = ({ code, validFrom, validTo, adjust, classes, roundDecimals, areas }: Scheme) =>
  isCode(code) &&
  validFrom !== '' &&
  isDay(validFrom) &&
  isDay(validTo) &&
  /^\d$/.test(roundDecimals) &&
  (adjust == null || (NUMBERS.amount.test(adjust.min) && NUMBERS.amount.test(adjust.max))) &&
  classes.every(({ from }) => NUMBERS.amount.test(from)) &&
  areas.length > 0

const isCriterionRead = ({ code, max, rule }: Criterion): boolean =>
  isCode(code) && isPoints(max) && isRuleRead(rule)

export function isRuleRead(rule: Rule): boolean {
  switch (rule.type) {
    case 'met':
      return true
    case 'checklist':
      return arePriced(rule.items)
    case 'deduct':
      return arePriced(rule.per)
    case 'ratio':
      return isAmount(rule.floor) && isAmount(rule.target) && isAmount(rule.cap)
    case 'ratioTiers':
    case 'countTiers':
    case 'compare':
      return rule.tiers.length > 0 && rule.tiers.every(isTierRead)
    case 'deadline':
      return NUMBERS.count.test(rule.graceDays) && isPoints(rule.perDay)
    case 'external':
      return isPoints(rule.outOf)
    case 'survey':
      return isSurveyRead(rule)
    case 'composite':
      return rule.of.length > 0 && rule.of.every((part) => isPoints(part.max) && isRuleRead(part.rule))
  }
}

const isTierRead = ({ from, to, points }: Tier): boolean => isAmount(from) && isAmount(to) && isPoints(points)

const arePriced = (items: readonly { code: string; points: string }[]): boolean =>
  items.length > 0 && items.every(({ code, points }) => isCode(code) && isPoints(points))

const isSurveyRead = ({ scale, minSample, weights }: Extract<Rule, { type: 'survey' }>): boolean =>
  (scale === 'percent' || isPoints(scale)) &&
  NUMBERS.count.test(minSample) &&
  Object.entries(weights ?? {}).every(([group, weight]) => isCode(group) && isPoints(weight))
