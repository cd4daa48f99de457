// What the audit log says of rounds and scores.

import type { AuditEntry, Permission } from '#platform/http/endpoint.ts'
import { sideOf } from '../rules/round-state.ts'
import type { Stage } from '../schema.ts'
import type { EvidenceRow } from '../store/evidence.ts'
import type { RoundRow } from '../store/rounds.ts'
import { type CellView, factAt, type View } from './view.ts'

const subjectOf = ({ id }: Pick<RoundRow, 'id'>) => `round:${id}`
const actOf = (stage: Stage): Permission =>
  (({ unit: 'score.say', verifier: 'score.verify', council: 'score.decide' }) as const)[sideOf(stage)]

/** @param before null: it is new */
export const entryOfRound = (before: RoundRow | null, after: RoundRow, more: object = {}): AuditEntry => ({
  action: 'round.steer',
  subject: subjectOf(after),
  unitId: after.keeperId,
  details: { before: before && steered(before), after: steered(after), ...more },
})
const steered = ({
  scheme,
  period,
  group,
  name,
  state,
  selfDue,
  verifyDue,
  explainDue,
  councilOn,
  appealDays,
}: RoundRow) => ({
  scheme,
  period,
  group,
  name,
  state,
  selfDue,
  verifyDue,
  explainDue,
  councilOn,
  appealDays,
})

const about = ({ ground: { round }, subject }: Pick<View, 'ground' | 'subject'>) => ({
  subject: subjectOf(round),
  unitId: subject.unitId,
  details: { unit: subject.code, scheme: round.scheme, period: round.period },
})
type Details = { details: object }
const withMore = <T extends Details>(entry: T, more: object): T => ({
  ...entry,
  details: { ...entry.details, ...more },
})

/** One score, with what was said before of the same stage. */
export function entryOfScore(before: CellView, after: CellView, stage: Stage): AuditEntry {
  const [was, is] = [factAt(before, stage), factAt(after, stage)!]
  const told = (fact: typeof is) => ({ input: fact.input, reason: fact.reason, note: fact.note })
  return withMore(
    { action: actOf(stage), ...about(before.view) },
    { criterion: before.code, stage, before: was ? told(was) : null, after: told(is) },
  )
}

export const entryOfSheet = (
  action: Permission,
  view: Pick<View, 'ground' | 'subject'>,
  more: object,
): AuditEntry => withMore({ action, ...about(view) }, more)

/** @param before null: added; @param after null: withdrawn */
export const entryOfEvidence = (
  view: View,
  before: EvidenceRow | null,
  after: EvidenceRow | null,
): AuditEntry =>
  withMore(
    { action: 'score.say' as const, ...about(view) },
    { evidenceId: (before ?? after)!.id, before: before && proof(before), after: after && proof(after) },
  )
const proof = ({ number, issuer, issuedOn, page, fileId, link, criteria }: EvidenceRow) => ({
  number,
  issuer,
  issuedOn,
  page,
  fileId,
  link,
  criteria,
})

/** Many cells in one act. */
export const entryOfMany = (
  action: Permission,
  round: RoundRow,
  cells: readonly { unit: string; criterion: string; input: string }[],
  more: object,
): AuditEntry => ({
  action,
  subject: subjectOf(round),
  unitId: round.keeperId,
  details: {
    scheme: round.scheme,
    period: round.period,
    ...more,
    count: cells.length,
    cells: cells.map(({ unit, criterion, input }) => [unit, criterion, input]),
  },
})
