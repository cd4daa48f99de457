import type { ConsequenceTeller } from '#modules/organisation/index.ts'
import { countOpenOf } from '../store/duty-passing.ts'

/** What units that end have not done yet: it stays with them until a decision passes it on. */
export const dutyConsequences: ConsequenceTeller = {
  async duties(tx, { old }) {
    const ending = new Map(old.filter(({ ends }) => ends).map((unit) => [unit.id, unit]))
    const open = await countOpenOf(tx, [...ending.keys()])
    return open.map(({ unitId, number, ...rest }) => {
      const { id, code, name } = ending.get(unitId)!
      return { unit: { id: String(id), code, name }, directive: number, ...rest }
    })
  },
}
