import { createHash } from 'node:crypto'
import {
  type Batches,
  type ImportContext,
  type ImportCounts,
  importFormat,
} from '#platform/imports/format.ts'
import { checkScheme } from '../rules/check-scheme.ts'
import { readJson } from '../rules/read-json.ts'
import { Scheme } from '../schema.ts'
import { loadNewestSchemes, writeScheme } from '../store/schemes.ts'

/** A scheme as one JSON document. It is in force at once; another text under the same code is its next version. */
export const schemeFormat = importFormat<'json', never>({
  name: 'scheme',
  reads: 'json',
  required: ['json'],
  optional: [],
  numbers: [],
  order: 70,
  access: { may: 'import.scheme', at: 'everywhere' },
  run,
})

async function run(ctx: ImportContext, batches: Batches<'json'>): Promise<ImportCounts> {
  const counts = { created: 0, changed: 0, unchanged: 0 }
  for await (const batch of batches)
    for (const { row, cells } of batch) {
      const scheme = readScheme(cells.json, (field, code, details) =>
        ctx.reject({ row, field, code, ...details }),
      )
      if (scheme) counts[await keep(ctx, scheme)] += 1
    }
  return counts
}

type Tell = (field: string, code: string, details?: { details: Record<string, unknown> }) => void

/** Null: refused, and said why. */
function readScheme(text: string, tell: Tell): Scheme | null {
  const document = parse(text)
  if (document === null) {
    tell('', 'scheme.notJson')
    return null
  }
  const read = Scheme.safeParse(document)
  if (!read.success) {
    for (const issue of read.error.issues.slice(0, 20))
      tell(issue.path.join('.'), 'scheme.form', { details: { at: issue.path.join('.') || '–' } })
    return null
  }
  const faults = checkScheme(read.data)
  for (const { at, code, details } of faults) tell(at, `scheme.${code}`, { details: { at, ...details } })
  return faults.length === 0 ? read.data : null
}

function parse(text: string): unknown {
  try {
    return readJson(text)
  } catch {
    return null
  }
}

async function keep(ctx: ImportContext, scheme: Scheme): Promise<keyof ImportCounts> {
  const definition = JSON.stringify(scheme)
  const sha256 = createHash('sha256').update(definition).digest('hex')
  const before = (await loadNewestSchemes(ctx.tx)).get(scheme.code)
  if (before?.sha256 === sha256) return 'unchanged'
  const version = (before?.version ?? 0) + 1
  const { name: by } = ctx.actor
  await writeScheme(ctx.tx, scheme, { version, definition, sha256, by, at: ctx.now })
  await ctx.audit({
    action: 'import.scheme',
    subject: `scheme:${scheme.code}`,
    details: { version, sha256, fileName: ctx.fileName, file: ctx.sha256 },
  })
  return before ? 'changed' : 'created'
}
