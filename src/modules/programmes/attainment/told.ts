// How programmes and units are told, in the reader's language.

import type { UnitState } from '#modules/organisation/index.ts'
import type { Lang } from '#platform/i18n/translate.ts'
import type { ProgrammeHead } from '../api/attainment.ts'
import type { Programme } from '../schema.ts'

export const unitTold = (
  lang: Lang,
  { id, code, name, nameEn }: Pick<UnitState, 'id' | 'code' | 'name' | 'nameEn'>,
) => ({
  id: String(id),
  code,
  name: lang === 'en' ? (nameEn ?? name) : name,
})

/** @param running all programmes of the period, in order: among them a breakthrough content has its number. */
export function programmeTold(
  lang: Lang,
  programme: Programme,
  running: readonly Programme[],
): ProgrammeHead {
  const contents = running.filter(({ breakthrough }) => breakthrough)
  const { slug, name, nameEn, summary, summaryEn, unit, startsOn, endsOn } = programme
  return {
    slug,
    name: lang === 'en' ? nameEn : name,
    summary: lang === 'en' ? summaryEn : summary,
    breakthrough: programme.breakthrough ? contents.findIndex((p) => p.slug === slug) + 1 : null,
    unit: { id: String(unit.id), code: unit.code, name: unit.name },
    startsOn,
    endsOn,
  }
}
