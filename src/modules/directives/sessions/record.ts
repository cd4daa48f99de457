// Recording sessions: one, or a sheet of many. What hangs on them (the steps of duties, the indicators that count
// them) follows in the same transaction.

import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/db.ts'
import { markFilesUsed } from '#platform/files/kept/store.ts'
import type { Fault } from '#platform/http/problem.ts'
import type { SheetRow } from '../api/sessions.ts'
import { settleSteps } from '../duties/steps.ts'
import { findStudied, insertSessions, type NewSession, type Studied } from '../store/sessions.ts'
import { type Judged, judgeRows } from './judge-rows.ts'
import { SessionProblem } from './problems.ts'
import { syncStudied } from './sources.ts'

export type Recording = {
  by: string
  at: Date
  today: Day
  mayAt(unitId: number): Promise<boolean>
}
export type Recorded = NewSession & { id: number }
export type SheetRecorded = {
  directive: Studied
  recorded: Recorded[]
  refused: { row: number; faults: Fault[] }[]
}

/** @throws studySession.directiveNotFound */
export async function getStudied(tx: Tx, directiveId: number): Promise<Studied> {
  const directive = await findStudied(tx, directiveId)
  if (!directive) throw SessionProblem.directiveNotFound()
  return directive
}

/**
 * Records what can stand of a sheet, unless some row is refused and `keepGood` is not asked for.
 * @throws studySession.directiveNotFound, studySession.rowsRefused with a fault for each wrong member (`rows.3.unit`)
 */
export async function recordSheet(
  tx: Tx,
  asked: { directiveId: number; rows: readonly SheetRow[]; keepGood: boolean },
  recording: Recording,
): Promise<SheetRecorded> {
  const directive = await getStudied(tx, asked.directiveId)
  const judged = await judgeRows(tx, asked.rows, { directive, ...recording })
  const refused = judged.filter((one): one is Extract<Judged, { faults: Fault[] }> => 'faults' in one)
  if (refused.length > 0 && !asked.keepGood)
    throw SessionProblem.rowsRefused(
      { count: String(refused.length) },
      refused.flatMap(({ row, faults }) => faults.map((f) => ({ ...f, path: `rows.${row}.${f.path}` }))),
    )
  const good = judged.flatMap((one) => ('session' in one ? [one.session] : []))
  return { directive, recorded: await write(tx, directive, good, recording), refused }
}

/**
 * Records one session, and answers with its id.
 * @throws studySession.directiveNotFound, studySession.recorded, studySession.refused with a fault for each member
 */
export async function recordOne(
  tx: Tx,
  { directiveId, ...row }: SheetRow & { directiveId: number },
  recording: Recording,
): Promise<{ directive: Studied; recorded: Recorded }> {
  const directive = await getStudied(tx, directiveId)
  const [judged] = await judgeRows(tx, [row], { directive, ...recording })
  if (!judged || 'faults' in judged) {
    const faults = judged?.faults ?? []
    if (faults.some(({ code }) => code === 'studySession.recorded')) throw SessionProblem.recorded()
    throw SessionProblem.refused({}, faults)
  }
  const [recorded] = await write(tx, directive, [judged.session], recording)
  return { directive, recorded: recorded! }
}

async function write(
  tx: Tx,
  directive: Studied,
  sessions: readonly NewSession[],
  { by, at }: Recording,
): Promise<Recorded[]> {
  if (sessions.length === 0) return []
  const ids = await insertSessions(tx, directive.id, sessions, { by, at })
  await markFilesUsed(
    tx,
    sessions.flatMap(({ files }) => files),
    at,
  )
  await follow(tx, directive.id, sessions)
  return sessions.map((session, n) => ({ ...session, id: ids[n]! }))
}

/** Brings what counts sessions up to these: places where one was added, moved or taken away. */
export async function follow(
  tx: Tx,
  directiveId: number,
  places: readonly { unitId: number; heldOn: Day }[],
): Promise<void> {
  await settleSteps(tx, directiveId, [...new Set(places.map(({ unitId }) => unitId))])
  await syncStudied(tx, places)
}
