// The words in the mouth of the river. Room is scarce: the number always stands, the rest as far as it fits.

import type { Scale } from '#kernel/measure.ts'

/** `over` is the floor word, small above the number; `sub` what stands below it. */
export type Mouth = { over: string; big: string; sub: string }

export type MouthWords = { floor: string; number: string; scale: Scale; label: string; counted: string }

/** Characters that fit beside each other at the sizes of the lying and of the standing drawing. */
const LYING = { big: 9, sub: 30 }
const STANDING = { sub: 14 }

/** On a desk: "7.430 ha" over "nhãn, 19 xã, thị trấn", or "995" over "tỷ đồng, 19 xã, thị trấn". */
export function lyingMouth({ floor, number, scale, label, counted }: MouthWords): Mouth {
  const unit = unitOf(scale)
  const whole = [scale.before, number, scale.after].filter(Boolean).join(' ')
  const fits = whole.length <= LYING.big
  const told = (...words: string[]) => [fits ? '' : unit, ...words].filter(Boolean).join(', ')
  const sub = [told(label, counted), told(counted), told()].find((text) => text.length <= LYING.sub)
  return { over: floor, big: fits ? whole : number, sub: sub ?? '' }
}

/** On a phone: "7.430" over "ha nhãn", or over "ha" when the label is long. */
export function standingMouth({ floor, number, scale, label }: MouthWords): Mouth {
  const unit = unitOf(scale)
  const sub = [`${unit} ${label}`.trim(), unit].find((text) => text.length <= STANDING.sub)
  return { over: floor, big: number, sub: sub ?? '' }
}

const unitOf = ({ before, after }: Scale): string => [before, after].filter(Boolean).join(' ')
