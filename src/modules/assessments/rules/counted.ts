import { type Claim, STAGES, type Stage } from '../schema.ts'

const WEIGHT = new Map<Stage, number>(STAGES.map((stage, n) => [stage, stage === 'explained' ? -1 : n]))

/** What counts of each criterion: the last stage that is there. What a subject explains is shown, and never counts. */
export function countedClaims(claims: readonly Claim[]): Map<string, Claim> {
  const counted = new Map<string, Claim>()
  for (const claim of claims) {
    const weight = WEIGHT.get(claim.stage)!
    const before = counted.get(claim.criterion)
    if (weight >= 0 && (!before || weight > WEIGHT.get(before.stage)!)) counted.set(claim.criterion, claim)
  }
  return counted
}
