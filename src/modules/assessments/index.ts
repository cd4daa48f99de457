// What commands and the application may use of assessments.

import { gradeRulesFormat } from './import/grade-rules.ts'
import { schemeFormat } from './import/scheme.ts'
import { scoresFormat } from './import/scores.ts'

export {
  type ByCode,
  decideByCode,
  type GradeStepDraft,
  noticeDecided,
  proposeByCode,
  stepGrade,
} from './grading/by-program.ts'
export { type GradingDraft, openGrading } from './grading/open-grading.ts'
export { resultCheck } from './results/check.ts'
export { publishExternal } from './results/external.ts'
export { hasRankings, listRankings, readLastChange, readRanking, readWhy } from './results/public.ts'
export { type Publisher, publishRound, republishRound } from './results/publish.ts'
export { RESULT_SOURCES, resultRecords } from './results/sources.ts'
export type { Result } from './rules/assess.ts'
export { type Assessment, checkAssessment, keepAssessment } from './run.ts'
export { attachEvidence, markSubjects } from './scoring/by-program.ts'
export { type Move, moveRound } from './scoring/move-round.ts'
export { openRound, type RoundDraft } from './scoring/open-round.ts'
export { listGradingsEnding as gradingRecords } from './store/gradings.ts'
export { type Sayer, type Saying, say } from './store/said.ts'
export { roundRecords } from './store/unit-records.ts'
export {
  listWorkLines,
  listWorkSteps,
  type WorkAsked,
  type WorkLine,
  type WorkStep,
} from './store/work-lines.ts'
export { listWorkNews } from './store/work-news.ts'
export { type AnswerSheet, handInAnswers, readAnswerSheet } from './surveys/answer.ts'

export const assessmentFormats = [schemeFormat, gradeRulesFormat, scoresFormat]
