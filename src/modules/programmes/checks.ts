import { readSourceValues } from '#modules/indicators/index.ts'
import type { Check } from '#platform/verify.ts'
import { BREAKTHROUGHS, countBreakthroughs } from './breakthroughs.ts'
import { countTargets, listCrookedTargets } from './store/targets.ts'

/** Values computed from programmes against the programmes themselves. */
const sources: Check = {
  name: 'sources',
  async run(db) {
    const counted = await countBreakthroughs(db)
    const held = await readSourceValues(db, BREAKTHROUGHS)
    const key = (v: { unitId: number; period: string; value: string }) => `${v.unitId} ${v.period} ${v.value}`
    const [fromRecords, asHeld] = [new Set(counted.map(key)), new Set(held.map(key))]
    const differences = [
      ...counted
        .filter((v) => held.length > 0 && !asHeld.has(key(v)))
        .map((v) => ({ ...v, source: BREAKTHROUGHS, held: null })),
      ...held
        .filter((v) => !fromRecords.has(key(v)))
        .map((v) => ({ ...v, source: BREAKTHROUGHS, counted: null })),
    ]
    return { checked: held.length, differences }
  },
}

/** Targets in force against their last revision. */
const targets: Check = {
  name: 'targets',
  run: async (db) => ({ checked: await countTargets(db), differences: await listCrookedTargets(db) }),
}

export const programmeChecks: readonly Check[] = [sources, targets]
