// What must hold of a set of rules beyond its form.

import { compareExact, type Exact, plus, readExact, ZERO } from '#kernel/exact.ts'
import { type GradeRules, LEVELS } from './grade-rules.ts'

/** `at` names the place in the document; `code` the sentence (`import.grade-rules.<code>`). */
export type RulesFault = { at: string; code: string; details?: Record<string, string> }

/** Everything that is wrong, so that it can be mended at once. */
export const checkGradeRules = (rules: GradeRules): RulesFault[] => [
  ...checkLevels(rules),
  ...checkGroups(rules),
  ...checkQuotas(rules),
  ...checkCodes(rules),
  ...(rules.validTo !== null && rules.validTo < rules.validFrom ? [{ at: 'validTo', code: 'days' }] : []),
]

const num = (text: string): Exact => readExact(text)!

function checkLevels({ levels, groups }: GradeRules): RulesFault[] {
  const order = levels.map(({ level }) => level).join(' ')
  if (order !== LEVELS.join(' '))
    return [{ at: 'levels', code: 'levels', details: { levels: LEVELS.join(', ') } }]
  const froms = levels.map(({ from }) => from)
  const isPointed = froms.some((from) => from !== null)
  const isFalling =
    froms.slice(0, 3).every((from) => from !== null) &&
    froms[3] === null &&
    froms.slice(0, 2).every((from, n) => compareExact(num(from!), num(froms[n + 1]!)) > 0)
  if (isPointed && !isFalling) return [{ at: 'levels', code: 'thresholds' }]
  const givesPoints = groups.some(({ scoring }) => scoring !== 'level')
  return isPointed && !givesPoints ? [{ at: 'groups', code: 'noPoints' }] : []
}

function checkGroups({ groups }: GradeRules): RulesFault[] {
  return groups.flatMap(({ code, scoring, max, criteria }, n): RulesFault[] => {
    const at = `groups.${n}`
    if (scoring === 'level') return []
    if (max === null) return [{ at: `${at}.max`, code: 'max', details: { group: code } }]
    if (scoring === 'meanPercent') return []
    if (criteria.some((one) => one.max === undefined)) return [{ at, code: 'max', details: { group: code } }]
    const sum = (isHead: boolean) =>
      criteria
        .filter(({ whom }) => whom === 'all' || (whom === 'heads') === isHead)
        .reduce((total, one) => plus(total, num(one.max!)), ZERO)
    const isWhole = [true, false].every((isHead) => compareExact(sum(isHead), num(max)) === 0)
    return isWhole ? [] : [{ at, code: 'sum', details: { group: code, max } }]
  })
}

function checkQuotas({ quotas }: GradeRules): RulesFault[] {
  const twice = quotas.filter(({ level }, n) => quotas.findIndex((one) => one.level === level) !== n)
  const low = quotas.filter(
    ({ percent, exception }) => exception !== null && compareExact(num(exception.percent), num(percent)) < 0,
  )
  return [
    ...twice.map(({ level }) => ({ at: 'quotas', code: 'quotaTwice', details: { level } })),
    ...low.map(({ level }) => ({ at: 'quotas', code: 'exceptionLow', details: { level } })),
  ]
}

function checkCodes(rules: GradeRules): RulesFault[] {
  const sets: [string, string[]][] = [
    ['groups', rules.groups.map(({ code }) => code)],
    ['criteria', rules.groups.flatMap(({ criteria }) => criteria.map(({ code }) => code))],
    ['gates', rules.gates.map(({ code }) => code)],
    ['exemptions', rules.exemptions.map(({ code }) => code)],
    ['conditions', rules.levels.flatMap(({ conditions }) => conditions.map(({ code }) => code))],
  ]
  return sets.flatMap(([at, codes]) =>
    [...new Set(codes.filter((code, n) => codes.indexOf(code) !== n))].map((code) => ({
      at,
      code: 'repeated',
      details: { value: code },
    })),
  )
}
