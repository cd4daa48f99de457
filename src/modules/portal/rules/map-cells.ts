// Which map suits the parts of a figure, and which bricks each unit stands on.

import { cellsOf } from '#modules/programmes/rules/tile-cells.ts'
import type { Part, Place } from '../view.ts'

/** More bricks than this cannot be read; bars of the classes take their place. */
const MOST_TILES = 60
const MOST_COLUMNS = 12
const MOST_BORDERS = 150

/** How a map is drawn, and how many bricks it is wide. */
export type MapForm = { form: 'borders' | 'tiles' | 'bars'; columns: number }

/** Real borders when every unit has them, else bricks when every unit has a place, else bars of the classes. */
export function mapForm(parts: readonly Part[]): MapForm {
  if (parts.length > 0 && parts.length <= MOST_BORDERS && parts.every(({ border }) => border !== null))
    return { form: 'borders', columns: 1 }
  const cells = parts.map((part) => cellsOf(part))
  const columns = Math.max(0, ...cells.flat().map(({ tile }) => tile.x + 1))
  const placed = cells.length > 0 && cells.every((own) => own.length > 0)
  if (placed && cells.flat().length <= MOST_TILES && columns <= MOST_COLUMNS)
    return { form: 'tiles', columns }
  return { form: 'bars', columns: 1 }
}

/** The place of the brick that carries a merged unit's name; null when its bricks are not all known. */
export function firstCell(part: Part): Place | null {
  const tile = cellsOf(part)[0]?.tile
  return part.predecessors.find(({ place }) => place === tile)?.place ?? null
}
