// Units × forms: what has come, what has not, and what is late.

import { type Day, maxDay } from '#kernel/day.ts'
import type { Period } from '#kernel/period.ts'
import type { Tree } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import { AuthProblem } from '#platform/http/problems.ts'
import { type Asker, listAllowed } from '../allowed.ts'
import type { BoardCell, BoardCount } from '../api/board.ts'
import { type CutoffOf, loadCutoffs } from '../cutoff/open.ts'
import { ReportProblem } from '../problems.ts'
import { cellOf, countCells, isOverdue, type Standing } from '../rules/board.ts'
import { findTop, reportingUnits } from '../sheet/units.ts'
import { listStandings } from '../store/board.ts'
import { type Form, listFormsOf } from '../store/forms.ts'

type Column = {
  form: Form
  units: ReadonlySet<number>
  standings: ReadonlyMap<number, Standing>
  cutoff: CutoffOf
}
export type Board = {
  tree: Tree
  top: number
  /** All units that are to report, in the order of the tree. */
  units: number[]
  columns: { form: Form; openedOn: Day | null; count: BoardCount }[]
  groups: { unit: number; counts: BoardCount[] }[]
  cells(unit: number): (BoardCell | null)[]
}

/**
 * The board below a unit. A handful of statements, however many units and forms; cells are made when asked for.
 *
 * @throws report.formNotFound, and as `unitsUnder`.
 */
export async function readBoard(
  db: Db,
  { period, unit, form: only }: { period: Period; unit: string; form: string | undefined },
  asker: Omit<Asker, 'field'>,
): Promise<Board> {
  const all = await listFormsOf(db, period.kind)
  const forms = only === undefined ? all : all.filter((form) => form.code === only)
  if (only !== undefined && forms.length === 0) throw ReportProblem.formNotFound({ form: only })
  const standings = await listStandings(
    db,
    forms.map((form) => form.id),
    period.code,
  )
  const asked = await unitsByField(db, unit, period, forms, standings, asker)
  const { tree, top } = asked
  const cutoffs = await loadCutoffs(db, forms, period, tree, asker.today)
  const columns = forms.flatMap((form): Column[] => {
    const units = asked.byField.get(form.field)
    const there = standings.get(form.id) ?? new Map()
    return units ? [{ form, units, standings: there, cutoff: cutoffs.get(form.id)! }] : []
  })
  return assemble(tree, top, columns, asker.today)
}

/** The units that may be read, for each line of work; one that may not be read at all is left out. */
async function unitsByField(
  db: Db,
  unit: string,
  period: Period,
  forms: readonly Form[],
  standings: ReadonlyMap<number, ReadonlyMap<number, Standing>>,
  asker: Omit<Asker, 'field'>,
) {
  const { tree, top } = await findTop(db, unit, period, asker)
  const reporters = new Set([...standings.values()].flatMap((units) => [...units.keys()]))
  const there = reportingUnits(tree, top, reporters)
  const byField = new Map<string | null, Set<number>>()
  for (const field of new Set(forms.length > 0 ? forms.map((form) => form.field) : [null])) {
    const allowed = await listAllowed(db, { ...asker, field }, 'report.read', tree, there)
    if (allowed.size > 0) byField.set(field, allowed)
  }
  if (byField.size === 0) throw AuthProblem.forbidden()
  return { tree, top, byField }
}

function assemble(tree: Tree, top: number, columns: readonly Column[], today: Day): Board {
  const isIn = (unit: number) => columns.some((column) => column.units.has(unit))
  const units = tree.subtree(top).filter(isIn)
  const cellAt = ({ cutoff, standings }: Column, unit: number) =>
    cellOf(standings.get(unit), cutoff(unit).dueOn, today)
  const judged = columns.map(
    (column) => new Map(units.filter((u) => column.units.has(u)).map((u) => [u, cellAt(column, u)])),
  )
  const count = (n: number, among: readonly number[]) =>
    countCells(
      among.flatMap((unit) => {
        const cell = judged[n]!.get(unit)
        return cell ? [[cell, columns[n]!.standings.get(unit)] as const] : []
      }),
    )
  const children = tree.children(top).filter((child) => !tree.isLeaf(child))
  return {
    tree,
    top,
    units,
    columns: columns.map(({ form, cutoff }, n) => ({
      form,
      openedOn: openedFor(units.map((unit) => cutoff(unit).openedOn)),
      count: count(n, units),
    })),
    groups: (children.length === 0 ? [] : tree.children(top)).flatMap((child) => {
      const below = tree.subtree(child).filter(isIn)
      return below.length > 0 ? [{ unit: child, counts: columns.map((_, n) => count(n, below)) }] : []
    }),
    cells: (unit) => judged.map((cells) => cells.get(unit) ?? null),
  }
}

/** The last day on which the office asked one of them, when it has asked all. */
function openedFor(days: readonly (Day | null)[]): Day | null {
  const there = days.flatMap((day) => day ?? [])
  return there.length > 0 && there.length === days.length ? there.reduce(maxDay) : null
}

/** Rows in which some report is so; undefined: every row. */
export function rowsWith({ units, cells }: Board, only: string | undefined): number[] {
  if (only === undefined) return units
  const fits = (cell: BoardCell | null) => {
    if (!cell) return false
    if (only === 'missing') return cell.state === null
    return only === 'overdue' ? isOverdue(cell) : cell.state === only
  }
  return units.filter((unit) => cells(unit).some(fits))
}
