import { parsePeriod } from '#kernel/period.ts'
import type { Words } from './words.tsx'

/** `2021Q3` as `Quý III năm 2021`, short `Quý III`. What is no period is told as it stands. */
export function tellPeriod(t: Words['t'], code: string, length: 'long' | 'short' = 'long'): string {
  const period = parsePeriod(code)
  if (!period) return code
  const year = period.startsOn.slice(0, 4)
  const part = code.replace(/^\d{4}[A-Z]?/, '')
  const number =
    period.kind === 'month' ? String(Number(part)) : period.kind === 'quarter' ? ROMAN[Number(part)]! : part
  return t(`app.period.${period.kind}.${length}`, { year, number, last: period.endsOn.slice(0, 4) })
}

const ROMAN = ['', 'I', 'II', 'III', 'IV']
