import type { Day } from '#kernel/day.ts'
import type { Period } from '#kernel/period.ts'
import { unitByCode } from '#modules/organisation/index.ts'
import { getFigures } from '#modules/programmes/index.ts'
import type { FigureAnswer, FiguresAnswer } from '#modules/programmes/schema.ts'
import type { Db } from '#platform/db/db.ts'
import type { Lang } from '#platform/i18n/translate.ts'
import type { TargetWork } from '../api/work.ts'
import { gapBehind } from '../rules/behind.ts'
import { programmeLink } from '../rules/links.ts'

type Asking = { unit: string; period: Period; today: Day; lang: Lang }
/** A figure that has a target. */
export type Targeted = FigureAnswer & { target: string }

/** A unit's approved figures that have a target in a period; none when nobody held that code then. */
export async function targetedFigures(
  db: Db,
  { unit, period, today, lang }: Asking,
): Promise<{ unit: FiguresAnswer['unit']; figures: Targeted[] } | null> {
  if (!(await unitByCode(db, unit, period))) return null
  const answer = await getFigures(db, { period: period.code, unit, borders: 'then', today, lang })
  const figures = answer.figures.filter((figure): figure is Targeted => figure.target !== null)
  return { unit: answer.unit, figures }
}

/** What is behind its target, the worst first; for a figure of several keys once. */
export async function behindItems(db: Db, asking: Asking): Promise<TargetWork[]> {
  const found = await targetedFigures(db, asking)
  if (!found) return []
  const { unit, figures } = found
  const items = figures.flatMap((figure): TargetWork[] => {
    const gap = gapBehind(figure, asking.period, asking.today)
    if (gap === null || figure.value === null) return []
    const { indicator, label, value, target, unitOfMeasure, attainmentPercent, programme } = figure
    const link = programmeLink(programme, asking.unit, asking.period.code)
    const about = {
      about: 'target' as const,
      unit,
      period: asking.period.code,
      action: 'look' as const,
      link,
    }
    return [{ ...about, indicator, label, value, target, unitOfMeasure, attainmentPercent, gap }]
  })
  return items.toSorted((a, b) => Number(a.attainmentPercent ?? 0) - Number(b.attainmentPercent ?? 0))
}
