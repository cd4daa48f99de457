/** A unit on a map: its ground and ink, what is written on it, and its name with the value for whoever does not see it. */
export type MapUnit = {
  id: string
  label: string
  name: string
  text: string
  fill: string
  ink: string
  /** Below its target: also marked, never by colour alone. */
  isLow: boolean
}

/** Arrow keys go through the units of a map, which is one tab stop. Undefined for other keys. */
export function placeAfter(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowRight' || key === 'ArrowDown') return (at + 1) % count
  if (key === 'ArrowLeft' || key === 'ArrowUp') return (at + count - 1) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}
