// Keeps the sheet and the outbox of one mind: what an earlier visit left waiting is shown in its cells, and what has
// left the outbox is no longer said to wait.

import type { Item } from '#web/sync/outbox-item.ts'
import type { ReportValue } from '../../../schema.ts'
import { nameOfCell, placesOf } from '../rules/columns.ts'
import type { Changes, Stage } from '../rules/draft.ts'
import { isOf, type ReportInput } from './autosave.ts'
import { type SheetStore, tellDraft } from './sheet-store.ts'

const STAGES = {
  waiting: 'queued',
  sending: 'queued',
  conflict: 'conflict',
  refused: 'refused',
} as const satisfies Record<Item['state'], Stage>

/** @returns whether something has been sent meanwhile, so that the sheet should be read again. */
export function followOutbox(sheet: SheetStore, items: readonly Item[]): boolean {
  const waiting = new Map(
    Map.groupBy(
      items.filter((item) => isOf(item, sheet)),
      unitOf,
    ),
  )
  const left = sheet.rows.map(({ unit }, row) => followRow(sheet, row, waiting.get(unit.code) ?? []))
  return left.some(Boolean)
}

const unitOf = ({ input }: Item) => (input as ReportInput).unit

function followRow(sheet: SheetStore, row: number, items: readonly Item[]): boolean {
  const { stage, entry } = sheet.drafts[row]!
  // Its own answer is on the way
  if (stage === 'sending') return false
  const stuck = items.find(({ state }) => state === 'conflict' || state === 'refused') ?? items[0]
  if (!stuck) {
    if (stage === 'idle') return false
    tellDraft(sheet, row, { type: 'sent', etag: null })
    sheet.topics.tell('said')
    return true
  }
  if (stage !== STAGES[stuck.state] || entry !== stuck.id)
    tellDraft(sheet, row, {
      type: 'recall',
      handed: changesOf(sheet, items),
      stage: STAGES[stuck.state],
      reason: stuck.problem?.detail ?? null,
      entry: stuck.id,
    })
  return false
}

/** What these entries say, by column; the later ones over the earlier. */
function changesOf({ columns }: SheetStore, items: readonly Item[]): Changes {
  const places = placesOf(columns)
  return Object.fromEntries(
    items
      .flatMap(({ input }) => (input as ReportInput).values)
      .flatMap((value) => {
        const col = places.get(nameOfCell(value))
        return col === undefined ? [] : [[col, changeOf(value)]]
      }),
  )
}

const changeOf = ({ value, comment, evidence }: ReportValue) => ({
  value,
  ...(comment !== undefined && { comment }),
  ...(evidence && { evidence }),
})
