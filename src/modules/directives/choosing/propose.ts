// A proposal from its making until it is decided or withdrawn.

import { parsePeriod } from '#kernel/period.ts'
import { loadIndicators } from '#modules/indicators/index.ts'
import { listUnitNames, unitByCode } from '#modules/organisation/index.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Fault } from '#platform/http/problem.ts'
import { isOfDays } from '../rules/choosing.ts'
import { type Content, insertProposal, markChanged, markDecided } from '../store/proposal-writes.ts'
import { findProposal, insertRemark, isAbove, type ProposalRow, type Who } from '../store/proposals.ts'
import { ProposalProblem } from './problems.ts'

export type Days = Pick<Content, 'startsOn' | 'endsOn'>

/** The unit that holds a code in the days of a content. @throws proposal.unitNotFound */
export async function unitOf(db: Db, code: string, { startsOn, endsOn }: Days): Promise<number> {
  const unit = await unitByCode(db, code, { startsOn, endsOn })
  if (!unit) throw ProposalProblem.unitNotFound({ code })
  return unit.id
}

/** @throws proposal.notFound */
export async function getProposal(db: Db, id: number): Promise<ProposalRow> {
  const row = await findProposal(db, id)
  if (!row) throw ProposalProblem.notFound()
  return row
}

export const etagOf = ({ revision }: Pick<ProposalRow, 'revision'>): string => `"${revision}"`

/**
 * Puts a content to a committee, and answers with the proposal.
 * @throws proposal.unitNotFound, proposal.refused with a fault for each member
 */
export async function makeProposal(
  tx: Tx,
  { unit, chooser, ...content }: Content & { unit: string; chooser: string },
  who: Who,
): Promise<ProposalRow> {
  const unitId = await unitOf(tx, unit, content)
  const chooserId = await unitOf(tx, chooser, content)
  const faults = [
    ...((await isAbove(tx, chooserId, unitId, content))
      ? []
      : [{ path: 'chooser', code: 'proposal.notAbove', details: { unit, chooser } }]),
    ...(await judgeContent(tx, content)),
  ]
  if (faults.length > 0) throw ProposalProblem.refused({ count: String(faults.length) }, faults)
  const names = await listUnitNames(tx, [unitId, chooserId], content.startsOn)
  const units = { unit: names[0]!, chooser: names[1]! }
  return getProposal(tx, await insertProposal(tx, content, units, who))
}

/** Indicators and periods of the targets that are wished for. */
async function judgeContent(db: Db, { startsOn, endsOn, targets }: Content): Promise<Fault[]> {
  const indicators = await loadIndicators(db)
  return targets.flatMap(({ indicator, period }, n): Fault[] => {
    const parsed = parsePeriod(period)
    const of = (member: string, code: string, details: Record<string, string>) => ({
      path: `targets.${n}.${member}`,
      code,
      details,
    })
    return [
      ...(indicators.has(indicator) ? [] : [of('indicator', 'indicator.notFound', { code: indicator })]),
      ...(parsed ? [] : [of('period', 'period.malformed', { code: period })]),
      ...(parsed && !isOfDays(parsed, { startsOn, endsOn })
        ? [of('period', 'proposal.targetOutside', { period })]
        : []),
    ]
  })
}

/** What may still be changed, for whoever last saw `ifMatch`. @throws proposal.notFound, .decided, .stale */
async function getOpen(tx: Tx, id: number, ifMatch?: string): Promise<ProposalRow> {
  const row = await getProposal(tx, id)
  if (row.state !== 'proposed') throw ProposalProblem.decided({ state: row.state })
  if (ifMatch !== undefined && ifMatch.replace(/^W\//, '') !== etagOf(row)) throw ProposalProblem.stale()
  return row
}

export type Changed = { before: ProposalRow; after: ProposalRow }

/** @throws proposal.notFound, .decided, .stale, .refused with a fault for each member */
export async function changeProposal(
  tx: Tx,
  id: number,
  content: Content,
  ifMatch: string | undefined,
): Promise<Changed> {
  const before = await getOpen(tx, id, ifMatch)
  const faults = await judgeContent(tx, content)
  if (!(await isAbove(tx, before.unitId, before.unitId, content)))
    faults.push({ path: 'startsOn', code: 'proposal.unitNotThen', details: { unit: before.unitCode } })
  if (faults.length > 0) throw ProposalProblem.refused({ count: String(faults.length) }, faults)
  if (!(await markChanged(tx, id, before.revision, content))) throw ProposalProblem.stale()
  return { before, after: await getProposal(tx, id) }
}

/** A remark by name, while it is not decided. @throws proposal.notFound, .decided */
export async function discussProposal(tx: Tx, id: number, text: string, who: Who): Promise<ProposalRow> {
  const row = await getOpen(tx, id)
  await insertRemark(tx, id, text, who)
  return row
}

/** Taken back by its unit; it stays to be read, with the reason. @throws proposal.notFound, .decided, .stale */
export async function withdrawProposal(
  tx: Tx,
  id: number,
  because: string,
  { ifMatch, ...who }: Who & { ifMatch: string | undefined },
): Promise<Changed> {
  const before = await getOpen(tx, id, ifMatch)
  const outcome = { state: 'withdrawn', directiveId: null, programme: null, because } as const
  if (!(await markDecided(tx, id, outcome, who))) throw ProposalProblem.stale()
  return { before, after: await getProposal(tx, id) }
}
