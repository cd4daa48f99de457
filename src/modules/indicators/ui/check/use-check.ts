import { listTargets } from '#modules/programmes/api/targets.ts'
import { useRead } from '#web/sync/use-read.ts'
import { getSheet, type SheetColumn } from '../../api/sheet.ts'
import { getReportHistory } from '../../api.ts'
import { type CheckLine, linesOf } from './rules/check-lines.ts'

export type CheckKey = { form: string; period: string; unit: string }

/** One report with what it is judged by: its versions, its targets, its own and the other units' past. */
export function useCheck(key: CheckKey) {
  const { form, period, unit } = key
  const sheet = useRead(getSheet, { form, period, unit, limit: 1 })
  const history = useRead(getReportHistory, { form, unit, period })
  const answer = sheet.isPlaceholderData ? undefined : sheet.data
  const indicator = [...new Set(answer?.columns.map((column) => column.indicator))].join(',')
  const targets = useRead(listTargets, { indicator, unit, period }, { enabled: indicator !== '' })
  const row = answer?.rows[0]
  const versions = history.isPlaceholderData ? [] : (history.data?.versions ?? [])
  const sent = versions.filter(({ submittedAt, isImported }) => submittedAt !== null || isImported)
  const before = sent.find(({ version }) => version < (row?.version ?? 0))
  const targetOf = ({ indicator: code, breakdown }: SheetColumn) =>
    breakdown ? null : (targets.data?.targets.find((target) => target.indicator === code)?.value ?? null)
  const lines: CheckLine[] = answer && row ? linesOf(answer.columns, row, before, targetOf) : []
  return { sheet, answer, row, versions, before, lines }
}
