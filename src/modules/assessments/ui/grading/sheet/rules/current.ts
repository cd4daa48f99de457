import type { GradeFact, GradeStep } from '../../../../api/grade-shapes.ts'
import type { Grade } from '../../../../rules/grade-rules.ts'

/** What counts of a step; null: nothing was said. */
export const currentFact = (facts: readonly GradeFact[], step: GradeStep): GradeFact | null =>
  facts.findLast((fact) => fact.step === step && fact.isCurrent) ?? null

export const currentGrade = (facts: readonly GradeFact[], step: GradeStep): Grade | null =>
  currentFact(facts, step)?.grade ?? null
