// What the audit log says of proposals.

import type { AuditEntry } from '#platform/http/endpoint.ts'
import type { ProposalRow } from '../store/proposals.ts'
import type { Decided } from './decide.ts'
import type { Changed } from './propose.ts'

const content = ({ name, why, startsOn, endsOn, targets }: ProposalRow) => ({
  name,
  why,
  startsOn,
  endsOn,
  targets,
})
const subjectOf = ({ id }: ProposalRow) => `proposal:${id}`

export const entryOfProposal = (row: ProposalRow): AuditEntry => ({
  action: 'proposal.make',
  subject: subjectOf(row),
  unitId: row.unitId,
  details: { unit: row.unitCode, chooser: row.chooserCode, before: null, after: content(row) },
})

export const entryOfChange = ({ before, after }: Changed, reason?: string): AuditEntry => ({
  action: 'proposal.make',
  subject: subjectOf(after),
  unitId: after.unitId,
  details: {
    before: content(before),
    after: after.state === 'withdrawn' ? null : content(after),
    ...(reason !== undefined && { reason }),
  },
})

export const entryOfRemark = (row: ProposalRow, text: string): AuditEntry => ({
  action: 'proposal.discuss',
  subject: subjectOf(row),
  unitId: row.unitId,
  details: { name: row.name, text },
})

export const entryOfDecision = ({
  directive,
  chooserId,
  chosen,
  rejected,
  targets,
}: Decided): AuditEntry => ({
  action: 'proposal.decide',
  subject: `directive:${directive.id}`,
  unitId: chooserId,
  details: { directiveId: directive.id, number: directive.number, chosen, rejected, targets },
})
