import { Big, plain } from '#kernel/decimal.ts'
import type { CellView } from './cell-view.ts'

export type Total = {
  /** Null when nobody has a value. */
  value: string | null
  previous: string | null
  target: string | null
  reported: number
  /** Some value in it still has to be looked at. */
  isDoubtful: boolean
}

/** What the column's cells come to, with how many of them have a value. A text that is no value is not counted. */
export function totalOf(views: readonly CellView[]): Total {
  const counted = views.filter(({ text }) => text === null)
  return {
    value: sum(counted.map(reportedOf)),
    previous: sum(views.map(({ previous }) => previous)),
    target: sum(views.map(({ target }) => target)),
    reported: counted.filter((view) => reportedOf(view) !== null).length,
    isDoubtful: views.some(({ trouble }) => trouble !== null && trouble.kind !== 'returned'),
  }
}

const reportedOf = ({ value, implied }: CellView) => value ?? implied

export function sum(values: readonly (string | null)[]): string | null {
  const there = values.filter((value) => value !== null)
  return there.length === 0 ? null : plain(there.reduce((all, value) => all.plus(value), new Big(0)))
}
