// Results that others published: entered as they were, shown beside our own, never scored here.

import { readPeriod } from '#modules/indicators/index.ts'
import { listUnitNames } from '#modules/organisation/index.ts'
import type { Tx } from '#platform/db/db.ts'
import { unitIn } from '../scoring/open-round.ts'
import { RoundProblem } from '../scoring/problems.ts'
import { loadReadyScheme } from '../store/ready-schemes.ts'
import { insertSubjects, listTaken } from '../store/round-subjects.ts'
import { insertRound, setRoundState } from '../store/rounds.ts'
import { listScored } from '../store/scores.ts'
import { ResultProblem } from './problems.ts'
import { type Decision, type Publisher, publishRound } from './publish.ts'

type External = Decision & { scheme: string; period: string; name: string; keeper: string }

/**
 * Publishes the scores that were brought in for an external scheme and a period; what others did not tell stays open, and
 * leaves a unit without an index and without a rank.
 *
 * @throws round.schemeNotFound, round.unitNotFound, result.notExternal, result.exists, round.empty, result.dayToCome
 */
export async function publishExternal(tx: Tx, { keeper, name, ...asked }: External, who: Publisher) {
  const period = readPeriod(asked.period)
  const found = await loadReadyScheme(tx, asked.scheme, period.endsOn)
  if (!found) throw RoundProblem.schemeNotFound({ scheme: asked.scheme, period: period.code })
  if (!found.ready.scheme.external) throw ResultProblem.notExternal({ scheme: asked.scheme })
  const said = { scheme: asked.scheme, period: period.code }
  const unitIds = await listScored(tx, said)
  if (unitIds.length === 0) throw RoundProblem.empty()
  if ((await listTaken(tx, said, unitIds)).size > 0) throw ResultProblem.exists(said)
  const keeperId = await unitIn(tx, keeper, period.code)
  const names = await listUnitNames(tx, [keeperId, ...unitIds], period.endsOn)
  const id = await insertRound(
    tx,
    {
      ...said,
      group: '',
      name,
      keeper: names.find((unit) => unit.id === keeperId)!,
      selfDue: null,
      verifyDue: null,
      explainDue: null,
      councilOn: null,
      appealDays: 0,
    },
    { by: who.by, at: who.at },
  )
  await insertSubjects(
    tx,
    id,
    unitIds.map((unitId) => names.find((unit) => unit.id === unitId)!),
  )
  await setRoundState(tx, id, 'council')
  return publishRound(tx, id, { ...asked, anyway: true }, who)
}
