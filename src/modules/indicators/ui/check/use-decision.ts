import { useState } from 'react'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { getBoard } from '../../api/board.ts'
import { getSheet } from '../../api/sheet.ts'
import { approveReport, getReport, getReportHistory, returnReport } from '../../api.ts'
import { type Opinions, type Verdict, verdictOf } from './rules/decide.ts'
import type { useCheck } from './use-check.ts'

type Asking = {
  check: ReturnType<typeof useCheck>
  opinions: Opinions
  key: { form: string; unit: string; period: string }
  /** The report in words. */
  what: string
  onDone(words: string): void
}

/** `whole`: all of it goes back for one reason. */
export type Asked = 'approve' | 'return' | 'whole'
export type Decision = ReturnType<typeof useDecision>

const REFRESHES = [getSheet, getReport, getReportHistory, getBoard]

/** Approving and returning: asked for once more, then done under the tag that was looked at. */
export function useDecision({ check: { row, lines }, opinions, key, what, onDone }: Asking) {
  const { t } = useWords()
  const [asked, setAsked] = useState<Asked | null>(null)
  const approve = useWrite(approveReport, { refreshes: REFRESHES })
  const giveBack = useWrite(returnReport, { refreshes: REFRESHES })
  const verdict: Verdict = verdictOf(
    opinions,
    lines.map(({ name }) => name),
  )
  const mayApprove = row?.may.includes('approve') ?? false
  const mayReturn = row?.may.includes('return') ?? false
  const sending = { ifMatch: row?.etag ?? undefined }
  const finish = (sent: unknown, words: string) => {
    if (!sent) return
    setAsked(null)
    onDone(words)
  }
  const cells = verdict.returned.flatMap(({ name, reason }) => {
    const column = lines.find((line) => line.name === name)?.column
    if (!column) return []
    const { indicator, breakdown } = column
    return [{ indicator, ...(breakdown && { breakdown }), reason }]
  })
  return {
    what,
    verdict,
    asked,
    mayApprove,
    mayReturn,
    isBusy: approve.isBusy || giveBack.isBusy,
    problem: approve.problem ?? giveBack.problem,
    /** By the keys: whichever the foot shows. */
    ask() {
      if (row?.state !== 'submitted') return
      if (verdict.next === 'approve' && mayApprove) setAsked('approve')
      if (verdict.next === 'return' && mayReturn) setAsked('return')
    },
    open: setAsked,
    close() {
      approve.reset()
      giveBack.reset()
      setAsked(null)
    },
    async run(reason: string) {
      if (asked === 'approve') finish(await approve.run(key, sending), t('app.check.approved', { what }))
      if (asked === 'return')
        finish(
          await giveBack.run({ ...key, cells }, sending),
          t('app.check.returned', { what, count: cells.length }),
        )
      if (asked === 'whole')
        finish(await giveBack.run({ ...key, reason }, sending), t('app.check.returnedWhole', { what }))
    },
  }
}
