import { memo } from 'react'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { Stage } from '../rules/draft.ts'
import { remember, rowTopic, type SheetStore } from '../store/sheet-store.ts'
import { useSnap } from './use-snap.ts'

export type RowSnap = {
  stage: Stage
  state: SheetStore['rows'][number]['state']
  returned: number
  isCurrent: boolean
  version: number
}

export const rowSnap = (sheet: SheetStore, row: number): RowSnap =>
  remember(sheet, rowTopic(row), () => {
    const { state, cells, version } = sheet.rows[row]!
    return {
      stage: sheet.drafts[row]!.stage,
      state,
      version,
      returned: cells.filter((cell) => cell?.returned !== undefined).length,
      isCurrent: sheet.selected.at.row === row,
    }
  })

/** The state of a row's report: that of the server, unless something of it is stuck or only here. */
export const RowState = memo(function RowState({ sheet, row }: { sheet: SheetStore; row: number }) {
  const { t } = useWords()
  const { stage, state, returned } = useSnap(sheet, rowTopic(row), () => rowSnap(sheet, row))
  if (stage === 'conflict') return <StateMark state="look" word={t('app.sheet.rowConflict')} />
  if (stage === 'refused') return <StateMark state="returned" word={t('app.sheet.rowRefused')} />
  if (returned > 0 && (state === 'returned' || state === 'draft'))
    return <StateMark state="returned" word={t('app.sheet.returnedCells', { count: returned })} />
  return <StateMark state={state ?? 'missing'} />
})
