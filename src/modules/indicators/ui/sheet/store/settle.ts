// A conflict, settled by a person: somebody else wrote a report while this person did.

import { drop, insist, outboxNow } from '#web/sync/outbox.ts'
import type { Report } from '../../../schema.ts'
import { nameOfCell } from '../rules/columns.ts'
import type { ReportInput } from './autosave.ts'
import { type SheetStore, tellDraft } from './sheet-store.ts'

/** One cell that both may have written. */
export type Clash = { col: number; mine: string | null; theirs: string | null }

/** What this person said of a report in conflict, beside what the server has now. */
export function clashesOf(sheet: SheetStore, row: number, theirs: Report): Clash[] {
  const values = new Map(theirs.values.map((value) => [nameOfCell(value), value.value]))
  return Object.entries(sheet.drafts[row]?.handed ?? {}).map(([col, { value = null }]) => ({
    col: Number(col),
    mine: value,
    theirs: values.get(nameOfCell(sheet.columns[Number(col)]!)) ?? null,
  }))
}

/** Writes the cells whose own value the person keeps onto what is there now; the others stay as they are there. */
export async function settle(
  sheet: SheetStore,
  row: number,
  kept: readonly number[],
  etag: string | null,
): Promise<void> {
  const { entry, handed } = sheet.drafts[row]!
  const item = outboxNow().items.find(({ id }) => id === entry)
  if (!item || kept.length === 0) {
    if (entry) await drop(entry)
    tellDraft(sheet, row, { type: 'settle', etag, keep: {} })
    return
  }
  const names = new Set(kept.map((col) => nameOfCell(sheet.columns[col]!)))
  const said = item.input as ReportInput
  const input = { ...said, values: said.values.filter((value) => names.has(nameOfCell(value))) }
  const left = Object.fromEntries(kept.map((col) => [col, handed[col] ?? {}]))
  tellDraft(sheet, row, { type: 'recall', handed: left, stage: 'queued', reason: null, entry: item.id })
  await insist(item.id, etag, input)
}
