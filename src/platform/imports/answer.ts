import type { Translate } from '#platform/i18n/translate.ts'
import type { FileAnswer, ImportAnswer } from './api.ts'
import type { ImportCounts, Rejection } from './format.ts'
import { MAX_LISTED } from './tally.ts'

/** What became of one file. `isBroken`: nothing of it may be kept, not even its good rows. */
export type FileOutcome = {
  file: string
  format: string
  rows: number
  counts: ImportCounts
  rejectedCount: number
  rejected: readonly Rejection[]
  isBroken: boolean
}

const NOTHING: ImportCounts = { created: 0, changed: 0, unchanged: 0 }
const LONGEST_VALUE = 80

/** The answer to whoever asked for the import, in their language. `isRefused`: nothing was, or would be, written. */
export function answerOf(
  outcomes: readonly FileOutcome[],
  asked: { dryRun: boolean; isRefused: boolean; t: Translate },
): ImportAnswer {
  const files = outcomes.map((outcome) => answerFile(outcome, asked))
  if (files.length === 1) {
    const { file: _, ...single } = files[0]!
    return single
  }
  const total = (count: 'rows' | 'created' | 'changed' | 'unchanged' | 'rejectedCount') =>
    files.reduce((sum, answer) => sum + answer[count], 0)
  return {
    format: files.map(({ format }) => format).join(','),
    dryRun: asked.dryRun,
    rows: total('rows'),
    created: total('created'),
    changed: total('changed'),
    unchanged: total('unchanged'),
    rejectedCount: total('rejectedCount'),
    rejected: files
      .flatMap(({ file, rejected }) => rejected.map((one) => ({ file, ...one })))
      .slice(0, MAX_LISTED),
    files,
  }
}

function answerFile(
  { file, format, rows, counts, rejectedCount, rejected }: FileOutcome,
  { dryRun, isRefused, t }: { dryRun: boolean; isRefused: boolean; t: Translate },
): FileAnswer {
  return {
    file,
    format,
    dryRun,
    rows,
    ...(isRefused ? NOTHING : counts),
    rejectedCount,
    rejected: rejected.map(({ row, field, code, details }) => ({
      row,
      field,
      code,
      message: t(`import.${code}`, shortened(details)),
    })),
  }
}

/** A sentence quotes the beginning of a cell, which may be a page long. */
function shortened(details: Record<string, unknown> = {}): Record<string, unknown> {
  const { value } = details
  if (typeof value !== 'string' || value.length <= LONGEST_VALUE) return details
  return { ...details, value: `${value.slice(0, LONGEST_VALUE).toWellFormed()}…` }
}
