import { dayOf } from '#kernel/day.ts'
import type { PeriodKind } from '#kernel/period.ts'
import { makeException, makeOpening, makeRule } from '#modules/indicators/index.ts'
import { writeAudit } from '#platform/audit/store.ts'
import type { Tx } from '#platform/db/db.ts'
import type { Actor } from '#platform/http/endpoint.ts'
import { BROUGHT_IN, SET_UP } from './days.ts'
import { readJson } from './read.ts'

type MonthDay = { months: number; day: number }
type Cutoffs = {
  basis: string
  frequencies: PeriodKind[]
  closes: MonthDay
  validities: { validFrom: string; validTo: string | null; dueDays: Record<string, number> }[]
  openings: { form: string; unit: string; period: string; dueOn: string }[]
  exceptions: { unit: string; periods: string[]; until: string; reason: string }
}
const given = readJson<Cutoffs>('cutoff.json')

/** The days of the state's reports, a level before the level above it; and what the office asked for as it began. */
export async function setCutoffs(tx: Tx, office: Actor): Promise<void> {
  const rules = given.validities.flatMap(({ dueDays, ...validity }) =>
    Object.entries(dueDays).flatMap(([level, day]) =>
      given.frequencies.map((frequency) => ({
        form: null,
        frequency,
        level: Number(level),
        ...validity,
        dataFrom: { months: -1, day: 15 },
        dataTo: { months: 0, day: 14 },
        due: { months: 0, day },
        closes: given.closes,
        basis: given.basis,
      })),
    ),
  )
  for (const rule of rules)
    await writeAudit(tx, office, SET_UP, (await makeRule(tx, rule, office.name, SET_UP)).entry)
  const doing = { by: office.name, at: SET_UP, today: dayOf(SET_UP) }
  for (const opening of given.openings)
    await writeAudit(tx, office, SET_UP, (await makeOpening(tx, opening, doing)).entry)
}

/** The demo's year stays open for correction, so that everybody can try it. */
export async function keepOpen(tx: Tx, office: Actor): Promise<void> {
  const { periods, ...exception } = given.exceptions
  const doing = { by: office.name, at: BROUGHT_IN, today: dayOf(BROUGHT_IN) }
  for (const period of periods) {
    const { entry } = await makeException(tx, { form: null, period, ...exception }, doing)
    await writeAudit(tx, office, BROUGHT_IN, entry)
  }
}
