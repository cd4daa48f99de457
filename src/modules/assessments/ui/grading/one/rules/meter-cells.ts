/** One place of a quota: taken, free, or taken beyond what may be. */
export type MeterCell = 'used' | 'free' | 'over'

/** Over this many, places are told as a bar and not one by one. */
export const MOST_CELLS = 30

/** The places of a meter from the left: first what is within the quota, then what is over it or still free. */
export function meterCells(used: number, allowed: number): MeterCell[] {
  return Array.from({ length: Math.max(used, allowed) }, (_, n) => {
    if (n >= used) return 'free'
    return n < allowed ? 'used' : 'over'
  })
}
