import { arch, cpus, platform, totalmem } from 'node:os'

/** One line of `songma bench` (`design.md` §6): a rate beside a reference of raw SQL in the same run. */
export type BenchResult = {
  work: string
  /** How much was done at once: values, saves, cells read. */
  size: string
  /** Per second. */
  rate: number
  p50Ms: number
  p95Ms: number
  reference: string
  referenceRate: number
  /** rate ÷ referenceRate. */
  ratio: number
  samples: number
}

export const machine = (): string =>
  `${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GB`

/** Runs `work` `times` times and answers how long each took, in milliseconds. */
export async function sample(times: number, work: (n: number) => Promise<void>): Promise<number[]> {
  const durations: number[] = []
  for (let n = 0; n < times; n += 1) {
    const from = performance.now()
    await work(n)
    durations.push(performance.now() - from)
  }
  return durations
}

const at = (sorted: readonly number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!

export const median = (durations: readonly number[]): number =>
  at(
    durations.toSorted((a, b) => a - b),
    0.5,
  )

/** A result from the durations of both sides; `each` is how much one sample did. The rate is that of the median sample. */
export function compare(
  work: string,
  size: string,
  each: number,
  ours: readonly number[],
  reference: string,
  theirs: readonly number[],
): BenchResult {
  const sorted = ours.toSorted((a, b) => a - b)
  const rate = (each * 1_000) / median(ours)
  const referenceRate = (each * 1_000) / median(theirs)
  const round = (x: number) => Number(x.toPrecision(4))
  return {
    work,
    size,
    rate: round(rate),
    p50Ms: round(at(sorted, 0.5)),
    p95Ms: round(at(sorted, 0.95)),
    reference,
    referenceRate: round(referenceRate),
    ratio: round(rate / referenceRate),
    samples: ours.length,
  }
}
