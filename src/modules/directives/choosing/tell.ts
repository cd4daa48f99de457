// Proposals as answers tell them.

import { loadIndicators } from '#modules/indicators/index.ts'
import { unitByCode } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Proposal, ProposalLine } from '../api/choosing.ts'
import {
  findDecision,
  listProposals,
  listRemarks,
  type ProposalHead,
  type ProposalQuery,
  type ProposalRow,
} from '../store/proposals.ts'
import { ProposalProblem } from './problems.ts'

/**
 * The unit that held a code at the end of a year, or held it last before; without a year the last of all.
 * @throws proposal.unitNotFound
 */
export async function unitAsked(db: Db, code: string, year?: string): Promise<number> {
  const endsOn = year === undefined ? 'infinity' : `${year}-12-31`
  const unit = await unitByCode(db, code, { startsOn: '-infinity', endsOn })
  if (!unit) throw ProposalProblem.unitNotFound({ code })
  return unit.id
}

type Common = Omit<ProposalLine, 'targets' | 'remarks'>
const tellHead = (row: ProposalHead | ProposalRow): Common => ({
  id: String(row.id),
  unit: { id: String(row.unitId), code: row.unitCode, name: row.unitName },
  chooser: { id: String(row.chooserId), code: row.chooserCode, name: row.chooserName },
  name: row.name,
  nameEn: row.nameEn,
  startsOn: row.startsOn,
  endsOn: row.endsOn,
  state: row.state,
  revision: row.revision,
  proposed: { by: row.madeBy, for: row.madeFor, at: row.madeAt.toISOString() },
  programme: row.programme,
})

/** A page of proposals, the latest first. */
export async function readProposals(
  db: Db,
  query: ProposalQuery,
  page: { after?: string | undefined; limit: number },
) {
  const after = page.after === undefined ? null : Number(page.after)
  const rows = await listProposals(db, query, { after, limit: page.limit + 1 })
  const shown = rows.slice(0, page.limit)
  return {
    proposals: shown.map((row) => ({ ...tellHead(row), targets: row.targets, remarks: row.remarks })),
    nextCursor: rows.length > page.limit ? String(shown.at(-1)!.id) : null,
  }
}

/** One proposal with its targets in words, its discussion and how it ended. */
export async function tellProposal(db: Db, row: ProposalRow): Promise<Omit<Proposal, 'may'>> {
  const indicators = await loadIndicators(db)
  const remarks = await listRemarks(db, row.id)
  const directive = row.directiveId === null ? undefined : await findDecision(db, row.directiveId)
  return {
    ...tellHead(row),
    why: row.why,
    summary: row.summary,
    summaryEn: row.summaryEn,
    targets: row.targets.map((wish) => {
      const indicator = indicators.get(wish.indicator)
      return {
        ...wish,
        name: indicator?.name ?? wish.indicator,
        nameEn: indicator?.nameEn ?? null,
        unitOfMeasure: indicator?.unitOfMeasure ?? '',
      }
    }),
    remarks: remarks.map(({ id, at, ...remark }) => ({ id: String(id), at: at.toISOString(), ...remark })),
    decided: row.decidedAt && {
      by: row.decidedBy ?? '',
      for: row.decidedFor,
      at: row.decidedAt.toISOString(),
      directive: directive ? { ...directive, id: String(directive.id) } : null,
      because: row.because,
    },
  }
}
