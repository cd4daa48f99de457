import { listUnitNames } from '#modules/organisation/index.ts'
import type { Tx } from '#platform/db/db.ts'
import {
  type Batches,
  type ImportContext,
  type ImportCounts,
  importFormat,
} from '#platform/imports/format.ts'
import { NO_DAYS, sameDays } from '../rules/duty-cells.ts'
import { type Doing, insertDuties } from '../store/duties.ts'
import {
  addOccurrences,
  type Candidate,
  fileDutyKey,
  findCandidates,
  findFileDuties,
} from '../store/duty-import.ts'
import { type Statement, writeStatements } from '../store/duty-statements.ts'
import { settleOccurrences } from '../store/duty-steps.ts'
import { type DutyColumn, type DutyRow, rowReader } from './duty-rows.ts'

/**
 * What directives ask of units and how far these are (`design.md` §6): a row is one occurrence with its five days, as the
 * office states them. The same directive, unit, day and product again is the same occurrence.
 */
export const dutiesFormat = importFormat<
  Exclude<DutyColumn, 'directive_date' | 'task'>,
  'directive_date' | 'task'
>({
  name: 'duties',
  reads: 'table',
  required: [
    'directive',
    'unit_code',
    'due',
    'product',
    'received',
    'studied',
    'planned',
    'reported',
    'done',
  ],
  optional: ['directive_date', 'task'],
  numbers: [],
  order: 60,
  access: { may: 'import.duties', at: 'somewhere' },
  run,
})

async function run(ctx: ImportContext, batches: Batches<DutyColumn>): Promise<ImportCounts> {
  const doing = { by: ctx.actor.name, onBehalfOf: ctx.actor.onBehalfOf, at: ctx.now }
  const source = `${ctx.fileName} (${ctx.sha256.slice(0, 12)})`
  const counts = { created: 0, changed: 0, unchanged: 0 }
  const seen = new Map<string, number>()
  const read = await rowReader(ctx)
  for await (const batch of batches) {
    const rows = refuseRepeated(ctx, await read(batch), seen)
    const { known, fresh } = await partRows(ctx, rows)
    const different = known.filter(({ row, stated }) => !sameDays(row.days, stated))
    const ids = await makeOccurrences(ctx.tx, fresh, doing)
    const statements: Statement[] = [
      ...different.map(({ id, row }) => ({ occurrenceId: id, days: row.days })),
      ...fresh.map(({ days }, n) => ({ occurrenceId: ids[n]!, days })),
    ]
    await writeStatements(ctx.tx, statements, source, doing)
    await settleOccurrences(
      ctx.tx,
      statements.map(({ occurrenceId }) => occurrenceId),
    )
    counts.created += fresh.length
    counts.changed += different.length
    counts.unchanged += known.length - different.length
  }
  if (counts.created + counts.changed > 0)
    await ctx.audit({
      action: 'import.duties',
      subject: `file:${ctx.sha256}`,
      details: { fileName: ctx.fileName, ...counts },
    })
  return counts
}

const keyOf = ({ directive, unitId, dueOn, product, task }: DutyRow) =>
  `${directive.id} ${unitId} ${dueOn} ${product} ${task}`

function refuseRepeated(ctx: ImportContext, rows: readonly DutyRow[], seen: Map<string, number>): DutyRow[] {
  return rows.filter((row) => {
    const first = seen.get(keyOf(row))
    if (first === undefined) seen.set(keyOf(row), row.row)
    else ctx.reject({ row: row.row, field: 'directive', code: 'duties.repeated', details: { first } })
    return first === undefined
  })
}

type Known = { row: DutyRow; id: number; stated: DutyRow['days'] }

/** Which rows speak of an occurrence that is there, and which of a new one. */
async function partRows(ctx: ImportContext, rows: readonly DutyRow[]) {
  const keys = rows.map((row) => ({ ...row, directiveId: row.directive.id }))
  const found = Map.groupBy(await findCandidates(ctx.tx, keys), ({ place }) => place)
  const known: Known[] = []
  const fresh: DutyRow[] = []
  for (const [place, row] of rows.entries()) {
    const meant = meantBy(row, found.get(place) ?? [])
    if (meant.length > 1)
      ctx.reject({
        row: row.row,
        field: 'product',
        code: 'duties.ambiguous',
        details: { count: meant.length },
      })
    else if (meant[0]) known.push({ row, id: meant[0].id, stated: meant[0].stated ?? NO_DAYS })
    else fresh.push(row)
  }
  return { known, fresh }
}

/** Without a task, the one that a file without tasks has made, if there are several. */
function meantBy({ task, directive }: DutyRow, candidates: readonly Candidate[]): readonly Candidate[] {
  const named = candidates.filter((candidate) => candidate.task === (task || directive.excerpt))
  return task === '' && (candidates.length < 2 || named.length !== 1) ? candidates : named
}

/** Ids in the order of the rows. A duty of a file is known by directive, product and task; without a task, the directive's excerpt stands for it. */
async function makeOccurrences(tx: Tx, rows: readonly DutyRow[], doing: Doing): Promise<number[]> {
  const dutyOf = ({ directive, product, task }: DutyRow) => ({
    directiveId: directive.id,
    product,
    task: task || directive.excerpt,
  })
  const dutyIds = await findFileDuties(
    tx,
    rows.map(({ directive }) => directive.id),
  )
  const missing = new Map(
    rows.map((row) => [fileDutyKey(dutyOf(row)), row] as const).filter(([key]) => !dutyIds.has(key)),
  )
  const made = await insertDuties(
    tx,
    [...missing.values()].map((row) => ({
      ...dutyOf(row),
      indicator: null,
      programme: null,
      repeats: null,
      firstDueOn: null,
      lastDueOn: null,
      issuedOn: row.directive.issuedOn,
      deciderId: row.directive.issuerUnitId ?? row.directive.keeperUnitId,
      addressed: { by: 'file' as const },
    })),
    doing,
  )
  for (const [n, key] of [...missing.keys()].entries()) dutyIds.set(key, made[n]!)
  const names = await nameUnits(tx, rows)
  const occurrences = rows.map((row) => {
    const { directiveId, ...duty } = dutyOf(row)
    const dutyId = dutyIds.get(fileDutyKey({ directiveId, ...duty }))!
    const unitName = names.get(`${row.unitId} ${row.on}`)!
    return { dutyId, directiveId, unitId: row.unitId, unitCode: row.unitCode, unitName, dueOn: row.dueOn }
  })
  return addOccurrences(tx, occurrences, doing.at)
}

/** What each unit was called on its row's day, by `id day`. */
async function nameUnits(tx: Tx, rows: readonly DutyRow[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const [day, there] of Map.groupBy(rows, ({ on }) => on)) {
    const ids = [...new Set(there.map(({ unitId }) => unitId))]
    for (const { id, name } of await listUnitNames(tx, ids, day)) names.set(`${id} ${day}`, name)
  }
  return names
}
