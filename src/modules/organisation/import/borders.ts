import { readCode, readDay, readText } from '#platform/imports/cells.ts'
import {
  type Batches,
  type ImportContext,
  type ImportCounts,
  importFormat,
  type Row,
} from '#platform/imports/format.ts'
import { lastCommonDay, readArea } from '../rules/border.ts'
import type { CodeFinder } from '../rules/codes.ts'
import { loadCodes } from '../store/lookup.ts'
import { type BorderDraft, saveBorders } from '../store/map.ts'

type Column = 'code' | 'geometry' | 'date' | 'source'
type Border = { row: number; code: string; geometry: string; date: string | null; source: string }

/**
 * Borders as GeoJSON: a feature per unit, `code` (or the feature's id) names it. The code is read on `date`;
 * without one, on the last day on which all codes of the file were held.
 */
export const bordersFormat = importFormat<'code' | 'geometry', 'date' | 'source'>({
  name: 'borders',
  reads: 'geojson',
  required: ['code', 'geometry'],
  optional: ['date', 'source'],
  numbers: [],
  order: 12,
  access: { may: 'import.units', at: 'everywhere' },
  run,
})

async function run(ctx: ImportContext, batches: Batches<Column>): Promise<ImportCounts> {
  const codes = await loadCodes(ctx.tx)
  const borders: Border[] = []
  for await (const batch of batches) for (const row of batch) borders.push(...readRow(row, codes, ctx))

  const outcomes = await saveBorders(ctx.tx, findUnits(borders, codes, ctx))
  const counts = { created: 0, changed: 0, unchanged: 0 }
  for (const outcome of outcomes.values()) counts[outcome] += 1
  if (counts.created + counts.changed > 0)
    await ctx.audit({
      action: 'import.units',
      subject: `file:${ctx.sha256}`,
      details: { fileName: ctx.fileName, ...counts },
    })
  return counts
}

/** The feature's border, or nothing: then its fault has been told. */
function readRow({ row, cells }: Row<Column>, codes: CodeFinder, ctx: ImportContext): Border[] {
  const code = readCode(cells.code)
  const date = cells.date === '' ? null : readDay(cells.date)
  const source = readText(cells.source || ctx.fileName)
  if (!('value' in code)) ctx.reject({ row, field: 'code', ...code })
  else if (date && !('value' in date)) ctx.reject({ row, field: 'date', ...date })
  else if (!('value' in source)) ctx.reject({ row, field: 'source', ...source })
  else if (codes.held(code.value).length === 0)
    ctx.reject({ row, field: 'code', code: 'border.codeUnknown', details: { code: code.value } })
  else if (readArea(cells.geometry) === null) ctx.reject({ row, field: 'geometry', code: 'border.noArea' })
  else
    return [
      { row, code: code.value, geometry: cells.geometry, date: date?.value ?? null, source: source.value },
    ]
  return []
}

function findUnits(borders: readonly Border[], codes: CodeFinder, ctx: ImportContext): BorderDraft[] {
  const undated = borders.filter((border) => border.date === null)
  const together = lastCommonDay(
    undated.map((border) => codes.held(border.code)),
    ctx.today,
  )
  const drafts = new Map<number, BorderDraft & { row: number }>()
  for (const { row, code, date, geometry, source } of borders) {
    const onDate = date ?? together
    const unitId = onDate === null ? undefined : codes.find(code, { startsOn: onDate, endsOn: onDate })
    const first = unitId === undefined ? undefined : drafts.get(unitId)
    const details = { code, day: onDate, held: codes.spans(code) }
    if (onDate === null) ctx.reject({ row, field: 'date', code: 'border.noCommonDay', details })
    else if (unitId === undefined) ctx.reject({ row, field: 'code', code: 'border.codeAbsent', details })
    else if (first) ctx.reject({ row, field: 'code', code: 'border.repeated', details: { first: first.row } })
    else drafts.set(unitId, { row, unitId, onDate, geometry, source })
  }
  return [...drafts.values()]
}
