// Rows of a file of duties, read and judged: what each means, or what is wrong with it.

import { type Day, OPEN_END } from '#kernel/day.ts'
import { type CodeFinder, loadCodes } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import { readDay } from '#platform/imports/cells.ts'
import type { ImportContext, Rejection, Row } from '#platform/imports/format.ts'
import { codeDay, PRODUCT_WORDS, readProduct } from '../rules/duty-cells.ts'
import { readNumber } from '../rules/number.ts'
import { type Product, STEPS, type StepDays } from '../schema.ts'
import { type DirectiveRow, listByNumbers } from '../store/directives.ts'

export type DutyColumn =
  | 'directive'
  | 'unit_code'
  | 'due'
  | 'product'
  | 'received'
  | 'studied'
  | 'planned'
  | 'reported'
  | 'done'
  | 'directive_date'
  | 'task'

/** `on`: the day on which the unit's code is meant, and the unit named. */
export type DutyRow = {
  row: number
  directive: DirectiveRow
  unitId: number
  unitCode: string
  on: Day
  dueOn: Day | null
  product: Product
  /** '' when the file says none. */
  task: string
  days: StepDays
}

type Cells = Readonly<Record<DutyColumn, string>>
type Fault = Omit<Rejection, 'row'> & { field: DutyColumn }
type Typed = Pick<DutyRow, 'dueOn' | 'product' | 'task' | 'days'> & { number: string; date: Day | null }

/** Reads rows batch by batch; whether the caller may bring duties in for a unit is asked once for each. */
export async function rowReader(
  ctx: ImportContext,
): Promise<(batch: readonly Row<DutyColumn>[]) => Promise<DutyRow[]>> {
  const codes = await loadCodes(ctx.tx)
  const mayAt = permissionAt(ctx)
  return async (batch) => {
    const typed = batch.map(({ row, cells }) => ({ row, cells, read: readCells(cells, ctx.today) }))
    const numbers = typed.flatMap(({ read }) => ('number' in read ? [read.number] : []))
    const register = await loadDirectives(ctx.tx, numbers)
    const good: DutyRow[] = []
    for (const { row, cells, read } of typed) {
      if (Array.isArray(read)) for (const fault of read) ctx.reject({ row, ...fault })
      else {
        const judged = await place(row, cells, read, register.get(read.number) ?? [], codes, mayAt)
        if ('field' in judged) ctx.reject({ ...judged, row })
        else good.push(judged)
      }
    }
    return good
  }
}

function permissionAt({ actor, tx, today }: ImportContext): (unitId: number) => Promise<boolean> {
  let everywhere: Promise<boolean> | undefined
  const known = new Map<number, Promise<boolean>>()
  return async (unit) => {
    everywhere ??= actor.may(tx, 'import.duties', 'everywhere', today)
    if (await everywhere) return true
    return known.getOrInsertComputed(unit, () => actor.may(tx, 'import.duties', { unit }, today))
  }
}

async function loadDirectives(db: Db, numbers: readonly string[]): Promise<Map<string, DirectiveRow[]>> {
  const all = [...new Set(numbers)]
  const found: DirectiveRow[] = []
  for (let from = 0; from < all.length; from += 500)
    found.push(...(await listByNumbers(db, all.slice(from, from + 500))))
  return Map.groupBy(found, ({ number }) => number)
}

/** What a row says by itself, or all that is wrong in it. */
function readCells(cells: Cells, today: Day): Typed | Fault[] {
  const faults: Fault[] = []
  const refuse = (field: DutyColumn, code: string, details?: Record<string, unknown>) => {
    faults.push({ field, code, ...(details && { details }) })
    return null
  }
  const day = (field: DutyColumn): Day | null => {
    if (cells[field] === '') return null
    const read = readDay(cells[field])
    return 'value' in read ? read.value : refuse(field, read.code, read.details)
  }
  const step = (field: (typeof STEPS)[number]): Day | null => {
    const on = day(field)
    return on !== null && on > today ? refuse(field, 'duties.future', { day: on }) : on
  }
  const number = readNumber(cells.directive)
  if (!number.ok) refuse('directive', 'duties.directiveNumber', { value: cells.directive })
  if (cells.unit_code === '') refuse('unit_code', 'cell.empty')
  const product = readProduct(cells.product)
  if (cells.product === '') refuse('product', 'cell.empty')
  else if (!product) refuse('product', 'cell.choice', { value: cells.product, allowed: PRODUCT_WORDS })
  if (cells.task.length > 2_000) refuse('task', 'duties.taskLong', { most: '2000' })
  const [dueOn, date] = [day('due'), day('directive_date')]
  const days = Object.fromEntries(STEPS.map((name) => [name, step(name)])) as StepDays
  if (!number.ok || !product || faults.length > 0) return faults
  return {
    number: number.normalised,
    date,
    dueOn,
    product: product.product,
    task: cells.task || product.task,
    days,
  }
}

/** Finds the directive and the unit that are meant. */
async function place(
  row: number,
  cells: Cells,
  { number, date, ...typed }: Typed,
  sameNumber: readonly DirectiveRow[],
  codes: CodeFinder,
  mayAt: (unitId: number) => Promise<boolean>,
): Promise<DutyRow | Fault> {
  const meant = date === null ? sameNumber : sameNumber.filter(({ issuedOn }) => issuedOn === date)
  const [directive, other] = meant
  if (!directive)
    return { field: 'directive', code: 'duties.directiveUnknown', details: { number, date: date ?? 'none' } }
  if (other) {
    const dates = [...new Set(meant.map(({ issuedOn }) => issuedOn))].join(', ')
    return { field: 'directive', code: 'duties.directiveShared', details: { number, dates } }
  }
  const early = judgeEarly(typed, directive.issuedOn)
  if (early) return early
  const on = codeDay(typed.days, typed.dueOn, directive.issuedOn)
  const code = cells.unit_code
  const unitId = codes.find(code, { startsOn: on, endsOn: on }) ?? lastHolder(codes, code, directive.issuedOn)
  if (unitId === undefined) {
    const held = codes.spans(code)
    if (held === undefined) return { field: 'unit_code', code: 'duties.unitUnknown', details: { code } }
    return { field: 'unit_code', code: 'duties.unitNotThen', details: { code, on, held } }
  }
  if (!(await mayAt(unitId))) return { field: 'unit_code', code: 'duties.unitOutside', details: { code } }
  return { row, directive, unitId, unitCode: code, on, ...typed }
}

/** Who held a code last since the directive: a unit that ended before its day was due. */
const lastHolder = (codes: CodeFinder, code: string, since: Day): number | undefined =>
  codes.find(code, { startsOn: since, endsOn: OPEN_END })

function judgeEarly({ days, dueOn }: Pick<DutyRow, 'days' | 'dueOn'>, issuedOn: Day): Fault | undefined {
  const dated: [DutyColumn, Day | null][] = [
    ...STEPS.map((name) => [name, days[name]] as [DutyColumn, Day | null]),
  ]
  const early = [...dated, ['due', dueOn] as [DutyColumn, Day | null]].find(
    ([, day]) => day !== null && day < issuedOn,
  )
  return early && { field: early[0], code: 'duties.beforeDirective', details: { issuedOn } }
}
