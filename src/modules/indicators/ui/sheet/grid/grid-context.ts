import { createContext, use } from 'react'
import type { Bounds, Selected } from '../rules/move.ts'

/** How keys walk this grid. Upright, lines and columns are exchanged (`turn`), and back by the same. */
export type Grid = {
  bounds(): Bounds
  turn(selected: Selected): Selected
}

const Context = createContext<Grid | null>(null)
export const GridContext = Context

export function useGrid(): Grid {
  const grid = use(Context)
  if (!grid) throw new Error('useGrid stands outside of a grid')
  return grid
}
