import { readCode, readDecimal } from '#platform/imports/cells.ts'
import {
  type Batches,
  type ImportContext,
  type ImportCounts,
  importFormat,
  type Row,
} from '#platform/imports/format.ts'
import { parseDimension } from '../rules/breakdown.ts'
import { findCircle, needsOf } from '../rules/definition.ts'
import { isFault, parseFormula } from '../rules/formula.ts'
import { AcrossTime, AcrossUnits, type Indicator } from '../schema.ts'
import { loadIndicators, saveIndicators } from '../store/definitions.ts'

const REQUIRED = ['code', 'name', 'unit_of_measure', 'across_units', 'across_time'] as const
const OPTIONAL = ['formula', 'minimum', 'name_en', 'breakdown'] as const
type Column = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number]
export type IndicatorDraft = Omit<Indicator, 'id' | 'source'>
type Refusal = { field: Column; code: string; details?: Record<string, unknown> }

/** Definitions of indicators (`design.md` §6); an indicator that is there already is changed, by code. */
export const indicatorsFormat = importFormat<(typeof REQUIRED)[number], (typeof OPTIONAL)[number]>({
  name: 'indicators',
  reads: 'table',
  required: REQUIRED,
  optional: OPTIONAL,
  numbers: ['minimum'],
  order: 20,
  access: { may: 'import.indicators', at: 'everywhere' },
  run,
})

const LONGEST_FORMULA = 2_000

async function run(ctx: ImportContext, batches: Batches<Column>): Promise<ImportCounts> {
  const existing = await loadIndicators(ctx.tx)
  const drafts = new Map<string, { row: number; draft: IndicatorDraft }>()
  for await (const batch of batches)
    for (const { row, cells } of batch) {
      const read = readRow(cells)
      const first = drafts.get(cells.code)
      if ('field' in read) ctx.reject({ row, ...read })
      else if (first)
        ctx.reject({
          row,
          field: 'code',
          code: 'indicators.repeated',
          details: { code: cells.code, first: first.row },
        })
      else drafts.set(cells.code, { row, draft: read })
    }
  const known = new Map<string, IndicatorDraft>([
    ...existing,
    ...[...drafts].map(([code, d]) => [code, d.draft] as const),
  ])
  for (const [code, { row, draft }] of drafts) {
    const refusal = checkNeeds(draft, known) ?? checkUse(draft, existing.get(code))
    if (!refusal) continue
    ctx.reject({ row, ...refusal })
    drafts.delete(code)
  }
  const counts = { created: 0, changed: 0, unchanged: 0 }
  const written = [...drafts.values()].flatMap(({ draft }) => {
    const before = existing.get(draft.code)
    const outcome = !before ? 'created' : isSame(before, draft) ? 'unchanged' : 'changed'
    counts[outcome] += 1
    return outcome === 'unchanged' ? [] : [draft]
  })
  if (written.length > 0) {
    await saveIndicators(ctx.tx, written)
    await ctx.audit({
      action: 'import.indicators',
      subject: `file:${ctx.sha256}`,
      details: { fileName: ctx.fileName, ...counts },
    })
  }
  return counts
}

function readRow(cells: Row<Column>['cells']): IndicatorDraft | Refusal {
  const code = readCode(cells.code)
  if ('code' in code) return { field: 'code', ...code }
  for (const field of ['name', 'unit_of_measure'] as const)
    if (cells[field] === '') return { field, code: 'cell.empty' }

  const [acrossUnits, weight] = (cells.across_units || (cells.formula && 'none')).split(':', 2)
  if (!AcrossUnits.safeParse(acrossUnits).success || (acrossUnits === 'weighted') !== Boolean(weight))
    return {
      field: 'across_units',
      code: 'cell.choice',
      details: { value: cells.across_units, allowed: 'sum, mean, weighted:<indicator>, none' },
    }
  const acrossTime = AcrossTime.safeParse(cells.across_time || (cells.formula && 'none'))
  if (!acrossTime.success)
    return {
      field: 'across_time',
      code: 'cell.choice',
      details: { value: cells.across_time, allowed: AcrossTime.options.join(', ') },
    }

  const formula = cells.formula === '' ? null : parseFormula(cells.formula.slice(0, LONGEST_FORMULA + 1))
  if (cells.formula.length > LONGEST_FORMULA)
    return { field: 'formula', code: 'indicators.formulaLong', details: { longest: LONGEST_FORMULA } }
  if (formula && isFault(formula))
    return {
      field: 'formula',
      code: 'indicators.formula',
      details: { at: formula.at + 1, found: formula.found },
    }
  const minimum = cells.minimum === '' ? null : readDecimal(cells.minimum)
  if (minimum && 'code' in minimum)
    return { field: 'minimum', code: minimum.code, ...(minimum.details && { details: minimum.details }) }
  const dimension = parseDimension(cells.breakdown)
  if (dimension && !/^[a-z_][a-z0-9_-]*$/i.test(dimension.name))
    return { field: 'breakdown', code: 'indicators.breakdown', details: { value: cells.breakdown } }
  return {
    code: cells.code,
    name: cells.name,
    nameEn: cells.name_en || null,
    unitOfMeasure: cells.unit_of_measure,
    acrossUnits: acrossUnits as AcrossUnits,
    weight: weight ?? null,
    acrossTime: acrossTime.data,
    formula: cells.formula || null,
    minimum: minimum?.value ?? null,
    breakdown: cells.breakdown || null,
  }
}

/** What it is computed from must be there, and must not lead back to it. */
function checkNeeds(draft: IndicatorDraft, known: ReadonlyMap<string, IndicatorDraft>): Refusal | null {
  const field = draft.formula ? 'formula' : 'across_units'
  const absent = needsOf(draft).filter((code) => !known.has(code))
  if (absent.length > 0) return { field, code: 'indicators.needs', details: { codes: absent.join(', ') } }
  const circle = findCircle(draft.code, known)
  return circle && { field, code: 'indicators.circle', details: { circle: circle.join(' → ') } }
}

/** An indicator that is computed from records stays so. */
const checkUse = (draft: IndicatorDraft, before: Indicator | undefined): Refusal | null =>
  before?.source ? { field: 'code', code: 'indicators.source', details: { code: draft.code } } : null

const isSame = (before: IndicatorDraft, after: IndicatorDraft): boolean =>
  (Object.keys(after) as (keyof IndicatorDraft)[]).every((key) => before[key] === after[key])
