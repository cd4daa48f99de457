import type * as z from 'zod'
import { catalogue } from '#platform/i18n/translate.ts'
import type { Fault } from './problem.ts'

type Issue = z.core.$ZodIssue

/**
 * What one of Zod's issues is called in our words. A schema may name its own sentence: `z.string().regex(…, { error:
 * 'period' })` is the fault `input.period` when the catalogue has `problem.input.period`.
 */
export function faultOf(issue: Issue): Fault {
  const path = issue.path.join('.')
  const own = `input.${issue.message}`
  if (`problem.${own}` in catalogue('vi')) return { path, code: own }
  return { path, ...describe(issue) }
}

function describe(issue: Issue): Omit<Fault, 'path'> {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? { code: 'input.missing' }
        : { code: 'input.type', details: { expected: issue.expected } }
    case 'invalid_value':
      return issue.input === undefined
        ? { code: 'input.missing' }
        : { code: 'input.choice', details: { values: issue.values } }
    case 'too_small':
      return { code: 'input.tooSmall', details: { origin: issue.origin, limit: String(issue.minimum) } }
    case 'too_big':
      return { code: 'input.tooBig', details: { origin: issue.origin, limit: String(issue.maximum) } }
    case 'unrecognized_keys':
      return { code: 'input.unknown', details: { fields: issue.keys } }
    default:
      return { code: 'input.value' }
  }
}
