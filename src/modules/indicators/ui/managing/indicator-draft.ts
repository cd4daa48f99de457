// An indicator as it is being written. Pure.

import type { IndicatorAnswer, IndicatorInput } from '../../api/definitions.ts'

export type IndicatorDraft = Omit<IndicatorInput, 'breakdown' | 'nameEn' | 'formula' | 'minimum'> & {
  nameEn: string
  formula: string
  minimum: string
  /** Whether it is computed: a formula that is not written yet is one all the same. */
  isDerived: boolean
  dimension: string
  /** One a line; none: open. */
  items: string
}

export const NEW_INDICATOR: IndicatorDraft = {
  code: '',
  name: '',
  nameEn: '',
  unitOfMeasure: '',
  acrossUnits: 'sum',
  weight: null,
  acrossTime: 'sum',
  formula: '',
  minimum: '',
  isDerived: false,
  dimension: '',
  items: '',
}

export function draftOf(indicator: IndicatorAnswer): IndicatorDraft {
  const { code, name, nameEn, unitOfMeasure, acrossUnits, weight, acrossTime } = indicator
  return {
    ...{ code, name, unitOfMeasure, acrossUnits, weight, acrossTime },
    nameEn: nameEn ?? '',
    formula: indicator.formula ?? '',
    minimum: indicator.minimum ?? '',
    isDerived: indicator.formula !== null,
    dimension: indicator.breakdown?.name ?? '',
    items: indicator.breakdown?.items?.join('\n') ?? '',
  }
}

export function inputOf(draft: IndicatorDraft): IndicatorInput {
  const { isDerived, dimension, items, nameEn, formula, minimum, weight, ...rest } = draft
  const list = items.split('\n').flatMap((item) => item.trim() || [])
  const isWeighted = !isDerived && rest.acrossUnits === 'weighted'
  return {
    ...rest,
    code: rest.code.trim(),
    name: rest.name.trim(),
    unitOfMeasure: rest.unitOfMeasure.trim(),
    nameEn: nameEn.trim() || null,
    acrossUnits: isDerived && rest.acrossUnits === 'weighted' ? 'none' : rest.acrossUnits,
    weight: isWeighted ? weight : null,
    formula: isDerived ? formula.trim() : null,
    minimum: isDerived ? null : minimum.trim().replace(',', '.') || null,
    breakdown:
      isDerived || dimension.trim() === ''
        ? null
        : { name: dimension.trim(), items: list.length > 0 ? list : null },
  }
}
