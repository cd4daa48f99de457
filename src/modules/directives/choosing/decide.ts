// A committee's decision on proposals: one directive, and of each chosen content a programme with targets.

import type { Day } from '#kernel/day.ts'
import { listProgrammesEver, saveProgrammes, saveTargets } from '#modules/programmes/index.ts'
import type { Programme } from '#modules/programmes/schema.ts'
import type { Tx } from '#platform/db/db.ts'
import type { Fault } from '#platform/http/problem.ts'
import { freeSlug } from '../rules/choosing.ts'
import { markDecided } from '../store/proposal-writes.ts'
import {
  type Decision,
  findDecision,
  listProposedProgrammes,
  lockProposals,
  type ProposalRow,
  type Who,
} from '../store/proposals.ts'
import { ProposalProblem } from './problems.ts'

export type Choice = { proposal: number; revision?: number | undefined; slug?: string | undefined }
export type Deciding = {
  directiveId: number
  chosen: readonly Choice[]
  rejected: readonly { proposal: number; reason: string }[]
}
type Chosen = { row: ProposalRow; slug: string; isNew: boolean }
export type Decided = {
  directive: Decision
  chooserId: number
  chosen: { proposal: number; programme: string; name: string }[]
  rejected: { proposal: number; name: string; reason: string }[]
  targets: Awaited<ReturnType<typeof saveTargets>>['details']
}

/**
 * Decides proposals that were put to one unit: all that are named or none. A chosen one becomes a programme of that
 * unit, marked as a breakthrough content, so that what counts those contents has it at once; its targets are set as
 * those of the decision. Who proposed may record it too: what decides is the directive.
 *
 * @throws proposal.directiveNotFound, proposal.notFound, proposal.refused with a fault for each that cannot be decided,
 *   target.*
 */
export async function decideProposals(
  tx: Tx,
  deciding: Deciding,
  who: Who & { today: Day },
): Promise<Decided> {
  const directive = await findDecision(tx, deciding.directiveId)
  if (!directive) throw ProposalProblem.directiveNotFound()
  const named = [...deciding.chosen, ...deciding.rejected].map(({ proposal }) => proposal)
  const rows = new Map((await lockProposals(tx, named)).map((row) => [Number(row.id), row]))
  const chooserId = rows.get(named[0]!)?.chooserId
  if (chooserId === undefined) throw ProposalProblem.notFound()
  refuse(judge(deciding, rows, chooserId, directive, who.today))

  const { chosen, faults } = await nameProgrammes(tx, deciding.chosen, rows)
  refuse(faults)
  const targets = await makeProgrammes(tx, chosen, directive, who)
  for (const { row, slug } of chosen)
    await end(tx, row, { state: 'chosen', programme: slug, because: null }, directive, who)
  for (const { proposal, reason } of deciding.rejected)
    await end(
      tx,
      rows.get(proposal)!,
      { state: 'rejected', programme: null, because: reason },
      directive,
      who,
    )
  return {
    directive,
    chooserId,
    chosen: chosen.map(({ row, slug }) => ({ proposal: Number(row.id), programme: slug, name: row.name })),
    rejected: deciding.rejected.map((one) => ({ ...one, name: rows.get(one.proposal)!.name })),
    targets,
  }
}

function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw ProposalProblem.refused({ count: String(faults.length) }, faults)
}

/** What cannot be decided: not put to this unit, decided already, changed since it was read, or named twice. */
function judge(
  { chosen, rejected }: Deciding,
  rows: ReadonlyMap<number, ProposalRow>,
  chooserId: number,
  directive: Decision,
  today: Day,
): Fault[] {
  const seen = new Set<number>()
  const faultOf = (path: string, { proposal, revision }: Choice): Fault[] => {
    const row = rows.get(proposal)
    const isTwice = seen.has(proposal)
    seen.add(proposal)
    if (isTwice) return [{ path, code: 'proposal.twice' }]
    if (!row || row.chooserId !== chooserId) return [{ path, code: 'proposal.notFound' }]
    const details = { name: row.name, state: row.state }
    if (row.state !== 'proposed') return [{ path, code: 'proposal.decided', details }]
    if (revision !== undefined && revision !== row.revision)
      return [{ path, code: 'proposal.stale', details }]
    return []
  }
  return [
    ...(directive.issuedOn > today
      ? [{ path: 'directive', code: 'proposal.notIssued', details: { number: directive.number } }]
      : []),
    ...chosen.flatMap((one, n) => faultOf(`chosen.${n}`, one)),
    ...rejected.flatMap(({ proposal }, n) => faultOf(`rejected.${n}`, { proposal })),
  ]
}

