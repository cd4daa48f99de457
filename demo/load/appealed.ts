import { dayOf } from '#kernel/day.ts'
import { assignAppeal } from '#modules/assessments/appeals/assign.ts'
import { decideAppeal } from '#modules/assessments/appeals/decide.ts'
import { fileAppeal } from '#modules/assessments/appeals/file.ts'
import { matterOf } from '#modules/assessments/appeals/matter.ts'
import { entryOfAppeal } from '#modules/assessments/appeals/traces.ts'
import { entryOfResult } from '#modules/assessments/results/traces.ts'
import { rightsIn } from '#modules/assessments/scoring/rights.ts'
import { writeAudit } from '#platform/audit/store.ts'
import type { Tx } from '#platform/db/db.ts'
import type { Actor } from '#platform/http/endpoint.ts'
import { roleMay } from '../../src/roles.ts'
import { readJson } from './read.ts'

type Given = {
  appeal: {
    period: string
    unit: string
    criterion: string
    filedBy: string
    filedAt: string
    claim: string
    owner: string
    assignedAt: string
    decidedAt: string
    decision: string
    decidedOn: string
    input: Record<string, string>
    reason: string
  }
}

/** Sông Mã's appeal: filed by its officer, given by the office to somebody outside the first decision, upheld. */
export async function appeal(
  tx: Tx,
  personOf: (username: string) => Actor,
  rounds: ReadonlyMap<string, number>,
): Promise<void> {
  const { appeal: given } = readJson<Given>('rounds.json')
  const at = (who: string, time: string) => {
    const moment = new Date(time)
    const { id, name } = personOf(who)
    return { by: name, byId: id, for: null, at: moment, today: dayOf(moment) }
  }
  const filing = at(given.filedBy, given.filedAt)
  const round = String(rounds.get(given.period))
  const filed = await fileAppeal(tx, { round, ...given }, filing)
  await writeAudit(tx, personOf(given.filedBy), filing.at, entryOfAppeal('appeal.file', null, filed))

  const office = personOf('vanphong')
  const assigning = at('vanphong', given.assignedAt)
  const asked = { appeal: String(filed.id), owner: given.owner }
  const { before, after: assigned } = await assignAppeal(tx, asked, { ...assigning, roleMay })
  await writeAudit(tx, office, assigning.at, entryOfAppeal('appeal.assign', before, assigned))

  const owner = personOf(given.owner)
  const deciding = at(given.owner, given.decidedAt)
  const matter = await matterOf(tx, assigned)
  const rights = rightsIn(tx, matter.ground, { actor: owner, today: deciding.today })
  const scores = [{ criterion: given.criterion, input: given.input, reason: '', note: '' }]
  const { reason, decision: number, decidedOn } = given
  const ruling = { outcome: 'upheld' as const, reason, number, decidedOn, scores }
  const ruled = await decideAppeal(tx, { appeal: assigned, matter, rights }, ruling, deciding)
  const entry = entryOfAppeal('appeal.decide', assigned, ruled.appeal, ruled.said)
  await writeAudit(tx, owner, deciding.at, entry)
  if (ruled.result) await writeAudit(tx, owner, deciding.at, entryOfResult(matter.ground.round, ruled.result))
}
