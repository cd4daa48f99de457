import { diverging, sequence } from '#web/kit/theme.ts'
import { stepOfAttainment } from './attainment-step.ts'

const WHITE_FROM = 3
const MISSING = { fill: '#F1F5F4', ink: '#42524F' }

/**
 * The ground and ink of an attainment in whole percent, from longan (behind) to river (beyond).
 * @param isReversed less is better: then above the target is behind.
 */
export function shadeOfAttainment(percent: number | null, isReversed: boolean) {
  if (percent === null) return MISSING
  const step = stepOfAttainment(percent, isReversed)
  return { fill: diverging[step]!, ink: step >= WHITE_FROM ? '#FFFFFF' : '#12201F' }
}

/** The ground and ink of an amount by its class of `classes`, light to dark. */
export function shadeOfAmount(place: number | null, classes: number) {
  if (place === null) return MISSING
  const at = classes <= 1 ? 2 : Math.round((place / (classes - 1)) * (sequence.length - 1))
  return { fill: sequence[at]!, ink: at >= WHITE_FROM ? '#FFFFFF' : '#12201F' }
}