/** The programme of each chosen one: a new one, or the one that stands there for it already. */
async function nameProgrammes(
  tx: Tx,
  choices: readonly Choice[],
  rows: ReadonlyMap<number, ProposalRow>,
): Promise<{ chosen: Chosen[]; faults: Fault[] }> {
  const standing = new Map((await listProgrammesEver(tx)).map((one) => [one.slug, one]))
  const taken = new Set(standing.keys())
  const proposed = await listProposedProgrammes(
    tx,
    choices.flatMap(({ slug }) => slug ?? []),
  )
  const chosen: Chosen[] = []
  const faults: Fault[] = []
  for (const [n, { proposal, slug: wished }] of choices.entries()) {
    const row = rows.get(proposal)!
    const slug = wished ?? freeSlug(row.name, row.startsOn, taken)
    const there = standing.get(slug)
    if (there ? proposed.has(slug) || !isIts(there, row) : taken.has(slug))
      faults.push({ path: `chosen.${n}.slug`, code: 'proposal.slugTaken', details: { slug } })
    taken.add(slug)
    chosen.push({ row, slug, isNew: !there })
  }
  return { chosen, faults: [...faults, ...wishedTwice(chosen)] }
}

const isIts = (programme: Programme, row: ProposalRow): boolean =>
  programme.breakthrough &&
  programme.unit.id === row.chooserId &&
  programme.startsOn === row.startsOn &&
  programme.endsOn === row.endsOn

/** One unit has one target for an indicator and a period: two contents cannot both bring it. */
function wishedTwice(chosen: readonly Chosen[]): Fault[] {
  const first = new Map<string, string>()
  return chosen.flatMap(({ row }, n) =>
    row.targets.flatMap(({ indicator, period }): Fault[] => {
      const key = `${indicator} ${period}`
      const other = first.get(key)
      first.set(key, other ?? row.name)
      return other === undefined
        ? []
        : [{ path: `chosen.${n}`, code: 'proposal.targetTwice', details: { indicator, period, other } }]
    }),
  )
}

async function makeProgrammes(
  tx: Tx,
  chosen: readonly Chosen[],
  directive: Decision,
  { by, at }: Who,
): Promise<Decided['targets']> {
  const position = Math.max(-1, ...(await listProgrammesEver(tx)).map((one) => one.position)) + 1
  await saveProgrammes(
    tx,
    chosen
      .filter(({ isNew }) => isNew)
      .map(({ row, slug }, n) => ({
        slug,
        name: row.name,
        nameEn: row.nameEn || row.name,
        summary: row.summary,
        summaryEn: row.summaryEn,
        unitId: row.chooserId,
        startsOn: row.startsOn,
        endsOn: row.endsOn,
        breakthrough: true,
        position: position + n,
      })),
  )
  const targets = chosen.flatMap(({ row }) =>
    row.targets.map(({ kind, ...wish }) => ({ ...wish, unit: row.chooserCode, ...(kind && { kind }) })),
  )
  if (targets.length === 0) return []
  return (await saveTargets(tx, { targets, reason: directive.number }, { actor: by, at })).details
}

type End = { state: 'chosen' | 'rejected'; programme: string | null; because: string | null }

async function end(tx: Tx, row: ProposalRow, how: End, directive: Decision, who: Who): Promise<void> {
  const outcome = { ...how, directiveId: directive.id }
  if (!(await markDecided(tx, Number(row.id), outcome, who)))
    throw ProposalProblem.decided({ state: row.state })
}
