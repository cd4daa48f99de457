import { createHash } from 'node:crypto'
import {
  type Batches,
  type ImportContext,
  type ImportCounts,
  importFormat,
} from '#platform/imports/format.ts'
import { checkGradeRules } from '../rules/check-grade-rules.ts'
import { GradeRules } from '../rules/grade-rules.ts'
import { findRules, writeRules } from '../store/grade-rules.ts'

/** Rules of grading as one JSON document, in force at once; another text under the same code is its next version. */
export const gradeRulesFormat = importFormat<'json', never>({
  name: 'grade-rules',
  reads: 'json',
  required: ['json'],
  optional: [],
  numbers: [],
  order: 72,
  access: { may: 'import.scheme', at: 'everywhere' },
  run,
})

async function run(ctx: ImportContext, batches: Batches<'json'>): Promise<ImportCounts> {
  const counts = { created: 0, changed: 0, unchanged: 0 }
  for await (const batch of batches)
    for (const { row, cells } of batch) {
      const rules = readRules(cells.json, (field, code, details = {}) =>
        ctx.reject({ row, field, code: `grade-rules.${code}`, details: { at: field || '–', ...details } }),
      )
      if (rules) counts[await keep(ctx, rules)] += 1
    }
  return counts
}

type Tell = (field: string, code: string, details?: Record<string, unknown>) => void

/** Null: refused, and said why. */
function readRules(text: string, tell: Tell): GradeRules | null {
  const document = parse(text)
  if (document === null) {
    tell('', 'notJson')
    return null
  }
  const read = GradeRules.safeParse(document)
  if (!read.success) {
    for (const { path } of read.error.issues.slice(0, 20)) tell(path.join('.'), 'form')
    return null
  }
  const faults = checkGradeRules(read.data)
  for (const { at, code, details } of faults) tell(at, code, details)
  return faults.length === 0 ? read.data : null
}

/** Counts of months, years and people; all other numbers are amounts, kept as they were written. */
const WHOLE = new Set(['below', 'allow', 'opinionFromMonths', 'shortServiceMonths', 'retentionYears'])
type Source = { source?: string }

function parse(text: string): unknown {
  const keep = (key: string, value: unknown, { source }: Source): unknown =>
    typeof value === 'number' && !WHOLE.has(key) ? source : value
  try {
    return JSON.parse(text, keep as (key: string, value: unknown) => unknown)
  } catch {
    return null
  }
}

async function keep(ctx: ImportContext, rules: GradeRules): Promise<keyof ImportCounts> {
  const definition = JSON.stringify(rules)
  const sha256 = createHash('sha256').update(definition).digest('hex')
  const before = await findRules(ctx.tx, rules.code)
  if (before?.sha256 === sha256) return 'unchanged'
  const version = (before?.version ?? 0) + 1
  await writeRules(ctx.tx, rules, { version, definition, sha256, by: ctx.actor.name, at: ctx.now })
  await ctx.audit({
    action: 'import.scheme',
    subject: `gradeRules:${rules.code}`,
    details: { version, sha256, fileName: ctx.fileName, file: ctx.sha256 },
  })
  return before ? 'changed' : 'created'
}
