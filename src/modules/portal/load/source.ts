import type { Day } from '#kernel/day.ts'
import type { UnitState } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Lang } from '#platform/i18n/translate.ts'
import type { UnitView } from '../view.ts'

/** Where the pages read from, for which day and in which language. */
export type Source = { db: Db; today: Day; lang: Lang }

/** A unit as a page names it: an English name where there is one. */
export const unitView = (
  lang: Lang,
  { code, name, nameEn, kind }: Pick<UnitState, 'code' | 'name' | 'nameEn' | 'kind'>,
): UnitView => ({ code, name: lang === 'en' ? (nameEn ?? name) : name, kind })
