/** An indicator's dimension: its name and, when closed, the items it may have. */
export type Dimension = { name: string; items: readonly string[] | null }

/** Reads `channel` (open) or `channel:domestic|processing|export` (closed); null when there is no breakdown. */
export function parseDimension(text: string | null): Dimension | null {
  if (!text) return null
  const [name, items] = text.split(':', 2)
  return { name: name!.trim(), items: items ? items.split('|').map((item) => item.trim()) : null }
}

export type BreakdownFault = 'breakdown.none' | 'breakdown.dimension' | 'breakdown.item'

/**
 * The key under which a cell is kept: `channel=export`, or `''` for the undivided value. A file may write the item
 * alone when it cannot be mistaken (`export`).
 */
export function breakdownKey(
  given: string,
  dimension: Dimension | null,
): { key: string } | { fault: BreakdownFault } {
  if (given === '') return { key: '' }
  if (!dimension) return { fault: 'breakdown.none' }
  const [name, item] = given.includes('=') ? given.split('=', 2) : [dimension.name, given]
  if (name!.trim() !== dimension.name) return { fault: 'breakdown.dimension' }
  if (!item?.trim() || (dimension.items && !dimension.items.includes(item.trim())))
    return { fault: 'breakdown.item' }
  return { key: `${dimension.name}=${item.trim()}` }
}
