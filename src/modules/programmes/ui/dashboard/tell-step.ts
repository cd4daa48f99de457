import { parsePeriod } from '#kernel/period.ts'
import type { Words } from '#web/kit/words.tsx'

/** A period as short as it gets, under a chart: `T3`, `Q2`, `2021`. */
export function tellStep(t: Words['t'], code: string): string {
  const period = parsePeriod(code)
  const number = code.slice(4).replace(/^[A-Z]?0?/, '')
  if (period?.kind === 'month') return t('app.dashboard.step.month', { number })
  if (period?.kind === 'quarter') return t('app.dashboard.step.quarter', { number })
  return code
}
