// A format that is no table with a header: its file is read as a whole and means something else in every cell. It is
// asked for by name; what is written and answered is the same as for all imports.

import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/db.ts'
import type { Whole } from '#platform/files/receive.ts'
import type { Actor, AuditEntry } from '#platform/http/endpoint.ts'
import type { Lang, Translate } from '#platform/i18n/translate.ts'
import type { ImportAnswer } from './api.ts'

export type WholeRequest = {
  file: Whole
  dryRun: boolean
  /** Write what is good although other parts are refused. */
  keepGood: boolean
  /** Submit what is saved. */
  submit: boolean
  /** What becomes of cells that somebody else has changed since the file was given out. */
  conflicts: 'refuse' | 'keep' | 'replace'
  actor: Actor
  now: Date
  today: Day
  lang: Lang
  t: Translate
  audit(entry: AuditEntry): Promise<void>
}

export type WholeFormat = {
  name: string
  /**
   * Writes through `tx`; when `keep` is false the caller rolls it back: a dry run, a refused file, nothing new.
   *
   * @throws auth.forbidden when the actor may not bring in such a file anywhere.
   */
  run(tx: Tx, request: WholeRequest): Promise<{ answer: ImportAnswer; keep: boolean }>
}
