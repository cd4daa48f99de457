// What commands and the application may use of assessments.

import { schemeFormat } from './import/scheme.ts'
import { scoresFormat } from './import/scores.ts'

export { resultCheck } from './results/check.ts'
export { publishExternal } from './results/external.ts'
export { type Publisher, publishRound, republishRound } from './results/publish.ts'
export { RESULT_SOURCES, resultRecords } from './results/sources.ts'
export type { Result } from './rules/assess.ts'
export { type Assessment, checkAssessment, keepAssessment } from './run.ts'
export { attachEvidence, markSubjects } from './scoring/by-program.ts'
export { type Move, moveRound } from './scoring/move-round.ts'
export { openRound, type RoundDraft } from './scoring/open-round.ts'
export { type Sayer, type Saying, say } from './store/said.ts'
export { roundRecords } from './store/unit-records.ts'

export const assessmentFormats = [schemeFormat, scoresFormat]
