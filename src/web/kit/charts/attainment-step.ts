/** Where the steps of attainment lie, in percent of the target. */
const STEPS = [90, 100, 110] as const

/**
 * The step of an attainment in whole percent, 0 (far behind) to 3 (well beyond). A limit belongs to the step above it.
 * @param isReversed less is better: then above the target is behind.
 */
export const stepOfAttainment = (percent: number, isReversed: boolean): number =>
  STEPS.filter((limit) => (isReversed ? percent <= 200 - limit : percent >= limit)).length
