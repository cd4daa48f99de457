// Which parts of a figure become streams of the confluence, on which bank and in what order.

import { Big, type Decimal, plain } from '#kernel/decimal.ts'
import type { Part, Place } from '../view.ts'
import { firstCell } from './map-cells.ts'
import type { Bank } from './river.ts'

/** `part` is null for the stem, which gathers the smaller ones; `value` in the unit of measure, `count` units in it. */
export type Stream = { part: Part | null; value: Decimal; count: number; bank: Bank | 'stem'; slot: number }

/** More streams than this cannot be told apart; the smallest are gathered into one. */
export const MOST_STREAMS = 20

/**
 * One stream for every part with a value above zero. Where the river is recorded for all of them, streams follow it
 * from upstream to downstream on their own banks; otherwise they go from the smallest to the largest, banks by turns.
 *
 * @returns `alongRiver` says which of the two it is.
 */
export function streamsOf(parts: readonly Part[]): { streams: Stream[]; alongRiver: boolean } {
  const bearing = parts.filter(({ value }) => Number(value ?? 0) > 0)
  const alongRiver = bearing.length <= MOST_STREAMS && followRiver(bearing)
  return { streams: alongRiver ? byRiver(bearing) : bySize(bearing), alongRiver }
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

function bySize(parts: readonly Part[]): Stream[] {
  const largest = [...parts].sort((a, b) => sizeOf(b) - sizeOf(a) || (a.unit.code < b.unit.code ? -1 : 1))
  const kept = largest.length > MOST_STREAMS ? largest.slice(0, MOST_STREAMS - 1) : largest
  const rest = largest.slice(kept.length)
  const stem = {
    part: null,
    bank: 'stem' as const,
    slot: -1,
    value: plain(rest.reduce((sum, { value }) => sum.plus(value ?? 0), new Big(0))),
    count: rest.length,
  }
  const banks = kept.reverse().map((part, i): Stream => {
    return { ...single(part), bank: i % 2 === 0 ? 'north' : 'south', slot: i >> 1 }
  })
  return rest.length > 0 ? [stem, ...banks] : banks
}

const single = (part: Part) => ({ part, value: part.value ?? '0', count: 1 })
const sizeOf = ({ value }: { value: Decimal | null }): number => Number(value ?? 0)
