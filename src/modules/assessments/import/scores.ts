import { parsePeriod } from '#kernel/period.ts'
import { loadCodes } from '#modules/organisation/index.ts'
import {
  type Batches,
  type ImportContext,
  type ImportCounts,
  importFormat,
} from '#platform/imports/format.ts'
import { readAdjustment } from '../rules/adjustment.ts'
import { readInput } from '../rules/inputs.ts'
import { readJson } from '../rules/read-json.ts'
import { ADJUSTMENT, type Rule, Stage } from '../schema.ts'
import { say } from '../store/said.ts'
import { loadNewestSchemes } from '../store/schemes.ts'
import { compareSaid, type Said } from '../store/scores.ts'

type Column = 'scheme' | 'period' | 'unit_code' | 'criterion' | 'stage' | 'input' | 'reason'
type Refusal = { field: Column; code: string; details?: Record<string, unknown> }

/** What was said of criteria, stage by stage. Said again it is a new score; what was said before is kept. */
export const scoresFormat = importFormat<Exclude<Column, 'reason'>, 'reason'>({
  name: 'scores',
  reads: 'table',
  required: ['scheme', 'period', 'unit_code', 'criterion', 'stage', 'input'],
  optional: ['reason'],
  numbers: [],
  order: 80,
  access: { may: 'import.scores', at: 'somewhere' },
  run,
})

async function run(ctx: ImportContext, batches: Batches<Column>): Promise<ImportCounts> {
  const read = await reader(ctx)
  const seen = new Map<string, number>()
  const counts = { created: 0, changed: 0, unchanged: 0 }
  for await (const batch of batches) {
    const said: Said[] = []
    for (const { row, cells } of batch) {
      const one = await read(cells)
      const key =
        'field' in one ? '' : `${one.scheme} ${one.period} ${one.unitId} ${one.criterion} ${one.stage}`
      const first = seen.get(key)
      if ('field' in one) ctx.reject({ row, ...one })
      else if (first) ctx.reject({ row, field: 'criterion', code: 'scores.repeated', details: { first } })
      else {
        seen.set(key, row)
        said.push(one)
      }
    }
    const states = await compareSaid(ctx.tx, said)
    const news = said.filter((_, n) => states[n] !== 'same')
    await say(ctx.tx, news, {
      by: ctx.actor.name,
      byId: null,
      for: null,
      at: ctx.now,
    })
    counts.created += states.filter((state) => state === 'new').length
    counts.changed += states.filter((state) => state === 'changed').length
    counts.unchanged += said.length - news.length
  }
  if (counts.created + counts.changed > 0)
    await ctx.audit({
      action: 'import.scores',
      subject: `file:${ctx.sha256}`,
      details: { fileName: ctx.fileName, ...counts },
    })
  return counts
}

/** Judges rows against the schemes and units there are; what is the same in row after row is asked once. */
async function reader(ctx: ImportContext) {
  const schemes = await loadNewestSchemes(ctx.tx)
  const ruleOf = new Map<string, Rule>(
    [...schemes].flatMap(([scheme, { definition }]) =>
      definition.areas.flatMap(({ criteria }) =>
        criteria.map(({ code, rule }) => [`${scheme} ${code}`, rule] as const),
      ),
    ),
  )
  const codes = await loadCodes(ctx.tx)
  const mayAt = new Map<number, boolean>()
  const mayScore = async (unit: number) => {
    const known = mayAt.get(unit)
    if (known !== undefined) return known
    const may = await ctx.actor.may(ctx.tx, 'import.scores', { unit }, ctx.today)
    mayAt.set(unit, may)
    return may
  }

  return async (cells: Readonly<Record<Column, string>>): Promise<Refusal | Said> => {
    const { scheme, criterion, unit_code: code } = cells
    if (!schemes.has(scheme)) return { field: 'scheme', code: 'scores.schemeUnknown', details: { scheme } }
    const period = parsePeriod(cells.period)
    if (!period) return { field: 'period', code: 'values.period', details: { value: cells.period } }
    const unitId = codes.find(code, period)
    if (unitId === undefined || !(await mayScore(unitId)))
      return unitRefusal(code, period.code, unitId === undefined, codes.spans(code))
    const rule = ruleOf.get(`${scheme} ${criterion}`)
    if (!rule && criterion !== ADJUSTMENT)
      return { field: 'criterion', code: 'scores.criterionUnknown', details: { scheme, criterion } }
    const stage = Stage.safeParse(cells.stage)
    if (!stage.success)
      return {
        field: 'stage',
        code: 'cell.choice',
        details: { value: cells.stage, allowed: Stage.options.join(', ') },
      }
    // Who explains need not claim anything
    const isWordAlone = stage.data === 'explained' && /^(\{\s*\})?$/.test(cells.input)
    const input = isWordAlone ? '{}' : readCell(cells.input, rule)
    if (input === null)
      return { field: 'input', code: 'scores.input', details: { criterion, type: rule?.type ?? 'adjust' } }
    return { scheme, period: period.code, unitId, criterion, stage: stage.data, input, reason: cells.reason }
  }
}

function unitRefusal(code: string, period: string, isUnknown: boolean, held: string | undefined): Refusal {
  if (!isUnknown) return { field: 'unit_code', code: 'values.unitOutside', details: { code } }
  return held === undefined
    ? { field: 'unit_code', code: 'values.unitUnknown', details: { code } }
    : { field: 'unit_code', code: 'values.unitNotThen', details: { code, period, held } }
}

/** The input with its numbers as text, where it fits the rule; null where it does not. */
function readCell(text: string, rule: Rule | undefined): string | null {
  try {
    const input = readJson(text)
    const fits = rule ? readInput(rule, input) : readAdjustment(input)
    return fits === null ? null : JSON.stringify(input)
  } catch {
    return null
  }
}
