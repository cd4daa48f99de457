import type { Day } from '#kernel/day.ts'
import type { Decimal } from '#kernel/decimal.ts'

/** The tree that is meant when none is named. */
export const STATE = 'state'

/** The days `from` to `to`, both counted in. Open ends are `-infinity` and `infinity`. */
export type Span = { from: Day; to: Day }

/**
 * What a unit was called, was and stood under, in one tree, from a day to a day. A parent is named by its
 * code, and so means whoever held that code; null stands at the root.
 */
export type State = Span & {
  hierarchy: string
  code: string
  name: string
  nameEn: string | null
  /** Other spellings, `|` between them. */
  altNames: string | null
  /** Free text, as the catalogue writes it: `xã`, `phường`, `tỉnh`. */
  kind: string
  parentCode: string | null
}

export const SUCCESSION_KINDS = [
  'merge',
  'absorb',
  'split',
  'transfer',
  'rename',
  'retype',
  'unchanged',
] as const
export type SuccessionKind = (typeof SUCCESSION_KINDS)[number]

/**
 * Ground or duties that pass from whoever held `oldCode` the day before `date` to whoever holds `newCode` on
 * it. `share` is the part of the old unit, 0 to 1; null is unknown.
 */
export type SuccessionRow = {
  oldCode: string
  newCode: string
  date: Day
  share: Decimal | null
  kind: SuccessionKind
  /** The resolution and its clause. */
  basis: string | null
}

/** One unit in the tree of one day. `validFrom` and `validTo` bound this state; `level` is 1 at a root. */
export type UnitState = {
  id: number
  code: string
  name: string
  nameEn: string | null
  kind: string
  parentId: number | null
  validFrom: Day
  validTo: Day
  level: number
}

/** A unit's own first and last day, whatever it was called. */
export type Life = { beginsOn: Day; endsOn: Day }

/** A unit as others point at it. */
export type UnitRef = Life & { id: number; code: string }
