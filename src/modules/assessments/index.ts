// What commands and the application may use of assessments.

import { schemeFormat } from './import/scheme.ts'
import { scoresFormat } from './import/scores.ts'

export type { Result } from './rules/assess.ts'
export { type Assessment, checkAssessment, keepAssessment } from './run.ts'
export { type Sayer, type Saying, say } from './store/said.ts'

export const assessmentFormats = [schemeFormat, scoresFormat]
