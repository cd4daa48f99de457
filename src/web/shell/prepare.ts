// Before the network goes: what a person needs at their own units lies on the device, whether they opened it or not.

import type { QueryClient } from '@tanstack/react-query'
import type { Day } from '#kernel/day.ts'
import { parsePeriod } from '#kernel/period.ts'
import { getSheet, listForms } from '#modules/indicators/api/sheet.ts'
import { periodsWithin } from '#modules/indicators/ui/sheet/rules/period-for.ts'
import { listUnits } from '#modules/organisation/api.ts'
import type { Me } from '#web/sync/use-me.ts'
import { reading } from '#web/sync/use-read.ts'

/** An officer or a collector has one unit, seldom a few; whoever has many works where there is a network. */
const MOST_UNITS = 3
const MOST_SHEETS = 40
const MOST_NAMES = 1_000

/** Reads and keeps the forms of a year at the units that this person reports for. What fails is tried at the next start. */
export async function prepareForNoNetwork(
  client: QueryClient,
  { permissions }: Me,
  year: string,
): Promise<void> {
  const held = permissions.find(({ permission }) => permission === 'report.save')?.units
  if (!Array.isArray(held) || held.length > MOST_UNITS || !navigator.onLine) return
  const { data } = await client.fetchQuery(reading(listForms, {}, true))
  const sheets = held.flatMap((under) =>
    data.forms.flatMap(({ code, frequency }) =>
      periodsWithin(frequency, year).map((period) => ({ form: code, period, under, limit: 200 })),
    ),
  )
  await prepareNames(
    client,
    sheets.map(({ period }) => parsePeriod(period)!.endsOn),
  )
  // One after the other: this is for later, and somebody is working now
  for (const sheet of sheets.slice(0, MOST_SHEETS)) await client.fetchQuery(reading(getSheet, sheet, true))
}

/** What units are called on the last days of periods; a whole country is too much to keep for each of them. */
async function prepareNames(client: QueryClient, days: readonly Day[]): Promise<void> {
  const [first, ...rest] = new Set(days)
  if (!first) return
  const { data } = await client.fetchQuery(reading(listUnits, { on: first }, true))
  if (data.units.length > MOST_NAMES) return
  for (const on of rest) await client.fetchQuery(reading(listUnits, { on }, true))
}
