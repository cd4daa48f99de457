// Before the network goes: what a person needs at their own units lies on the device, whether they opened it or not.

import type { QueryClient } from '@tanstack/react-query'
import { getSheet, listForms } from '#modules/indicators/api/sheet.ts'
import { periodsWithin } from '#modules/indicators/ui/sheet/rules/period-for.ts'
import type { Me } from '#web/sync/use-me.ts'
import { reading } from '#web/sync/use-read.ts'

/** An officer or a collector has one unit, seldom a few; whoever has many works where there is a network. */
const MOST_UNITS = 3
const MOST_SHEETS = 40

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
  // One after the other: this is for later, and somebody is working now
  for (const sheet of sheets.slice(0, MOST_SHEETS)) await client.fetchQuery(reading(getSheet, sheet, true))
}
