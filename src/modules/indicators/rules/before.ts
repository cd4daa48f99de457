import type { Period } from '#kernel/period.ts'

const NEXT_IN_YEAR = { half: 2, quarter: 4, month: 12 } as const

/**
 * Codes of the `count` periods of the same kind right before this one, the nearest first: `2021Q1` has `2020Q4`,
 * `2020Q3`. The one before a nine-month period is the year before's; a term has none.
 */
export function periodsBefore({ code, kind }: Pick<Period, 'code' | 'kind'>, count: number): string[] {
  if (kind === 'term') return []
  const year = Number(code.slice(0, 4))
  return Array.from({ length: count }, (_, n) => {
    if (kind === 'year' || kind === 'nine') return `${pad(year - n - 1, 4)}${code.slice(4)}`
    const perYear = NEXT_IN_YEAR[kind]
    const mark = kind === 'half' ? 'H' : kind === 'quarter' ? 'Q' : ''
    const index = year * perYear + Number(code.slice(4 + mark.length)) - 1 - (n + 1)
    return `${pad(Math.floor(index / perYear), 4)}${mark}${pad((index % perYear) + 1, mark === '' ? 2 : 1)}`
  })
}

const pad = (n: number, digits: number): string => String(n).padStart(digits, '0')
