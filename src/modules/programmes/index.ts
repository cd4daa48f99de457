import { lineage, listPeriodsHeld, loadIndicators } from '#modules/indicators/index.ts'
import type { LineageNode, ValueState } from '#modules/indicators/schema.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import { syncBreakthroughs } from './breakthroughs.ts'
import { unitMeant } from './figures.ts'
import { targetsFormat } from './import/targets.ts'
import { FigureProblem } from './problems.ts'
import type { FigureDefinition, Programme } from './schema.ts'
import * as store from './store/programmes.ts'

export { type Ground, hasChanged, loadGround } from './attainment/ground.ts'
export { type Landscape, loadLandscape } from './attainment/landscape.ts'
export { BREAKTHROUGHS } from './breakthroughs.ts'
export { type FiguresQuery, getFigures } from './figures.ts'
export { saveTargets } from './managing/set-targets.ts'
export { listFigureDefinitions, programmeRecords } from './store/programmes.ts'
export { listTargets, targetRecords } from './store/targets.ts'

export const programmeFormats = [targetsFormat]

/** Programmes that run in a year, breakthrough contents first. */
export const listProgrammes = (db: Db, year: number): Promise<Programme[]> =>
  store.listProgrammes(db, { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` })

/** All programmes, whenever they run. */
export const listProgrammesEver = (db: Db): Promise<Programme[]> =>
  store.listProgrammes(db, { startsOn: '-infinity', endsOn: 'infinity' })

/** Makes or changes programmes by slug; what counts them is brought up to date at once. */
export async function saveProgrammes(tx: Tx, drafts: readonly store.ProgrammeDraft[]): Promise<void> {
  await store.writeProgrammes(tx, drafts)
  await syncBreakthroughs(tx)
}

/** Makes or changes figures by key. */
export async function saveFigures(tx: Tx, figures: readonly FigureDefinition[]): Promise<void> {
  const indicators = await loadIndicators(tx)
  await store.writeFigures(
    tx,
    figures.map((f) => ({ ...f, indicatorId: indicators.get(f.indicator)!.id })),
  )
}

/** Years that have values of a figure or a programme, ascending. */
export async function listYears(db: Db): Promise<number[]> {
  const indicators = await loadIndicators(db)
  const held = await listPeriodsHeld(
    db,
    [...indicators.values()].map((i) => i.id),
  )
  const span = await store.findProgrammeSpan(db)
  const years = new Set(held.map((code) => Number(code.slice(0, 4))))
  if (span)
    for (let year = Number(span.from.slice(0, 4)); year <= Number(span.to.slice(0, 4)); year += 1)
      years.add(year)
  return [...years].sort((a, b) => a - b)
}

export type FigureLineageQuery = {
  key: string
  period: string
  unit?: string | undefined
  borders: string
  state?: ValueState | undefined
  today: string
}

/** The lineage of a figure by its key, or of any indicator by its code. */
export async function figureLineage(db: Db, q: FigureLineageQuery): Promise<LineageNode> {
  const figure = (await store.listFigureDefinitions(db)).find((f) => f.key === q.key)
  const indicator = figure?.indicator ?? q.key
  if (!figure && !(await loadIndicators(db)).has(indicator)) throw FigureProblem.notFound({ key: q.key })
  const unit = q.unit ?? (await unitMeant(db, q.period))
  const { period, borders, state, today } = q
  return { ...(await lineage(db, { indicator, period, unit, borders, state, today })), key: q.key }
}
