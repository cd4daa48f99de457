// Programmes as they are defined, with the figures that they are told by.

import { listPeriodsHeld, loadIndicators } from '#modules/indicators/index.ts'
import type { Indicator } from '#modules/indicators/schema.ts'
import { listUnitNames, unitByCode } from '#modules/organisation/index.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Fault } from '#platform/http/problem.ts'
import type { ProgrammeAnswer, ProgrammeInput } from '../api/programmes.ts'
import { syncBreakthroughs } from '../breakthroughs.ts'
import { ProgrammeProblem } from '../problems.ts'
import type { FigureDefinition } from '../schema.ts'
import { replaceFigures } from '../store/figures.ts'
import { listFigureDefinitions, listProgrammes, writeProgrammes } from '../store/programmes.ts'

const EVER = { startsOn: '-infinity', endsOn: 'infinity' }

/** All programmes in their order, with their figures. */
export async function readProgrammes(db: Db): Promise<ProgrammeAnswer[]> {
  const programmes = await listProgrammes(db, EVER)
  const figures = await listFigureDefinitions(db)
  const used = await usedKeys(db, figures, await loadIndicators(db))
  const answers: ProgrammeAnswer[] = []
  for (const { id: _, unit, ...programme } of programmes) {
    // Named as in its own days, not as of whoever holds the code now.
    const [named] = await listUnitNames(db, [unit.id], programme.startsOn)
    const own = figures.filter(({ programmeSlug }) => programmeSlug === programme.slug)
    answers.push({
      ...programme,
      unit: named!.code,
      unitName: named!.name,
      figures: own.map(({ programmeSlug: _slug, ...figure }) => figure),
      used: own.map(({ key }) => key).filter((key) => used.has(key)),
    })
  }
  return answers
}

async function usedKeys(
  db: Db,
  figures: readonly FigureDefinition[],
  known: ReadonlyMap<string, Indicator>,
): Promise<Set<string>> {
  const used = new Set<string>()
  const isHeld = new Map<string, boolean>()
  for (const { key, indicator } of figures) {
    if (!isHeld.has(indicator)) {
      const { id, formula } = known.get(indicator)!
      // What is computed is published as soon as it is defined.
      isHeld.set(indicator, formula !== null || (await listPeriodsHeld(db, [id])).length > 0)
    }
    if (isHeld.get(indicator)) used.add(key)
  }
  return used
}

/** The unit of a programme, as an id. @throws programme.unitNotFound */
export async function unitOf(db: Db, given: Pick<ProgrammeInput, 'unit' | 'startsOn' | 'endsOn'>) {
  const unit = await unitByCode(db, given.unit, given)
  if (!unit) throw ProgrammeProblem.unitNotFound({ code: given.unit })
  return unit.id
}

/** @throws programme.notFound */
export async function getProgramme(db: Db, slug: string): Promise<ProgrammeAnswer> {
  const programme = (await readProgrammes(db)).find((one) => one.slug === slug)
  if (!programme) throw ProgrammeProblem.notFound({ slug })
  return programme
}

/**
 * Makes or changes a programme, and brings what counts programmes up to date.
 * @throws programme.taken, programme.notFound, programme.unitNotFound, programme.refused with a fault for each member
 */
export async function defineProgramme(
  tx: Tx,
  draft: ProgrammeInput,
  how: 'create' | 'change',
): Promise<{ before: ProgrammeAnswer | undefined; after: ProgrammeAnswer }> {
  const before = (await readProgrammes(tx)).find(({ slug }) => slug === draft.slug)
  if (how === 'create' && before) throw ProgrammeProblem.taken({ slug: draft.slug })
  if (how === 'change' && !before) throw ProgrammeProblem.notFound({ slug: draft.slug })

  const known = await loadIndicators(tx)
  const faults = [
    ...(draft.endsOn < draft.startsOn ? [{ path: 'endsOn', code: 'programme.endsBeforeStart' }] : []),
    ...figureFaults(draft, before, await listFigureDefinitions(tx), known),
  ]
  if (faults.length > 0) throw ProgrammeProblem.refused({ count: faults.length }, faults)
  const { figures, unit: _, ...programme } = draft
  await writeProgrammes(tx, [{ ...programme, unitId: await unitOf(tx, draft) }])
  await replaceFigures(
    tx,
    draft.slug,
    figures.map((figure) => ({ ...figure, indicatorId: known.get(figure.indicator)!.id })),
  )
  await syncBreakthroughs(tx)
  return { before, after: await getProgramme(tx, draft.slug) }
}

/** A key is for ever: it belongs to one programme, and what was published under it stays the same measure. */
function figureFaults(
  { slug, figures }: ProgrammeInput,
  before: ProgrammeAnswer | undefined,
  all: readonly FigureDefinition[],
  known: ReadonlyMap<string, Indicator>,
): Fault[] {
  const used = new Map(
    before?.figures.filter(({ key }) => before.used.includes(key)).map((figure) => [figure.key, figure]),
  )
  const given = new Set(figures.map(({ key }) => key))
  const lost = [...used.keys()].filter((key) => !given.has(key))
  const of = (at: number, code: string, details: Record<string, string>): Fault[] => [
    { path: `figures.${at}`, code, details },
  ]
  return [
    ...figures.flatMap((figure, at) => {
      const other = all.find(({ key, programmeSlug }) => key === figure.key && programmeSlug !== slug)
      if (other || figures.findIndex(({ key }) => key === figure.key) < at)
        return of(at, 'programme.keyTaken', { key: figure.key })
      if (!known.has(figure.indicator)) return of(at, 'indicator.notFound', { code: figure.indicator })
      const was = used.get(figure.key)
      return was && was.indicator !== figure.indicator
        ? of(at, 'programme.figureMeaning', { key: figure.key, indicator: was.indicator })
        : []
    }),
    ...(lost.length > 0
      ? [{ path: 'figures', code: 'programme.figureUsed', details: { keys: lost.join(', ') } }]
      : []),
  ]
}
