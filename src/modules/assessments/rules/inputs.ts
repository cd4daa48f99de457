// What may be said of a criterion: each type of rule asks for its own members, and for nothing else.

import { type Exact, readExact } from '#kernel/exact.ts'
import type { Rule } from '../schema.ts'

export type Group = { name: string; share: Exact; n: Exact }
export type Input = {
  met?: boolean
  items?: readonly string[]
  num?: Exact
  den?: Exact
  count?: Exact
  counts?: readonly [string, Exact][]
  daysLate?: Exact
  value?: Exact
  previous?: Exact
  now?: Exact
  groups?: readonly Group[]
  parts?: readonly unknown[]
}
export type ReadInput = Input | { na: true }

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const numberOf = (value: unknown): Exact | null => (typeof value === 'string' ? readExact(value) : null)
const isNegative = (value: Exact) => value.of < 0n

/** Null: it does not fit the rule. `{"na": true}` fits every rule. */
export function readInput(rule: Rule, input: unknown): ReadInput | null {
  if (!isObject(input)) return null
  if (input.na === true) return Object.keys(input).length === 1 ? { na: true } : null
  switch (rule.type) {
    case 'met':
      return only(input, 'met') && typeof input.met === 'boolean' ? { met: input.met } : null
    case 'checklist':
      return readItems(input, new Set(rule.items.map(({ code }) => code)))
    case 'ratio':
    case 'ratioTiers':
      return readNumbers(input, ['num', 'den'], true)
    case 'countTiers':
      return readNumbers(input, ['count'], true)
    case 'deduct':
      return readCounts(input, new Set(rule.per.map(({ code }) => code)))
    case 'deadline':
      return readNumbers(input, ['daysLate'], false)
    case 'external':
      return readNumbers(input, ['value'], false)
    case 'compare':
      return readNumbers(input, ['previous', 'now'], false)
    case 'survey':
      return readGroups(input, rule.scale)
    case 'composite':
      return readParts(input, rule.of.length)
  }
}

const only = (input: Record<string, unknown>, ...names: string[]): boolean =>
  Object.keys(input).length === names.length && names.every((name) => Object.hasOwn(input, name))

function readNumbers(
  input: Record<string, unknown>,
  names: readonly (keyof Input)[],
  notBelowZero: boolean,
): Input | null {
  if (!only(input, ...names)) return null
  const numbers = names.map((name) => numberOf(input[name]))
  if (numbers.some((n) => n === null || (notBelowZero && isNegative(n)))) return null
  return Object.fromEntries(names.map((name, n) => [name, numbers[n]]))
}

function readItems(input: Record<string, unknown>, known: ReadonlySet<string>): Input | null {
  const { items } = input
  if (!only(input, 'items') || !Array.isArray(items)) return null
  return items.every((item) => typeof item === 'string' && known.has(item)) ? { items } : null
}

function readCounts(input: Record<string, unknown>, known: ReadonlySet<string>): Input | null {
  const counts = Object.entries(input).map(([code, n]) => [code, numberOf(n)] as const)
  const isRead = counts.every(([code, n]) => known.has(code) && n !== null && !isNegative(n))
  return isRead ? { counts: counts as [string, Exact][] } : null
}

function readParts(input: Record<string, unknown>, length: number): Input | null {
  const { parts } = input
  return only(input, 'parts') && Array.isArray(parts) && parts.length === length ? { parts } : null
}

/** Each group's mean as a share of the scale, or its percent as a share of a hundred. */
function readGroups(input: Record<string, unknown>, scale: string): Input | null {
  const { groups } = input
  if (!only(input, 'groups') || !isObject(groups)) return null
  const word = scale === 'percent' ? 'percent' : 'mean'
  const top = readExact(scale === 'percent' ? '100' : scale)!
  const read = Object.entries(groups).map(([name, group]) => {
    if (!isObject(group) || !only(group, word, 'n')) return null
    const value = numberOf(group[word])
    const n = numberOf(group.n)
    const fits = value && n && !isNegative(n) && n.over === 1n && !isNegative(value)
    return fits && value.of * top.over <= top.of * value.over
      ? { name, share: { of: value.of * top.over, over: value.over * top.of }, n }
      : null
  })
  return read.every((group) => group !== null) ? { groups: read } : null
}
