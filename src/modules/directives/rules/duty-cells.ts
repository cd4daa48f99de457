// What cells of a file of duties mean. Pure.

import type { Day } from '#kernel/day.ts'
import { foldText } from '#kernel/text.ts'
import { Product, type StepDays } from '../schema.ts'

/** How offices name what they ask for, folded; a cell may go on after it: `Báo cáo sơ kết một năm`. */
const WORDS: readonly [word: string, product: Product][] = [
  ['document', 'document'],
  ['van ban', 'document'],
  ['ke hoach', 'document'],
  ['chuong trinh', 'document'],
  ['plan', 'document'],
  ['figure', 'figure'],
  ['so lieu', 'figure'],
  ['bieu', 'figure'],
  ['report', 'report'],
  ['bao cao', 'report'],
  ['event', 'event'],
  ['su kien', 'event'],
  ['hoi nghi', 'event'],
  ['hoat dong', 'event'],
  ['quan triet', 'event'],
]

/**
 * The product that a cell names; what it says beyond the bare word is the task.
 *
 * @returns undefined when no known word stands at its beginning
 */
export function readProduct(cell: string): { product: Product; task: string } | undefined {
  const folded = foldText(cell)
  const found = WORDS.find(([word]) => folded === word || folded.startsWith(`${word} `))
  if (!found) return undefined
  return { product: found[1], task: folded === found[0] ? '' : cell }
}

export const PRODUCT_WORDS = Product.options.join(', ')

/**
 * The day on which a row's unit code is meant: the earliest that it states, when the unit must have been there; else
 * its due day, else that of the directive.
 */
export function codeDay(days: StepDays, dueOn: Day | null, issuedOn: Day): Day {
  const stated = Object.values(days).filter((day) => day !== null)
  return stated.sort()[0] ?? dueOn ?? issuedOn
}

export const sameDays = (a: StepDays, b: StepDays): boolean =>
  a.received === b.received &&
  a.studied === b.studied &&
  a.planned === b.planned &&
  a.reported === b.reported &&
  a.done === b.done

export const NO_DAYS: StepDays = { received: null, studied: null, planned: null, reported: null, done: null }
