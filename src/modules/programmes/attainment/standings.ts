import { readPeriod } from '#modules/indicators/index.ts'
import type { ValueState } from '#modules/indicators/schema.ts'
import type { Db } from '#platform/db/db.ts'
import type { Lang } from '#platform/i18n/translate.ts'
import { getFigures } from '../figures.ts'
import { chooseHeadline } from '../rules/choose-headline.ts'
import { listProgrammes } from '../store/programmes.ts'
import { programmeTold } from './told.ts'

export type Selected = {
  period: string
  unit: string
  borders: string
  state: ValueState
  today: string
  lang: Lang
}

/**
 * How the programmes of a period stand at a unit.
 * @throws PeriodProblem.malformed, UnitProblem.notFound
 */
export async function readStandings(db: Db, selected: Selected) {
  const { period, lang } = selected
  const days = readPeriod(period)
  const running = await listProgrammes(db, days)
  const answer = await getFigures(db, selected)
  return {
    period,
    unit: answer.unit,
    borders: selected.borders,
    programmes: running.map((programme) => {
      const figures = answer.figures.filter((figure) => figure.programme === programme.slug)
      const headline = chooseHeadline(figures)?.key ?? null
      return { ...programmeTold(lang, programme, running), headline, figures }
    }),
  }
}
