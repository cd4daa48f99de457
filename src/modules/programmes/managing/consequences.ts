import type { ConsequenceTeller } from '#modules/organisation/index.ts'
import { listTargetSpans } from '../store/targets-of-units.ts'

/** Targets of periods that are over stay with the units that had them; later ones keep a unit from ending. */
export const programmeConsequences: ConsequenceTeller = {
  async targets(tx, { date, old }) {
    const ending = new Map(old.filter(({ ends }) => ends).map((unit) => [unit.id, unit]))
    const spans = await listTargetSpans(tx, [...ending.keys()], date)
    return spans.map(({ unitId, ...span }) => {
      const { id, code, name } = ending.get(unitId)!
      return { unit: { id: String(id), code, name }, ...span }
    })
  },
}
