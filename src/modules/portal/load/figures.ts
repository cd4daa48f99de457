import { attainmentPercent, isMet } from '#modules/programmes/rules/attainment.ts'
import type { FigureAnswer, FigureDefinition, TargetKind } from '#modules/programmes/schema.ts'
import type { Attainment, Figure } from '../view.ts'

/** A figure as pages show it. */
export const toFigure = (f: FigureAnswer): Figure => ({
  key: f.key,
  label: f.label,
  value: f.value,
  published: f.published,
  unitOfMeasure: f.unitOfMeasure,
  basis: f.basis,
  quality: f.state,
  target: f.target,
  attainment:
    f.attainmentPercent !== null && f.met !== null ? { percent: f.attainmentPercent, met: f.met } : null,
  reported: f.reported,
  expected: f.expected,
  programmeSlug: f.programme,
  phrase: f.phrase,
})

/** A figure that has nothing to say in a year: its page says so instead of being missing. */
export const silentFigure = (f: FigureDefinition, unitOfMeasure: string, lang: 'vi' | 'en'): Figure => ({
  key: f.key,
  label: lang === 'vi' ? f.label : f.labelEn,
  value: null,
  published: null,
  unitOfMeasure,
  basis: f.basis,
  quality: 'official',
  target: null,
  attainment: null,
  reported: 0,
  expected: 0,
  programmeSlug: f.programmeSlug,
  phrase: null,
})

/** A value against a target; null without both, and for a target of nothing. */
export function attainmentOf(
  value: string | null,
  target: string | null,
  kind: TargetKind,
): Attainment | null {
  const percent = attainmentPercent(value, target)
  const met = isMet(value, target, kind)
  return percent === null || met === null ? null : { percent, met }
}
