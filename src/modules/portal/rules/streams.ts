// Which parts of a figure become streams of the confluence, on which bank and in what order.

import { Big, type Decimal, plain } from '#kernel/decimal.ts'
import type { Part, Place } from '../view.ts'
import { firstCell } from './map-cells.ts'
import type { Bank } from './river.ts'

/**
 * `value` is in the unit of measure. `part` is null for the stem: `count` smaller units, and what lies at the unit
 * itself.
 */
export type Stream = { part: Part | null; value: Decimal; count: number; bank: Bank | 'stem'; slot: number }

/** More streams than this cannot be told apart; the smallest are gathered into one. */
export const MOST_STREAMS = 20

/**
 * One stream for every part with a value above zero. Where the river is recorded for all of them, streams follow it
 * from upstream to downstream on their own banks; otherwise they go from the smallest to the largest, banks by turns.
 *
 * @param rest what lies at the unit itself comes with the stem.
 * @returns `alongRiver` says which of the two it is.
 */
export function streamsOf(
  parts: readonly Part[],
  rest: Decimal | null = null,
): { streams: Stream[]; alongRiver: boolean } {
  const bearing = parts.filter(({ value }) => Number(value ?? 0) > 0)
  const alongRiver = bearing.length <= MOST_STREAMS && followRiver(bearing)
  const kept = alongRiver ? bearing : largest(bearing)
  const gathered = bearing.filter((part) => !kept.includes(part))
  const banks = alongRiver ? byRiver(kept) : byTurns(kept)
  return { streams: [...stemOf(gathered, rest), ...banks], alongRiver }
}

/** Where a unit lies along the river: a merged one where the brick lies that carries its name. */
function stretchOf(part: Part): { bank: Bank; order: number } | null {
  const place: Place | null = part.place ?? firstCell(part)
  return place?.bank && place.order !== null ? { bank: place.bank, order: place.order } : null
}

function followRiver(parts: readonly Part[]): boolean {
  const stretches = parts.map((part) => {
    const stretch = stretchOf(part)
    return stretch ? `${stretch.bank} ${stretch.order}` : ''
  })
  return stretches.length > 0 && !stretches.includes('') && new Set(stretches).size === stretches.length
}

function byRiver(parts: readonly Part[]): Stream[] {
  const placed = parts.flatMap((part) => {
    const stretch = stretchOf(part)
    return stretch ? [{ part, ...stretch }] : []
  })
  const orders = [...new Set(placed.map(({ order }) => order))].sort((a, b) => a - b)
  return placed
    .map(({ part, bank, order }) => ({ ...single(part), bank, slot: orders.indexOf(order) }))
    .sort((a, b) => a.slot - b.slot)
}

/** All of them, or, when they are too many, the largest. */
function largest(parts: readonly Part[]): Part[] {
  const sorted = [...parts].sort((a, b) => sizeOf(b) - sizeOf(a) || (a.unit.code < b.unit.code ? -1 : 1))
  return sorted.length > MOST_STREAMS ? sorted.slice(0, MOST_STREAMS - 1) : sorted
}

/** From the smallest to the largest, banks by turns. */
const byTurns = (parts: readonly Part[]): Stream[] =>
  [...parts].reverse().map((part, i) => ({
    ...single(part),
    bank: i % 2 === 0 ? 'north' : 'south',
    slot: i >> 1,
  }))

function stemOf(gathered: readonly Part[], rest: Decimal | null): Stream[] {
  const sum = gathered.reduce((total, { value }) => total.plus(value ?? 0), new Big(rest ?? 0))
  return sum.gt(0) ? [{ part: null, bank: 'stem', slot: -1, value: plain(sum), count: gathered.length }] : []
}

const single = (part: Part) => ({ part, value: part.value ?? '0', count: 1 })
const sizeOf = ({ value }: { value: Decimal | null }): number => Number(value ?? 0)
