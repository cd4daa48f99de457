// Subjects of a round as somebody sees them: what was said, what serves as proof, and what they may do there.

import type { Db } from '#platform/db/db.ts'
import type { SubjectState } from '../rules/round-state.ts'
import type { Can, CellState } from '../rules/sayable.ts'
import { type JudgedCell, judgeCell } from '../rules/sheet.ts'
import { ADJUSTMENT, type Area, type Criterion, type Stage } from '../schema.ts'
import { type EvidenceRow, listEvidence } from '../store/evidence.ts'
import type { SubjectRow } from '../store/round-subjects.ts'
import { type Fact, listFacts } from '../store/said-reading.ts'
import type { Ground } from './ground.ts'
import { ScoreProblem } from './problems.ts'
import type { Rights } from './rights.ts'

export type View = {
  ground: Ground
  subject: SubjectRow
  state: SubjectState
  /** What counts now by criterion, without what is hidden. */
  facts: ReadonlyMap<string, readonly Fact[]>
  evidence: readonly EvidenceRow[]
  /** The unit's own scores are a draft of others. */
  isHidden: boolean
  isOfUnit: boolean
  can: Omit<Can, 'verify'> & { send: boolean; verify: ReadonlySet<string> }
}

/** Areas are told apart by code; bonus and penalty are of none. */
const areaKey = (area: Area | null): string => area?.code ?? ADJUSTMENT

/**
 * What somebody sees of subjects, in the order given.
 * @param criteria only these; all when left out.
 */
export async function viewsOf(
  db: Db,
  ground: Ground,
  subjects: readonly SubjectRow[],
  rights: Rights,
  criteria?: readonly string[],
): Promise<View[]> {
  const ids = subjects.map(({ unitId }) => unitId)
  const facts = Map.groupBy(await listFacts(db, ground.round, ids, criteria), ({ unitId }) => unitId)
  const evidence = Map.groupBy(await listEvidence(db, ground.round, ids), ({ unitId }) => unitId)
  const views: View[] = []
  for (const subject of subjects) {
    const isOfUnit = await rights.isOfUnit(subject.unitId)
    const isHidden = subject.sentAt === null && !isOfUnit
    const there = (facts.get(subject.unitId) ?? []).filter(({ stage }) => !isHidden || stage !== 'self')
    views.push({
      ground,
      subject,
      state: stateOf(ground, subject),
      facts: Map.groupBy(there, ({ criterion }) => criterion),
      evidence: isHidden ? [] : (evidence.get(subject.unitId) ?? []),
      isHidden,
      isOfUnit,
      can: await canOf(ground, subject, rights),
    })
  }
  return views
}

export const stateOf = ({ round }: Ground, { sentAt, explainedAt }: SubjectRow): SubjectState => ({
  state: round.state,
  isSent: sentAt !== null,
  isExplained: explainedAt !== null,
})

async function canOf({ ready }: Ground, { unitId }: SubjectRow, rights: Rights): Promise<View['can']> {
  const verify = new Set<string>()
  for (const area of [...ready.scheme.areas, null])
    if (await rights.mayVerify(unitId, area)) verify.add(areaKey(area))
  return {
    say: await rights.maySay(unitId),
    send: await rights.maySend(unitId),
    decide: await rights.mayDecide(unitId),
    isApart: await rights.isApart(unitId),
    verify,
  }
}

/** A criterion of a subject with all there is of it. `criterion` is null for bonus and penalty. */
export type CellView = {
  view: View
  code: string
  area: Area | null
  criterion: Criterion | null
  facts: readonly Fact[]
  judged: JudgedCell
  can: Can
  state: CellState
}

/** @throws score.criterionNotFound */
export function cellOf(view: View, code: string): CellView {
  const { ready } = view.ground
  const known = ready.criterionOf.get(code)
  if (!known && (code !== ADJUSTMENT || !ready.scheme.adjust))
    throw ScoreProblem.criterionNotFound({ criterion: code })
  const facts = view.facts.get(code) ?? []
  const area = known?.area ?? null
  return {
    view,
    code,
    area,
    criterion: known?.criterion ?? null,
    facts,
    judged: judgeCell(known?.prepared ?? ready.adjustment!, facts, ready.scheme.rebase),
    can: { ...view.can, verify: view.can.verify.has(areaKey(area)) },
    state: {
      isSurvey: known?.prepared.isSurvey ?? false,
      isFed: facts.some(({ stage, source }) => stage === 'verified' && source !== null),
      stages: new Set(facts.map(({ stage }) => stage)),
    },
  }
}

export const factAt = ({ facts }: Pick<CellView, 'facts'>, stage: Stage): Fact | undefined =>
  facts.find((fact) => fact.stage === stage)

/** For `If-Match`: changes with every score of the criterion, whichever stage. */
export const etagOf = ({ facts }: Pick<CellView, 'facts'>): string =>
  `"score-${Math.max(0, ...facts.map(({ id }) => id))}"`

export const evidenceOf = ({ view, code }: Pick<CellView, 'view' | 'code'>): EvidenceRow[] =>
  view.evidence.filter(({ criteria }) => criteria.includes(code))
