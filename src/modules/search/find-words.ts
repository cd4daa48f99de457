// Programmes, figures, indicators and forms: some hundreds, read and compared as they are asked for.

import { listFormsAsked, loadIndicators } from '#modules/indicators/index.ts'
import { listFigureDefinitions, listProgrammesEver } from '#modules/programmes/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Lang } from '#platform/i18n/translate.ts'
import type { Found } from './api.ts'
import { bestGrade, type Graded } from './find-units.ts'
import { findable, type Query } from './rules/match.ts'

/** Both names are looked in; the one of the reader's language is told. */
type Named = { name: string; nameEn: string | null }

export async function findWords(db: Db, query: Query, lang: Lang): Promise<Graded[]> {
  const programmes = await listProgrammesEver(db)
  const nameOf = new Map(programmes.map(({ slug, name, nameEn }) => [slug, lang === 'en' ? nameEn : name]))
  const grade = (kind: Found['kind'], code: string, named: Named, rest: Partial<Found>): Graded[] => {
    const texts = [named.name, named.nameEn ?? named.name].map((text) => findable(text, code))
    const graded = bestGrade(texts, query)
    if (graded === null) return []
    const name = lang === 'en' ? (named.nameEn ?? named.name) : named.name
    return [{ grade: graded, found: { ...NOTHING, kind, code, name, ...rest } }]
  }
  const figures = (await listFigureDefinitions(db)).filter(({ programmeSlug }) => programmeSlug !== null)
  return [
    ...programmes.flatMap((p) => grade('programme', p.slug, p, { within: p.unit.name })),
    ...figures.flatMap(({ key, label, labelEn, programmeSlug }) => {
      const within = nameOf.get(programmeSlug!) ?? null
      return grade('figure', key, { name: label, nameEn: labelEn }, { within, programme: programmeSlug })
    }),
    ...[...(await loadIndicators(db)).values()].flatMap((i) =>
      grade('indicator', i.code, i, { about: i.unitOfMeasure }),
    ),
    ...(await listFormsAsked(db)).flatMap((f) => grade('form', f.code, f, { about: f.frequency })),
  ]
}

const NOTHING = { about: null, within: null, programme: null, until: null, nowCalled: null }
