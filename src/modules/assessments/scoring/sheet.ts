// The whole sheet of one subject.

import type { Db } from '#platform/db/db.ts'
import type { RoundLine } from '../api/rounds.ts'
import type { Missing, Saved, Sheet } from '../api/scoring.ts'
import { isSayable } from '../rules/round-state.ts'
import { type JudgedSheet, judgeSheet } from '../rules/sheet.ts'
import { ADJUSTMENT } from '../schema.ts'
import type { EvidenceRow } from '../store/evidence.ts'
import type { Ground } from './ground.ts'
import { lacksOf, tellCell, tellCriterion, tellEvidence } from './tell.ts'
import { cellOf, type View } from './view.ts'

/** A round as sheets name it. */
export const tellHead = ({
  round,
  version,
  ready,
}: Ground): Omit<RoundLine, 'subjects' | 'sent' | 'explained'> => ({
  id: String(round.id),
  name: round.name,
  scheme: { code: round.scheme, version, name: ready.scheme.name },
  period: round.period,
  group: round.group,
  keeper: { code: round.keeperCode, name: round.keeperName },
  state: round.state,
  selfDue: round.selfDue,
  verifyDue: round.verifyDue,
  explainDue: round.explainDue,
  councilOn: round.councilOn,
  appealDays: round.appealDays,
  publishedOn: round.publishedOn,
  decision: round.decision,
  openedBy: round.openedBy,
  openedAt: round.openedAt.toISOString(),
})

export async function tellSheet(db: Db, view: View): Promise<Sheet> {
  const { ground, subject } = view
  const { scheme } = ground.ready
  const judged = judgeView(view)
  const areas = scheme.areas.map(({ code, name, max, verifier = '', field, criteria }, n) => ({
    code,
    name,
    max,
    verifier,
    field: field ?? null,
    sums: judged.areas[n]!.sums,
    criteria: criteria.map((one) => ({ ...tellCriterion(one), cell: tellCell(cellOf(view, one.code)) })),
  }))
  return {
    round: tellHead(ground),
    unit: { code: subject.code, name: subject.name },
    sentAt: subject.sentAt?.toISOString() ?? null,
    sentBy: subject.sentBy,
    explainedAt: subject.explainedAt?.toISOString() ?? null,
    explainedBy: subject.explainedBy,
    isHidden: view.isHidden,
    areas,
    adjustment: scheme.adjust
      ? { min: scheme.adjust.min, max: scheme.adjust.max, cell: tellCell(cellOf(view, ADJUSTMENT)) }
      : null,
    totals: judged.totals,
    missing: missingIn(view),
    evidence: await tellEvidence(db, view.evidence, ground.period, (row) => isOpenEvidence(view, row)),
    may: [
      ...(view.can.send && isSayable('self', view.state) ? (['send'] as const) : []),
      ...(view.can.send && isSayable('explained', view.state) ? (['explain-done'] as const) : []),
      ...(mayAddEvidence(view) ? (['evidence'] as const) : []),
    ],
  }
}

export const judgeView = ({ ground, facts, isHidden }: View): JudgedSheet =>
  judgeSheet(ground.ready, [...facts.values()].flat(), isHidden)

export function missingIn(view: View): Missing {
  const lacks = [...view.ground.ready.criterionOf.keys()].map((code) => ({
    code,
    lacks: lacksOf(cellOf(view, code)),
  }))
  const of = (lack: (typeof lacks)[number]['lacks'][number]) =>
    lacks.filter((one) => one.lacks.includes(lack)).map(({ code }) => code)
  return { scores: of('score'), evidence: of('evidence'), explanations: of('explanation') }
}

/** While the unit may still say something of its own. */
export const mayAddEvidence = ({ can, state }: View): boolean =>
  can.say && (isSayable('self', state) || isSayable('explained', state))

/** What was there when the unit sent its scores stays as it was. */
export const isOpenEvidence = (view: View, { addedAt }: EvidenceRow): boolean =>
  mayAddEvidence(view) && (view.subject.sentAt === null || addedAt > view.subject.sentAt)

/** What a cell's score changes on its sheet. */
export function tellSaved(view: View, code: string): Saved {
  const judged = judgeView(view)
  const area = view.ground.ready.criterionOf.get(code)?.area
  const sums = judged.areas.find((one) => one.code === area?.code)?.sums
  return {
    cell: tellCell(cellOf(view, code)),
    area: area && sums ? { code: area.code, sums } : null,
    totals: judged.totals,
    missing: missingIn(view),
  }
}
