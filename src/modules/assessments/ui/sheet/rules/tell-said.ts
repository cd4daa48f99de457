// What somebody said of a criterion, in words: “46 / 48 = 95,83 %”, the items that are met, the parts one by one. Pure.

import { dividedBy, HUNDRED, isZero, readExact, roundExact, times } from '#kernel/exact.ts'
import type { Input } from '../../../api/score-shapes.ts'
import type { Rule } from '../../../schema.ts'

type Words = {
  t(key: string, values?: Record<string, string | number>): string
  number(value: string, places?: number): string
}

/** '' where there is nothing to tell, as of a survey or of an input that does not fit. */
export function tellSaid(rule: Rule, input: Input, words: Words): string {
  const { t, number } = words
  const text = (name: string) => (typeof input[name] === 'string' ? input[name] : '')
  const figure = (name: string) => (readExact(text(name)) ? number(text(name)) : '–')
  if (Object.keys(input).length === 0) return ''
  if (input.na === true) return t('app.score.na')
  switch (rule.type) {
    case 'met':
      return t(input.met === true ? 'app.score.met' : 'app.score.notMet')
    case 'checklist':
      return tellItems(rule, input, words)
    case 'ratio':
    case 'ratioTiers':
      return tellRatio(text('num'), text('den'), words)
    case 'countTiers':
      return figure('count')
    case 'deduct':
      return rule.per
        .map(({ code, label }) => t('app.score.saidOf', { label: label ?? code, count: figure(code) }))
        .join('; ')
    case 'deadline':
      return t('app.score.saidLate', { count: figure('daysLate') })
    case 'external':
      return `${figure('value')} / ${number(rule.outOf)}`
    case 'compare':
      return t('app.score.saidChange', { previous: figure('previous'), now: figure('now') })
    case 'survey':
      return ''
    case 'composite':
      return tellParts(rule, input, words)
  }
}

function tellItems(rule: Extract<Rule, { type: 'checklist' }>, input: Input, { t }: Words): string {
  const met = new Set(Array.isArray(input.items) ? input.items : [])
  const labels = rule.items.filter(({ code }) => met.has(code)).map(({ code, label }) => label ?? code)
  return labels.length === 0 ? t('app.score.noneMet') : labels.join('; ')
}

function tellRatio(num: string, den: string, { t, number }: Words): string {
  const [part, whole] = [readExact(num), readExact(den)]
  if (!part || !whole) return ''
  if (isZero(whole)) return `${number(num)} / ${number(den)}`
  const percent = number(roundExact(times(dividedBy(part, whole), HUNDRED), 2))
  return t('app.score.ratio', { num: number(num), den: number(den), percent })
}

function tellParts(rule: Extract<Rule, { type: 'composite' }>, input: Input, words: Words): string {
  const parts = Array.isArray(input.parts) ? (input.parts as Input[]) : []
  return rule.of
    .map((part, n) => ({ said: tellSaid(part.rule, parts[n] ?? {}, words), ordinal: n + 1 }))
    .filter(({ said }) => said !== '')
    .map((told) => words.t('app.score.saidPart', told))
    .join('; ')
}
