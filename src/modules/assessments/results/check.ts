import { createHash } from 'node:crypto'
import type { Check } from '#platform/verify.ts'
import { computeAssessment } from '../run.ts'
import { listPublished } from '../store/result-sums.ts'
import { listKept } from '../store/results.ts'
import { listSubjectIds } from '../store/round-subjects.ts'
import { findRound } from '../store/rounds.ts'

/** Every published result against what its own frozen inputs and its scheme version give again, to the byte. */
export const resultCheck: Check = {
  name: 'results',
  async run(db) {
    const differences: object[] = []
    const checked = { count: 0 }
    for (const id of await listPublished(db, {})) {
      const round = (await findRound(db, id))!
      const members = await listSubjectIds(db, id)
      for (const { ordinal, text, ...kept } of await listKept(db, id)) {
        const again = await computeAssessment(
          db,
          { scheme: round.scheme, period: round.period, members },
          kept,
        )
        checked.count += 1
        if (again.text !== text)
          differences.push({ round: id, ordinal, kept: hashOf(text), computed: hashOf(again.text) })
      }
    }
    return { checked: checked.count, differences }
  },
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
