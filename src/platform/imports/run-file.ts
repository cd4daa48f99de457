import type { Tx } from '#platform/db/db.ts'
import { FileFault } from '#platform/files/file-fault.ts'
import { readCsv } from '#platform/files/read-csv.ts'
import { readGeoJson, readJsonText } from '#platform/files/read-geojson.ts'
import type { FileOutcome } from './answer.ts'
import type { ImportCounts, Row } from './format.ts'
import { type ReadPlan, rejectionOf } from './plan.ts'
import { featureRows, rowsOf } from './rows.ts'
import type { ImportRequest } from './run-import.ts'
import { newTally, type Tally } from './tally.ts'

/** Hands the rows of one file to its format and counts what became of them. */
export async function runFile(tx: Tx, plan: ReadPlan, request: ImportRequest): Promise<FileOutcome> {
  const { file, format } = plan
  const { actor, now, today, audit } = request
  const tally = newTally()
  const seen = { rows: 0 }
  const onRows = (rows: number) => {
    seen.rows += rows
    request.progress?.(file.name, seen.rows)
  }
  const about = { fileName: file.name, sha256: file.sha256, reject: tally.reject }
  const outcome = (counts: ImportCounts, isBroken: boolean): FileOutcome => ({
    file: file.name,
    format: format.name,
    rows: seen.rows,
    counts,
    rejectedCount: tally.count(),
    rejected: tally.list(),
    isBroken,
  })

  try {
    const counts = await format.run(
      { tx, actor, now, today, audit, ...about },
      batchesOf(plan, tally, onRows),
    )
    if (seen.rows === 0) throw new FileFault(plan.layout ? 'file.noRows' : 'file.noFeatures')
    const { created, changed, unchanged } = counts
    if (created + changed + unchanged + tally.count() !== seen.rows)
      throw new Error(`${format.name} lost count of its rows: ${JSON.stringify(outcome(counts, false))}`)
    return outcome(counts, false)
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    tally.reject(rejectionOf(error))
    return outcome({ created: 0, changed: 0, unchanged: 0 }, true)
  }
}

/** Good rows only. `onRows` is told of all, the refused ones among them. */
async function* batchesOf(
  { file, format, layout }: ReadPlan,
  tally: Tally,
  onRows: (rows: number) => void,
): AsyncGenerator<Row[]> {
  const read = (rows: () => Row[]) => {
    const refusedBefore = tally.count()
    const good = rows()
    onRows(good.length + tally.count() - refusedBefore)
    return good
  }
  if (format.reads === 'json') {
    const json = await readJsonText(file.path)
    yield read(() => [{ row: 1, cells: { json } }])
    return
  }
  if (!layout) {
    const features = await readGeoJson(file.path)
    const good = read(() => featureRows(features, format, tally.reject))
    if (good.length > 0) yield good
    return
  }
  let row = 1 // of the header, which comes first
  for await (const records of readCsv(file.path)) {
    const data = row === 1 ? records.slice(1) : records
    const firstRow = row === 1 ? 2 : row
    const good = read(() => rowsOf(data, firstRow, layout, tally.reject))
    row += records.length
    if (good.length > 0) yield good
  }
}
