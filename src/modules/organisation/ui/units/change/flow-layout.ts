// Where the units before and after stand, and the ribbons that join them. Thickness is the value that passes; both sides
// of a ribbon are equally thick, so that what flows out flows in. Pure.

import type { ChangeAnswer, ChangeNode } from '../../../api/unit-changes.ts'

const ROW_PX = 30
const GAP_PX = 12
const NODE_PX = 44
const WIDEST_PX = 22
const THINNEST_PX = 2

export type Placed = { node: ChangeNode; top: number; height: number }
export type Ribbon = { from: string; into: string; share: string | null; path: string; isKnown: boolean }
export type FlowLayout = { height: number; before: Placed[]; after: Placed[]; ribbons: Ribbon[] }

type Told = Pick<ChangeAnswer, 'before' | 'after' | 'flows'>

/** @param width of the stretch between the two sides, in px. */
export function layFlows({ before, after, flows }: Told, width: number): FlowLayout {
  const intoOf = new Map(flows.toReversed().map(({ from, into }) => [from, into]))
  const groups = Map.groupBy(before, ({ id }) => intoOf.get(id) ?? '')
  const order = [
    ...after.map(({ id }) => ({ id, nodes: groups.get(id) ?? [] })),
    { id: '', nodes: groups.get('') ?? [] },
  ]
  const state = { y: 0 }
  const places = { before: [] as Placed[], after: [] as Placed[] }
  for (const { id, nodes } of order) {
    const height = Math.max(nodes.length * ROW_PX, id === '' ? 0 : NODE_PX)
    const start = state.y + (height - nodes.length * ROW_PX) / 2
    nodes.forEach((node, at) => {
      places.before.push({ node, top: start + at * ROW_PX, height: ROW_PX })
    })
    const node = after.find((one) => one.id === id)
    if (node) places.after.push({ node, top: state.y + (height - NODE_PX) / 2, height: NODE_PX })
    if (height > 0) state.y += height + GAP_PX
  }
  return { height: Math.max(state.y - GAP_PX, 0), ...places, ribbons: ribbonsOf(flows, places, width) }
}

function ribbonsOf(
  flows: Told['flows'],
  { before, after }: { before: Placed[]; after: Placed[] },
  width: number,
): Ribbon[] {
  const left = new Map(before.map((placed) => [placed.node.id, placed]))
  const right = new Map(after.map((placed) => [placed.node.id, placed]))
  const joined = flows.filter(({ from, into }) => left.has(from) && right.has(into))
  const amounts = joined.map(({ from, share }) =>
    share === null ? null : Number(left.get(from)!.node.value ?? 0) * Number(share),
  )
  const most = Math.max(0, ...amounts.map((amount) => Math.abs(amount ?? 0)))
  const thick = amounts.map((amount) =>
    most === 0 || amount === null
      ? THINNEST_PX
      : Math.max(THINNEST_PX, (Math.abs(amount) / most) * WIDEST_PX),
  )
  const outOf = stacks(
    joined.map(({ from }) => from),
    thick,
    left,
  )
  const intoOf = stacks(
    joined.map(({ into }) => into),
    thick,
    right,
  )
  return joined.map(({ from, into, share }, at) => ({
    ...{ from, into, share },
    isKnown: share !== null,
    path: ribbon(outOf[at]!, intoOf[at]!, thick[at]!, width),
  }))
}

/** Where each ribbon begins on its unit: one under the other, together in the middle of it. */
function stacks(ids: readonly string[], thick: readonly number[], places: Map<string, Placed>): number[] {
  const all = new Map<string, number>()
  for (const [at, id] of ids.entries()) all.set(id, (all.get(id) ?? 0) + thick[at]!)
  const used = new Map<string, number>()
  return ids.map((id, at) => {
    const { top, height } = places.get(id)!
    const start = top + height / 2 - all.get(id)! / 2 + (used.get(id) ?? 0)
    used.set(id, (used.get(id) ?? 0) + thick[at]!)
    return start
  })
}

function ribbon(y1: number, y2: number, thick: number, width: number): string {
  const half = width / 2
  const n = (value: number) => value.toFixed(1)
  return (
    `M0 ${n(y1)}C${half} ${n(y1)} ${half} ${n(y2)} ${width} ${n(y2)}V${n(y2 + thick)}` +
    `C${half} ${n(y2 + thick)} ${half} ${n(y1 + thick)} 0 ${n(y1 + thick)}Z`
  )
}
