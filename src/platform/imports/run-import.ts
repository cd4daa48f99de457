// All that is the same for every import: telling formats apart, permission, the order of files, row numbers, and
// whether anything is kept. What the rows mean is the business of the formats.

import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/db.ts'
import type { Received } from '#platform/files/receive.ts'
import type { Actor, AuditEntry } from '#platform/http/endpoint.ts'
import { AuthProblem } from '#platform/http/problems.ts'
import type { Translate } from '#platform/i18n/translate.ts'
import { answerOf, type FileOutcome } from './answer.ts'
import type { ImportAnswer } from './api.ts'
import type { ImportFormat } from './format.ts'
import { type Plan, planFile } from './plan.ts'
import { runFile } from './run-file.ts'

export type ImportRequest = {
  formats: readonly ImportFormat[]
  files: readonly Received[]
  /** The format of all files; without it each header tells. */
  format: ImportFormat | undefined
  dryRun: boolean
  /** Write the good rows although others are refused. */
  keepGood: boolean
  actor: Actor
  now: Date
  today: Day
  t: Translate
  audit(entry: AuditEntry): Promise<void>
  /** Data rows of a file that were handed over so far. */
  progress?(file: string, rows: number): void
}

/**
 * Runs an import in the caller's transaction. When `keep` is false the caller rolls it back: it was a dry run, it was
 * refused, or it changes nothing.
 *
 * @throws auth.forbidden when the actor may not import one of the formats.
 */
export async function runImport(
  tx: Tx,
  request: ImportRequest,
): Promise<{ answer: ImportAnswer; keep: boolean }> {
  const plans = await Promise.all(
    request.files.map((file) => planFile(file, request.formats, request.format)),
  )
  await refuseUnlessAllowed(tx, plans, request)
  const outcomes = plans.some((plan) => 'rejections' in plan)
    ? plans.map(refusedOutcome)
    : await runInOrder(tx, plans, request)

  const isWhole = outcomes.every(({ rejectedCount }) => rejectedCount === 0)
  const isRefused = !isWhole && (!request.keepGood || outcomes.some(({ isBroken }) => isBroken))
  const hasNews = outcomes.some(({ counts }) => counts.created + counts.changed > 0)
  return {
    answer: answerOf(outcomes, { dryRun: request.dryRun, isRefused, t: request.t }),
    keep: hasNews && !request.dryRun && !isRefused,
  }
}

async function refuseUnlessAllowed(
  tx: Tx,
  plans: readonly Plan[],
  { actor, today }: ImportRequest,
): Promise<void> {
  for (const plan of plans) {
    if ('rejections' in plan) continue
    const { may, at } = plan.format.access
    if (!(await actor.may(tx, may, at, today))) throw AuthProblem.forbidden()
  }
}

const NO_COUNTS = { created: 0, changed: 0, unchanged: 0 }

/** One file that cannot be read stops them all: what it would have brought is missing in the others. */
function refusedOutcome(plan: Plan): FileOutcome {
  const rejected = 'rejections' in plan ? plan.rejections : []
  return {
    file: plan.file.name,
    format: 'format' in plan ? plan.format.name : '',
    rows: 0,
    counts: NO_COUNTS,
    rejectedCount: new Set(rejected.map(({ row }) => row)).size,
    rejected,
    isBroken: true,
  }
}

async function runInOrder(tx: Tx, plans: readonly Plan[], request: ImportRequest): Promise<FileOutcome[]> {
  const outcomes: FileOutcome[] = []
  const readable = plans.filter((plan) => 'format' in plan)
  for (const plan of readable.toSorted((a, b) => a.format.order - b.format.order))
    outcomes.push(await runFile(tx, plan, request))
  return outcomes
}
