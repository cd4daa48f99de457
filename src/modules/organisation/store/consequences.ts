// What a change of units does to what other modules keep. Each tells of its own; called inside the transaction that has
// made the change, so that what is told is what is read afterwards.

import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/db.ts'
import type { DutiesLeft, ReportLeft, SeriesTold, TargetsLeft } from '../api/unit-changes.ts'
import type { Landing } from '../rules/restate.ts'

/** A unit whose ground or duties go elsewhere on `date`, as it was called the day before. */
export type ChangedUnit = {
  id: number
  code: string
  name: string
  ends: boolean
  /** Where its ground lies in the tree of the date. */
  landing: Landing
}
export type UnitsChanged = {
  date: Day
  today: Day
  old: readonly ChangedUnit[]
  /** Units that ended before, whose ground came to the old ones: their values are restated through them. */
  earlier: readonly Pick<ChangedUnit, 'id' | 'landing'>[]
}

/** Values of an indicator and a period: of units the day before, and of units on the day, in its borders. */
export type Sample = {
  indicator: string
  period: string
  unitOfMeasure: string
  before: Map<number, string | null>
  after: Map<number, string | null>
  /** Whether values of several units may be added up. */
  additive: boolean
}
export type SampleAsked = {
  indicator: string
  period: string
  date: Day
  today: Day
  beforeCodes: readonly string[]
  afterCodes: readonly string[]
}

export type ConsequenceTeller = {
  series?(tx: Tx, changed: UnitsChanged): Promise<SeriesTold[]>
  openReports?(tx: Tx, changed: UnitsChanged): Promise<ReportLeft[]>
  targets?(tx: Tx, changed: UnitsChanged): Promise<TargetsLeft[]>
  duties?(tx: Tx, changed: UnitsChanged): Promise<DutiesLeft[]>
  sample?(tx: Tx, asked: SampleAsked): Promise<Sample>
}

const tellers = new Set<ConsequenceTeller>()

/** For modules that keep something of units; called once, by the application. */
export function registerConsequences(teller: ConsequenceTeller): void {
  tellers.add(teller)
}

/** What all modules tell, one after the other: they share the transaction's one connection. */
export async function tellConsequences(tx: Tx, changed: UnitsChanged) {
  const told = {
    series: [] as SeriesTold[],
    openReports: [] as ReportLeft[],
    targets: [] as TargetsLeft[],
    duties: [] as DutiesLeft[],
  }
  for (const teller of tellers) {
    told.series.push(...((await teller.series?.(tx, changed)) ?? []))
    told.openReports.push(...((await teller.openReports?.(tx, changed)) ?? []))
    told.targets.push(...((await teller.targets?.(tx, changed)) ?? []))
    told.duties.push(...((await teller.duties?.(tx, changed)) ?? []))
  }
  return told
}

export async function takeSample(tx: Tx, asked: SampleAsked): Promise<Sample | null> {
  for (const teller of tellers) if (teller.sample) return teller.sample(tx, asked)
  return null
}
