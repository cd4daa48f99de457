// One subject's sheet, as the subject and whoever judges it read it.

import { addDays, type Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import type { GradeFact } from '../api/grade-shapes.ts'
import type { Commitment, GradeSheet, SheetAct, SideScores } from '../api/grading-sheet.ts'
import { partsOf } from '../rules/grade-points.ts'
import { warnOf } from '../rules/grade-warnings.ts'
import type { CommitmentRow, FactRow } from '../store/grade-facts.ts'
import { type GradeSubjectRow, listStanding, type StandingRow } from '../store/grading-subjects.ts'
import type { GradingRow } from '../store/gradings.ts'
import { type GradingGround, groundOfGrading } from './ground.ts'
import { knownOf, loadDossiers, tellSide } from './known.ts'
import { type Asking, type Rights, rightsOver } from './rights.ts'

export const tellFact = (fact: FactRow): GradeFact => ({
  id: String(fact.id),
  step: fact.step,
  grade: fact.grade,
  exemption: fact.exemption,
  text: fact.text,
  body: fact.body,
  ballot: fact.ballot,
  number: fact.number,
  on: fact.on,
  by: fact.by,
  for: fact.for,
  at: fact.at.toISOString(),
  isCurrent: fact.isCurrent,
})
export const tellCommitment = (row: CommitmentRow): Commitment => ({
  id: String(row.id),
  text: row.text,
  measure: row.measure,
  by: row.by,
  at: row.at.toISOString(),
  outcome: row.outcome,
  result: row.result,
  reportedBy: row.reportedBy,
  reportedAt: row.reportedAt?.toISOString() ?? null,
})
/** Without what only the rules need. */
export const sideOf = (side: ReturnType<typeof tellSide>): SideScores | null => {
  if (!side) return null
  const { stated: _, ...told } = side
  return told
}

/** The last day of appeals against a notice; null: none was given, or none are taken. */
export const appealUntil = (
  { appealDays }: Pick<GradingRow, 'appealDays'>,
  noticedOn: Day | null,
): Day | null => (noticedOn === null || appealDays === 0 ? null : addDays(noticedOn, appealDays))

export async function tellSheet(
  db: Db,
  grading: GradingRow,
  subject: GradeSubjectRow,
  asking: Asking,
): Promise<GradeSheet> {
  const ground = await groundOfGrading(db, grading)
  const { rules, period } = ground
  const [standing] = await listStanding(db, { gradingId: grading.id, ids: [subject.id] })
  const dossier = (await loadDossiers(db, ground, [subject])).get(subject.id)!
  const rights = await rightsOver(db, { grading, subject }, asking)
  const until = appealUntil(grading, standing!.noticedOn)
  const grade = standing!.decided ?? standing!.proposed
  // A decision is the subject's to know once it is told
  const isHidden = rights.isOwn && standing!.noticedOn === null
  const facts = dossier.facts.filter(({ step }) => !isHidden || step !== 'decision')
  return {
    id: String(subject.id),
    grading: tellHead(ground),
    code: subject.code,
    name: subject.name,
    person: subject.personId === null ? null : String(subject.personId),
    title: subject.title,
    unit: { code: subject.unitCode, name: subject.unitName },
    group: subject.group,
    isHead: subject.isHead,
    isOwn: rights.isOwn,
    cameFrom: dossier.cameFrom && { code: dossier.cameFrom.code, name: dossier.cameFrom.name },
    ruleset: rules,
    parts: partsOf(rules.frame, period),
    self: sideOf(tellSide(ground, subject.isHead, dossier.scores, 'self')),
    proposal: sideOf(tellSide(ground, subject.isHead, dossier.scores, 'proposal')),
    commitments: dossier.commitments.map(tellCommitment),
    facts: facts.map(tellFact),
    warnings: warnOf(rules, isHidden ? standing!.proposed : grade, knownOf(ground, subject, dossier)),
    appealUntil: until,
    may: subject.isErased ? [] : await actsOn(ground, standing!, { rights, until, today: asking.today }),
  }
}

const tellHead = ({ grading }: GradingGround): GradeSheet['grading'] => ({
  id: String(grading.id),
  name: grading.name,
  period: grading.period,
  keeper: { code: grading.keeperCode, name: grading.keeperName },
  subjects: grading.subjects,
  state: grading.state,
  selfDue: grading.selfDue,
  commentDue: grading.commentDue,
  proposeDue: grading.proposeDue,
  decideOn: grading.decideOn,
})

async function actsOn(
  { grading }: GradingGround,
  standing: StandingRow,
  { rights, until, today }: { rights: Rights; until: Day | null; today: Day },
): Promise<SheetAct[]> {
  const isOpen = grading.state === 'open'
  const isUndecided = isOpen && standing.decided === null
  const isInTime = until !== null && today <= until
  const maySpeak = await rights.maySpeakFor()
  const mayPropose = await rights.mayJudge('grade.propose')
  const asked: [SheetAct, boolean][] = [
    ['scoreSelf', isUndecided && maySpeak],
    ['self', isUndecided && maySpeak],
    ['commit', isUndecided && maySpeak],
    ['opinion', isUndecided && (await rights.mayGiveOpinion())],
    ['comment', isUndecided && !rights.isOwn && (await rights.may('grade.comment'))],
    ['scoreProposal', isUndecided && mayPropose],
    ['propose', isUndecided && mayPropose],
    ['decide', isOpen && (await rights.mayJudge('grade.decide'))],
    ['place', isUndecided && (await rights.may('grading.steer'))],
    [
      'appeal',
      isInTime && (rights.isOwn || (grading.subjects === 'units' && (await rights.may('appeal.file')))),
    ],
  ]
  return asked.flatMap(([act, isNow]) => (isNow ? [act] : []))
}
