import { readSourceValues } from '#modules/indicators/index.ts'
import type { Check } from '#platform/verify.ts'
import { readOutreachValues } from './recording/recount.ts'
import { OUTREACH_SOURCES } from './rules/sources.ts'

type Value = { unitId: number; period: string; value: string }
const keyOf = ({ unitId, period, value }: Value) => `${unitId} ${period} ${value}`

/** Values computed from outreach against the activities themselves. A source that no indicator asks for is passed over. */
const outreach: Check = {
  name: 'outreach',
  async run(db) {
    const counted = await readOutreachValues(db)
    const all = { checked: 0, differences: [] as object[] }
    for (const source of OUTREACH_SOURCES) {
      const held = await readSourceValues(db, source)
      if (held.length === 0) continue
      const fromRecords = counted.get(source) ?? []
      const [asCounted, asHeld] = [new Set(fromRecords.map(keyOf)), new Set(held.map(keyOf))]
      all.checked += held.length
      all.differences.push(
        ...fromRecords
          .filter((value) => !asHeld.has(keyOf(value)))
          .map((value) => ({ ...value, source, held: null })),
        ...held
          .filter((value) => !asCounted.has(keyOf(value)))
          .map((value) => ({ ...value, source, counted: null })),
      )
    }
    return all
  },
}

export const outreachChecks: readonly Check[] = [outreach]
