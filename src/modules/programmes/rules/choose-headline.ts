type Told = { value: string | null; target: string | null; reported: number }

/**
 * The figure that a programme is told by: among those with a value, one with a target before one without, then the one
 * that most units reported, then the first. Undefined when none has a value.
 */
export const chooseHeadline = <F extends Told>(figures: readonly F[]): F | undefined =>
  figures.filter(({ value }) => value !== null).reduce<F | undefined>(better, undefined)

const better = <F extends Told>(best: F | undefined, next: F): F => {
  if (!best) return next
  const isTargeted = Number(next.target !== null) - Number(best.target !== null)
  return (isTargeted || next.reported - best.reported) > 0 ? next : best
}
