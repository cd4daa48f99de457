// The rows of one change: what ends, what is there from its day on, and what passes to whom.

import { type Day, OPEN_END } from '#kernel/day.ts'
import type { Decimal } from '#kernel/decimal.ts'
import type { State, SuccessionRow } from '../schema.ts'
import { type Book, type Change, type ChangeKind, endedBy, heirOf, type Successor } from './change-book.ts'
import { dayBefore, holds } from './spans.ts'

const SELF: Partial<Record<ChangeKind, SuccessionRow['kind']>> = {
  rename: 'rename',
  retype: 'retype',
  reparent: 'unchanged',
}

/** The last days of the units that end, in every tree in which they stand. */
export const endings = (change: Change, row: number, book: Book) =>
  endedBy(change).flatMap((code) =>
    book
      .statesOf(code)
      .filter((state) => holds(state, dayBefore(book.date)))
      .map((state) => ({ ...state, to: dayBefore(book.date), row })),
  )

/** What a successor is from the day on; nothing where a unit goes on as it was. */
export function standings(change: Change, successor: Successor, row: number, book: Book) {
  const eve = dayBefore(book.date)
  const isNew = book.ended.has(successor.code) || !book.on(successor.code, eve)
  const like = isNew ? (book.on(successor.code, eve) ?? undefined) : undefined
  const [first] = change.predecessors
  const models = isNew
    ? modelsOf(first ?? successor.code, book, eve)
    : book.statesOf(successor.code).filter((state) => holds(state, book.date))
  return models.flatMap((model) => {
    const base = isNew ? { ...model, ...(like && { name: like.name, kind: like.kind }) } : model
    const given = model.hierarchy === book.hierarchy ? successor.parent : undefined
    const state = {
      ...base,
      code: successor.code,
      name: successor.name ?? base.name,
      nameEn: successor.nameEn ?? (isNew ? null : base.nameEn),
      altNames: isNew ? null : base.altNames,
      kind: successor.kind ?? base.kind,
      parentCode: given === undefined ? heirOf(base.parentCode, model.hierarchy, book) : given,
      from: book.date,
      to: isNew ? OPEN_END : base.to,
      row,
    }
    return isNew || differs(state, model) ? [state] : []
  })
}

/** A new unit stands wherever its first predecessor stood; one without a predecessor in the order's tree. */
function modelsOf(code: string, book: Book, day: Day): State[] {
  const there = book.statesOf(code).filter((state) => holds(state, day))
  if (there.length > 0) return there
  const { hierarchy, date: from } = book
  const nothing = { name: '', nameEn: null, altNames: null, kind: '', parentCode: null }
  return [{ hierarchy, code, from, to: OPEN_END, ...nothing }]
}

const differs = (a: State, b: State): boolean =>
  a.name !== b.name || a.nameEn !== b.nameEn || a.kind !== b.kind || a.parentCode !== b.parentCode

export function moved({ code, parent }: Change['moves'][number], row: number, book: Book) {
  return book
    .statesOf(code)
    .filter((state) => state.hierarchy === book.hierarchy && state.to >= book.date)
    .map((state) => ({ ...state, parentCode: parent, from: startOf(state, book.date), row }))
}

/** Units below one that ends go with it, unless the order says something of them itself. */
export function followers(change: Change, row: number, book: Book, told: ReadonlySet<string>) {
  return endedBy(change).flatMap((code) =>
    book.known
      .filter((state) => state.parentCode === code && state.to >= book.date)
      .filter((state) => !book.ended.has(state.code) && !told.has(keyOf(state)))
      .flatMap((state) => {
        const parentCode = heirOf(code, state.hierarchy, book)
        return parentCode === code ? [] : [{ ...state, parentCode, from: startOf(state, book.date), row }]
      }),
  )
}

export function links(change: Change, row: number, book: Book): (SuccessionRow & { row: number })[] {
  const { kind, predecessors, successors, shares } = change
  const { date, basis } = book
  const link = (oldCode: string, newCode: string, share: Decimal | null, as: SuccessionRow['kind']) => ({
    ...{ oldCode, newCode, date, share, kind: as, basis, row },
  })
  if (kind === 'create' || kind === 'abolish') return []
  const self = SELF[kind]
  if (self) {
    const [old] = predecessors
    // Where the same day takes ground away, what stays is told by that.
    const isParted = book.changes.some((other) => other.kind === 'transfer' && other.predecessors[0] === old)
    return isParted ? [] : [link(old!, successors[0]!.code, '1', self)]
  }
  return predecessors
    .filter((old) => kind !== 'absorb' || old !== successors[0]!.code)
    .flatMap((old) =>
      successors
        .filter(({ code }) => kind !== 'transfer' || code !== old)
        .map(({ code }) => {
          const given = shares.find((share) => share.from === old && share.into === code)
          const whole = successors.length === 1 && kind !== 'transfer' ? '1' : null
          return link(old, code, given ? given.share : whole, kind as SuccessionRow['kind'])
        }),
    )
}

const startOf = (state: State, date: Day): Day => (state.from > date ? state.from : date)
export const keyOf = ({ hierarchy, code }: State): string => `${hierarchy} ${code}`
