// Which lines of the tree are on the screen, and where the arrows lead. Pure.

import { foldText } from '#kernel/text.ts'
import type { Unit } from '../../api.ts'

/** A line of the tree. `place` of `siblings` is told to screen readers, both from 1. */
export type TreeRow = {
  unit: Unit
  depth: number
  below: number
  isOpen: boolean
  place: number
  siblings: number
}

export type TreeIndex = {
  childrenOf(id: string | null): readonly Unit[]
  parentOf(id: string): Unit | undefined
  byId: ReadonlyMap<string, Unit>
}

/** Siblings by name, in Vietnamese order. */
export function indexTree(units: readonly Unit[], compare: (a: string, b: string) => number): TreeIndex {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const children = Map.groupBy(
    units.toSorted((a, b) => compare(a.name, b.name)),
    (unit) => unit.parentId,
  )
  return {
    byId,
    childrenOf: (id) => children.get(id) ?? [],
    parentOf: (id) => byId.get(byId.get(id)?.parentId ?? ''),
  }
}

/** What a search found, and the units above it, which must be open to see it. */
export type Found = { found: ReadonlySet<string>; open: ReadonlySet<string> }

/** Lines of the open part of the tree, parents before children; of a search only what it found, and the way there. */
export function rowsOf(index: TreeIndex, open: ReadonlySet<string>, search: Found | null = null): TreeRow[] {
  const isShown = ({ id }: Unit) => !search || search.found.has(id) || search.open.has(id)
  const walk = (parent: string | null, depth: number, all: boolean): TreeRow[] => {
    const siblings = index.childrenOf(parent).filter((unit) => all || isShown(unit))
    return siblings.flatMap((unit, at) => {
      const below = index.childrenOf(unit.id).length
      const isOpen = below > 0 && open.has(unit.id)
      const row = { unit, depth, below, isOpen, place: at + 1, siblings: siblings.length }
      const isWhole = all || (search?.found.has(unit.id) ?? true)
      return isOpen ? [row, ...walk(unit.id, depth + 1, isWhole)] : [row]
    })
  }
  return walk(null, 1, search === null)
}

/** Units whose name, code or other name holds the text, without regard to tone marks, and what must be open to see them. */
export function findUnits(units: readonly Unit[], index: TreeIndex, text: string): Found {
  const asked = foldText(text)
  const found = units.filter(
    ({ name, code, nameEn }) =>
      foldText(name).includes(asked) || code.startsWith(asked) || foldText(nameEn ?? '').includes(asked),
  )
  const open = new Set<string>()
  for (const { id } of found)
    for (let above = index.parentOf(id); above && !open.has(above.id); above = index.parentOf(above.id))
      open.add(above.id)
  return { found: new Set(found.map(({ id }) => id)), open }
}

export type TreeMove = { to: number } | { open: string } | { close: string } | null

/** What a key does on the line `at`: go to another line, open or close this one; null: nothing. */
export function moveBy(key: string, rows: readonly TreeRow[], at: number): TreeMove {
  const row = rows[at]
  if (!row) return null
  const last = rows.length - 1
  const to = (place: number): TreeMove => ({ to: Math.min(Math.max(place, 0), last) })
  switch (key) {
    case 'ArrowDown':
      return to(at + 1)
    case 'ArrowUp':
      return to(at - 1)
    case 'Home':
      return to(0)
    case 'End':
      return to(last)
    case 'ArrowRight':
      return row.isOpen ? to(at + 1) : row.below > 0 ? { open: row.unit.id } : null
    case 'ArrowLeft': {
      if (row.isOpen) return { close: row.unit.id }
      const parent = rows.findIndex(({ unit }) => unit.id === row.unit.parentId)
      return parent < 0 ? null : to(parent)
    }
    default:
      return null
  }
}
