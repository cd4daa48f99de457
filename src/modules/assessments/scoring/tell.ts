// What is told of cells and sheets.

import { exactText } from '#kernel/exact.ts'
import type { Period } from '#kernel/period.ts'
import type { Db } from '#platform/db/db.ts'
import { findFiles } from '#platform/files/kept/store.ts'
import type { Cell, Counted, CriterionHead, Evidence, Input, Lack, Score } from '../api/score-shapes.ts'
import { isCut } from '../rules/cut.ts'
import { sayableStages } from '../rules/sayable.ts'
import type { Scored } from '../rules/scored.ts'
import { type Criterion, STAGES } from '../schema.ts'
import type { EvidenceRow } from '../store/evidence.ts'
import type { Fact } from '../store/said-reading.ts'
import { type CellView, etagOf, evidenceOf, factAt } from './view.ts'

export function tellScore(fact: Fact, scored: Scored, isBelow: boolean): Score {
  return {
    id: String(fact.id),
    stage: fact.stage,
    input: JSON.parse(fact.input) as Input,
    points: scored.kind === 'scored' ? exactText(scored.points) : null,
    isOut: scored.kind === 'left-out',
    why: scored.why,
    reason: fact.reason,
    note: fact.note,
    isCut: isBelow,
    by: fact.by,
    for: fact.for,
    at: fact.at.toISOString(),
    source: fact.source === null ? null : (JSON.parse(fact.source) as Counted),
  }
}

/** Whether what a stage says stands below the unit's own. What the unit itself says never does. */
export function isCutAt({ judged, ...cell }: CellView, fact: Fact): boolean {
  const own = factAt(cell, 'self') && judged.stages.get('self')
  if (!own || fact.stage === 'self' || fact.stage === 'explained') return false
  return isCut(own, judged.stages.get(fact.stage)!, judged.max)
}

export function tellCell(cell: CellView): Cell {
  const { code, judged, view } = cell
  const { counted } = judged
  const scores = STAGES.flatMap((stage) => factAt(cell, stage) ?? []).map((fact) =>
    tellScore(fact, judged.stages.get(fact.stage)!, isCutAt(cell, fact)),
  )
  return {
    criterion: code,
    etag: etagOf(cell),
    scores,
    counted:
      counted.stage === null
        ? null
        : {
            stage: counted.stage,
            points: counted.points && exactText(counted.points),
            max: exactText(counted.max),
          },
    evidence: evidenceOf(cell).map(({ id }) => String(id)),
    lacks: lacksOf(cell),
    may: sayableStages(cell.can, view.state, cell.state),
  }
}

/** What the unit has yet to give for a criterion. */
export function lacksOf(cell: CellView): Lack[] {
  const { criterion, judged, state, view } = cell
  if (!criterion || view.isHidden) return []
  const own = judged.stages.get('self')
  const isCounted = state.isFed || criterion.source !== undefined
  const verified = factAt(cell, 'verified')
  const asksProof = (criterion.evidence ?? '') !== '' && !state.isFed
  const claims = own?.kind === 'scored' && own.points.of > 0n
  const isAnswered = state.stages.has('explained') || state.stages.has('re-verified')
  const awaits = view.state.state === 'explain' && !view.state.isExplained && !isAnswered
  return [
    ...(own || state.isSurvey || isCounted ? [] : (['score'] as const)),
    ...(asksProof && claims && evidenceOf(cell).length === 0 ? (['evidence'] as const) : []),
    ...(awaits && verified && isCutAt(cell, verified) ? (['explanation'] as const) : []),
  ]
}

export const tellCriterion = ({
  code,
  name,
  max,
  na,
  rule,
  evidence = '',
  basis = '',
  source,
}: Criterion): CriterionHead => ({
  code,
  name,
  max,
  na,
  rule,
  evidenceAsked: evidence,
  basis,
  source: source ?? null,
})

/** @param isOpen whether the caller may change a piece now */
export async function tellEvidence(
  db: Db,
  rows: readonly EvidenceRow[],
  { startsOn, endsOn }: Period,
  isOpen: (row: EvidenceRow) => boolean,
): Promise<Evidence[]> {
  const files = await findFiles(db, [...new Set(rows.flatMap(({ fileId }) => fileId ?? []))])
  return rows.map((row) => {
    const file = row.fileId === null ? undefined : files.get(row.fileId)
    const isOutside = row.issuedOn !== null && (row.issuedOn < startsOn || row.issuedOn > endsOn)
    return {
      id: String(row.id),
      number: row.number,
      issuer: row.issuer,
      issuedOn: row.issuedOn,
      page: row.page,
      file: file ? { id: file.id, name: file.name } : null,
      link: row.link,
      criteria: row.criteria,
      addedBy: row.addedBy,
      addedAt: row.addedAt.toISOString(),
      warnings: row.issuedOn === null ? ['undated'] : isOutside ? ['outside'] : [],
      isOpen: isOpen(row),
    }
  })
}
