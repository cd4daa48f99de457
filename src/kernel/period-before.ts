import { type Period, parsePeriod } from './period.ts'

const MONTHS = { month: 1, quarter: 3, half: 6, nine: 12, year: 12 } as const

/**
 * The code of the period of the same kind before this one; of nine months the same nine a year before, of a term
 * the term of the same length that ends the year before it begins. Null before the year 1.
 */
export function periodBefore({ code, kind, startsOn, endsOn }: Period): string | null {
  const year = Number(startsOn.slice(0, 4))
  if (kind === 'term') {
    const length = Number(endsOn.slice(0, 4)) - year
    return checked(`${pad(year - 1 - length)}-${pad(year - 1)}`)
  }
  const month = Number(startsOn.slice(5, 7)) - 1 - MONTHS[kind]
  const before = pad(month < 0 ? year - 1 : year)
  const start = (month + 12) % 12
  const tail = {
    month: String(start + 1).padStart(2, '0'),
    quarter: `Q${start / 3 + 1}`,
    half: `H${start / 6 + 1}`,
    nine: code.slice(4),
    year: '',
  }[kind]
  return checked(before + tail)
}

const pad = (year: number): string => String(year).padStart(4, '0')
const checked = (code: string): string | null => (parsePeriod(code) ? code : null)
