/** The year after a year, the term after a term of as many years; '' for anything else. */
export function nextPeriod(period: string): string {
  const [first, last] = period.split('-').map(Number)
  if (!first) return ''
  if (last === undefined) return String(first + 1)
  return `${last}-${last + last - first}`
}
