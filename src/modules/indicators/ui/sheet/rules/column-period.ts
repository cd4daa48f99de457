import { parsePeriod } from '#kernel/period.ts'

const ROMAN = ['', 'I', 'II', 'III', 'IV']

/** A period as short as a column is narrow, the same in both languages: `2021`, `IV/2021`, `12/2021`, `1–6/2021`. */
export function columnPeriod(code: string): string {
  const period = parsePeriod(code)
  if (!period) return code
  const year = period.startsOn.slice(0, 4)
  const [first, last] = [Number(period.startsOn.slice(5, 7)), Number(period.endsOn.slice(5, 7))]
  switch (period.kind) {
    case 'year':
      return year
    case 'quarter':
      return `${ROMAN[last / 3]}/${year}`
    case 'month':
      return `${last}/${year}`
    case 'half':
    case 'nine':
      return `${first}–${last}/${year}`
    case 'term':
      return `${year}–${period.endsOn.slice(0, 4)}`
  }
}
