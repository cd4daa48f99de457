import type { Period } from '#kernel/period.ts'
import type { Db } from '#platform/db/db.ts'
import { FigureProblem, ProgrammeProblem } from '../problems.ts'
import type { FigureDefinition, Programme, Target } from '../schema.ts'
import { listFigureDefinitions, listProgrammes } from '../store/programmes.ts'

export type Found = { programme: Programme; running: Programme[]; figures: FigureDefinition[] }

/**
 * A programme with its figures, whether it runs in the period or not.
 * @throws ProgrammeProblem.notFound; figure.notFound for a programme without figures.
 */
export async function findProgramme(db: Db, slug: string, days: Period): Promise<Found> {
  const all = await listProgrammes(db, { startsOn: '-infinity', endsOn: 'infinity' })
  const programme = all.find((p) => p.slug === slug)
  if (!programme) throw ProgrammeProblem.notFound({ slug })
  const figures = (await listFigureDefinitions(db)).filter((figure) => figure.programmeSlug === slug)
  if (figures.length === 0) throw FigureProblem.notFound({ key: slug })
  const running = all.filter((p) => p.startsOn <= days.endsOn && p.endsOn >= days.startsOn)
  return { programme, running, figures }
}

/**
 * The figure that was asked for; without a name, the one that most units have a target for, the first of them.
 * @throws figure.notFound for a key that is not one of the programme's.
 */
export function chooseFigure(
  { figures }: Found,
  key: string | undefined,
  targets: readonly Target[],
): FigureDefinition {
  if (key !== undefined) {
    const named = figures.find((figure) => figure.key === key)
    if (!named) throw FigureProblem.notFound({ key })
    return named
  }
  const count = (figure: FigureDefinition) =>
    targets.filter(({ indicator }) => indicator === figure.indicator).length
  return figures.reduce((best, next) => (count(next) > count(best) ? next : best))
}

/** Code of the unit that chose a programme. @throws ProgrammeProblem.notFound */
export async function findProgrammeUnit(db: Db, slug: string): Promise<string> {
  const all = await listProgrammes(db, { startsOn: '-infinity', endsOn: 'infinity' })
  const programme = all.find((p) => p.slug === slug)
  if (!programme) throw ProgrammeProblem.notFound({ slug })
  return programme.unit.code
}
