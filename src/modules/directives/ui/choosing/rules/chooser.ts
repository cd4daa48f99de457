import type { Standing } from '#modules/organisation/rules/held-units.ts'

/** Whose committee may choose what a unit proposes: the unit itself and all above it, the nearest first. */
export function choosersOf<U extends Standing>(units: readonly U[], code: string): U[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const line: U[] = []
  const climb = (unit: U | undefined): void => {
    if (!unit || line.includes(unit)) return
    line.push(unit)
    climb(unit.parentId === null ? undefined : byId.get(unit.parentId))
  }
  climb(units.find((unit) => unit.code === code))
  return line
}
