import { dayOf } from '#kernel/day.ts'
import { entryOfDecision, entryOfProposal, entryOfRemark } from '#modules/directives/choosing/traces.ts'
import { decideProposals, discussProposal, makeProposal } from '#modules/directives/index.ts'
import { writeAudit } from '#platform/audit/store.ts'
import type { Tx } from '#platform/db/db.ts'
import type { Actor } from '#platform/http/endpoint.ts'
import type { ProgrammeGiven } from './definitions.ts'
import { directiveId } from './directives.ts'
import { readJson } from './read.ts'

type Wished = { indicator: string; period: string; value: string }
type Given = {
  chooser: string
  directive: string
  proposedAt: string
  decidedAt: string
  chosen: { programme: string; why: string; targets: Wished[]; remarks: string[] }[]
  rejected: { name: string; why: string; reason: string }[]
}

/** The year's breakthrough contents as they came to be: proposed, discussed, chosen or not by the district's decision. */
export async function chooseContents(tx: Tx, office: Actor): Promise<void> {
  const { chooser, directive, proposedAt, decidedAt, chosen, rejected } = readJson<Given>('proposals.json')
  const { programmes } = readJson<{ programmes: ProgrammeGiven[] }>('programmes.json')
  const proposing = { by: office.name, for: null, at: new Date(proposedAt) }
  const year = { startsOn: '2021-01-01', endsOn: '2021-12-31' }

  const propose = async (content: Parameters<typeof makeProposal>[1], remarks: readonly string[]) => {
    const row = await makeProposal(tx, content, proposing)
    await writeAudit(tx, office, proposing.at, entryOfProposal(row))
    for (const text of remarks) {
      await discussProposal(tx, row.id, text, proposing)
      await writeAudit(tx, office, proposing.at, entryOfRemark(row, text))
    }
    return row.id
  }
  const units = { unit: chooser, chooser }
  const choices: { proposal: number; slug: string }[] = []
  for (const { programme: slug, why, targets, remarks } of chosen) {
    const { name, nameEn, summary, summaryEn, startsOn, endsOn } = programmes.find((p) => p.slug === slug)!
    const words = { name, nameEn, summary, summaryEn, why }
    const wished = targets.map((target) => ({ ...target, kind: null }))
    const content = { ...words, startsOn, endsOn, ...units, targets: wished }
    choices.push({ slug, proposal: await propose(content, remarks) })
  }
  const reasons: { proposal: number; reason: string }[] = []
  for (const { name, why, reason } of rejected) {
    const words = { name, nameEn: '', summary: '', summaryEn: '', why }
    reasons.push({ reason, proposal: await propose({ ...words, ...year, ...units, targets: [] }, []) })
  }
  const at = new Date(decidedAt)
  const deciding = { directiveId: await directiveId(tx, directive), chosen: choices, rejected: reasons }
  const decided = await decideProposals(tx, deciding, {
    by: office.name,
    for: null,
    at,
    today: dayOf(at),
  })
  await writeAudit(tx, office, at, entryOfDecision(decided))
}
