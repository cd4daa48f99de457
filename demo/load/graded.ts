import { dayOf } from '#kernel/day.ts'
import type { Ballot } from '#modules/assessments/api/grade-shapes.ts'
import {
  type ByCode,
  decideByCode,
  noticeDecided,
  openGrading,
  proposeByCode,
  stepGrade,
} from '#modules/assessments/index.ts'
import { writeAudit } from '#platform/audit/store.ts'
import type { Tx } from '#platform/db/db.ts'
import type { Actor } from '#platform/http/endpoint.ts'
import { readJson } from './read.ts'

type Given = {
  rules: string
  period: string
  keeper: string
  name: string
  openedAt: string
  /** The day on which subjects handed in what they say of themselves. */
  self: string
  decided: string
  decision: string
  noticed: string
  proposals: Record<string, ByCode['grade']>
  /** Proposed, and not decided: their group's quota would be passed. */
  waiting?: string[]
}
type Of = { period: string; code: string }
type Gradings = {
  gradings: Given[]
  commitments: (Of & { text: string; measure: string; outcome: 'done' | 'partly'; result: string })[]
  ballots: (Of & { body: string; on: string; ballot: Ballot })[]
}

/** The yearly grading of the district's organisations and of one commune's officials, under the rules of then. */
export async function gradeSubjects(tx: Tx, office: Actor): Promise<void> {
  const { gradings, commitments, ballots } = readJson<Gradings>('gradings.json')
  for (const given of gradings) {
    const at = new Date(given.openedAt)
    const who = { by: office.name, byId: null, for: null, at }
    const days = {
      selfDue: null,
      commentDue: null,
      proposeDue: null,
      decideOn: given.decided,
      appealDays: 10,
    }
    const { rules, period, keeper, name, proposals } = given
    const { id, subjects } = await openGrading(tx, { rules, period, keeper, name, group: '', ...days }, who)
    const tell = (action: 'grading.steer' | 'grade.decide', details: object) =>
      writeAudit(tx, office, at, { action, subject: `grading:${id}`, details: { period, ...details } })
    await tell('grading.steer', { name, subjects })
    // Whoever decides has said nothing of the subjects before
    const handedIn = { ...who, by: `donvi.${keeper}` }
    const isHere = ({ period: of, code }: Of) => of === period && code in proposals
    for (const { code, period: _, ...promised } of commitments.filter(isHere))
      await stepGrade(tx, { grading: id, code }, { step: 'commitment', ...promised }, handedIn)
    for (const [code, grade] of Object.entries(proposals))
      if (grade !== 'exempt') await stepGrade(tx, { grading: id, code }, { step: 'self', grade }, handedIn)
    for (const { code, period: _, ...meeting } of ballots.filter(isHere))
      await stepGrade(tx, { grading: id, code }, { step: 'comment', ...meeting }, handedIn)
    const drafts = Object.entries(proposals).map(
      ([code, grade]): ByCode => ({ code, grade, ...(grade === 'exempt' && { exemption: 'duoi-6-thang' }) }),
    )
    await proposeByCode(tx, id, drafts, who)
    const settled = drafts.filter(({ code }) => !given.waiting?.includes(code))
    const paper = { number: given.decision, on: given.decided }
    const asking = { actor: office, today: dayOf(at) }
    const decided = await decideByCode(tx, { grading: id, paper, drafts: settled }, asking, who)
    await noticeDecided(tx, id, { number: given.decision, on: given.noticed }, who)
    await tell('grade.decide', { decided, decision: given.decision })
  }
}
