// The invented country that benches run on: the same one for the same seed, whatever the machine.

import { Readable } from 'node:stream'
import { dayOf } from '#kernel/day.ts'
import type { House } from '#platform/db/house.ts'
import { OPERATOR } from '#platform/http/endpoint.ts'
import { translator } from '#platform/i18n/translate.ts'
import { importFiles } from '#platform/imports/import-files.ts'
import { importFormats } from '../../app.ts'

export const SEED = 126

export type World = { communes: readonly string[]; indicators: readonly string[]; months: readonly string[] }

/** Small numbers that look random and never change: mulberry32. */
export function randomFrom(seed: number): () => number {
  const state = new Uint32Array([seed])
  return () => {
    state[0]! += 0x6d2b79f5
    const a = Math.imul(state[0]! ^ (state[0]! >>> 15), 1 | state[0]!)
    const b = (a + Math.imul(a ^ (a >>> 7), 61 | a)) ^ a
    return ((b ^ (b >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One province, ten districts and their communes; indicators that sum over units and over time. */
export async function makeWorld(house: House, communes: number, indicators: number): Promise<World> {
  const codes = Array.from({ length: communes }, (_, n) => String(10_000 + n))
  const names = Array.from({ length: indicators }, (_, n) => `bench_${n + 1}`)
  const units = [
    'code,name,kind,parent_code,valid_from,valid_to',
    'P,Tỉnh,tỉnh,,,',
    ...Array.from({ length: 10 }, (_, n) => `D${n},Huyện ${n},huyện,P,,`),
    ...codes.map((code, n) => `${code},Xã ${code},xã,D${n % 10},,`),
  ]
  const definitions = [
    'code,name,unit_of_measure,across_units,across_time',
    ...names.map((n) => `${n},${n},ha,sum,sum`),
  ]
  await importText(house, 'units.csv', units)
  await importText(house, 'indicators.csv', definitions)
  const months = Array.from({ length: 12 }, (_, n) => `2024${String(n + 1).padStart(2, '0')}`)
  return { communes: codes, indicators: names, months }
}

/** A long file of values, one row for each commune, month and indicator. */
export function valuesFile({ communes, indicators, months }: World, seed = SEED): string[] {
  const random = randomFrom(seed)
  const rows = months.flatMap((month) =>
    communes.flatMap((code) =>
      indicators.map((name) => `${name},${code},${month},${(random() * 1_000).toFixed(2)}`),
    ),
  )
  return ['indicator,unit_code,period,value', ...rows]
}

export async function importText(house: House, name: string, lines: readonly string[]) {
  const now = new Date()
  const body = Readable.from([Buffer.from(`${lines.join('\n')}\n`)])
  const answer = await importFiles(house, [{ name, body }], {
    formats: importFormats,
    format: undefined,
    dryRun: false,
    keepGood: false,
    actor: OPERATOR,
    now,
    today: dayOf(now),
    t: translator('en'),
  })
  if (answer.rejectedCount > 0) throw new Error(`bench: ${JSON.stringify(answer.rejected.slice(0, 3))}`)
  return answer
}
