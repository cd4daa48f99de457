// What of a scheme is open in the editor, and which faults stand where.

import type { DraftFaultFound } from '../../../rules/check-draft.ts'
import type { Scheme } from '../../../schema.ts'

/** The head, an area, or a criterion, by their places. */
export type Place =
  | { kind: 'head' }
  | { kind: 'area'; area: number }
  | { kind: 'criterion'; area: number; criterion: number }

export const HEAD: Place = { kind: 'head' }

/** `-`, `2`, `2.5`: a name for a place, to be kept in a list. */
export const nameOfPlace = (place: Place): string =>
  place.kind === 'head'
    ? '-'
    : place.kind === 'area'
      ? String(place.area)
      : `${place.area}.${place.criterion}`

export function placeNamed(name: string): Place {
  if (name === '-') return HEAD
  const [area, criterion] = name.split('.').map(Number)
  return criterion === undefined
    ? { kind: 'area', area: area! }
    : { kind: 'criterion', area: area!, criterion }
}

/** Where a code stands; the head for '' and for one that is not there. */
export function placeOf({ areas }: Scheme, code: string): Place {
  for (const [area, one] of areas.entries()) {
    const criterion = one.criteria.findIndex((each) => each.code === code)
    if (criterion >= 0) return { kind: 'criterion', area, criterion }
    if (one.code === code) return { kind: 'area', area }
  }
  return HEAD
}

/** The place, or the nearest that is still there once something was taken away. */
export function placeIn({ areas }: Scheme, place: Place): Place {
  if (place.kind === 'head') return HEAD
  const area = areas[place.area]
  if (!area) return HEAD
  if (place.kind === 'criterion' && !area.criteria[place.criterion]) return { kind: 'area', area: place.area }
  return place
}

/** Codes with something that must be mended, or is worth a look. */
export const marksOf = (faults: readonly DraftFaultFound[]): Map<string, 'must' | 'look'> => {
  const marks = new Map<string, 'must' | 'look'>()
  for (const { at, isBlocking } of faults)
    if (isBlocking || !marks.has(at)) marks.set(at, isBlocking ? 'must' : 'look')
  return marks
}
