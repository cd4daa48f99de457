// The river on the schematic map: it runs in the joints between the bricks of its two banks.

import { type Tile, touching } from '#modules/programmes/rules/tiles.ts'

export type Bank = 'north' | 'south'
/** A corner of the river's course: `x` in tile widths, `row` as the number of rows above it. */
export type Corner = { x: number; row: number }

type Joint = { from: Corner; to: Corner }

/**
 * The river's course from its west to its east end, or null when the banks do not part the bricks along one line.
 *
 * Both ends are led on, level, to the outer edge of the rows they run between, so that the river enters and leaves
 * the map.
 */
export function riverCourse(tiles: readonly (Tile & { bank: Bank })[]): Corner[] | null {
  const joints = tiles
    .filter((tile) => tile.bank === 'north')
    .flatMap((north) =>
      tiles
        .filter((tile) => tile.bank === 'south' && touching(north, tile))
        .map((south) => joint(north, south)),
    )
  const chain = chainOf(joints)
  if (!chain) return null
  const course = chain[0]!.x <= chain.at(-1)!.x ? chain : chain.reverse()
  return corners([edge(course[0]!, tiles, Math.min), ...course, edge(course.at(-1)!, tiles, Math.max)])
}

/** The line between two touching tiles. */
function joint(a: Tile, b: Tile): Joint {
  if (a.row === b.row) {
    const x = Math.max(a.x, b.x)
    return { from: { x, row: a.row }, to: { x, row: a.row + 1 } }
  }
  const row = Math.max(a.row, b.row)
  return { from: { x: Math.max(a.x, b.x), row }, to: { x: Math.min(a.x, b.x) + 1, row } }
}

/** All joints as one walk from end to end; null when they branch, close into a ring or fall apart. */
function chainOf(joints: readonly Joint[]): Corner[] | null {
  const meeting = new Map<string, Joint[]>()
  for (const joint of joints)
    for (const end of [joint.from, joint.to]) meeting.set(id(end), [...(meeting.get(id(end)) ?? []), joint])
  if ([...meeting.values()].some((at) => at.length > 2)) return null
  const first = joints.flatMap((j) => [j.from, j.to]).find((end) => meeting.get(id(end))!.length === 1)
  if (!first) return null

  const walk = [first]
  const left = new Set(joints)
  for (let at = first; ; ) {
    const next = meeting.get(id(at))!.find((joint) => left.has(joint))
    if (!next) return left.size === 0 ? walk : null
    left.delete(next)
    at = id(next.from) === id(at) ? next.to : next.from
    walk.push(at)
  }
}

const id = ({ x, row }: Corner): string => `${x},${row}`

/** The outermost tile edge of the rows above and below the end, where nothing stands in the way. */
function edge(end: Corner, tiles: readonly Tile[], outer: typeof Math.min): Corner {
  const sides = tiles
    .filter((tile) => tile.row === end.row - 1 || tile.row === end.row)
    .flatMap(({ x }) => [x, x + 1])
  return { row: end.row, x: outer(end.x, ...sides) }
}

/** Leaves out the points in the middle of a straight stretch. */
const corners = (walk: readonly Corner[]): Corner[] =>
  walk.filter((at, i) => {
    const [before, after] = [walk[i - 1], walk[i + 1]]
    if (!before || !after) return true
    return (before.x !== at.x || at.x !== after.x) && (before.row !== at.row || at.row !== after.row)
  })
