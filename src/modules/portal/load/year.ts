// What every page of a year starts from: the year, whose figures it shows, and the figures.

import { maxDay } from '#kernel/day.ts'
import { type Period, parsePeriod } from '#kernel/period.ts'
import { hasRankings } from '#modules/assessments/index.ts'
import { findUnit, placeDay, type UnitRef, unitStateOn } from '#modules/organisation/index.ts'
import { kindsOf } from '#modules/organisation/rules/names.ts'
import {
  type Ground,
  getFigures,
  hasChanged,
  listProgrammes,
  listYears,
  loadGround,
} from '#modules/programmes/index.ts'
import type { FigureAnswer, Programme } from '#modules/programmes/schema.ts'
import { isDemo } from '#platform/db/installation.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Here } from '../paths.ts'
import type { Question } from '../rules/question.ts'
import type { Figure, Frame } from '../view.ts'
import { toFigure } from './figures.ts'
import { type Source, unitView } from './source.ts'

export type YearData = {
  source: Source
  frame: Frame & { year: number }
  period: Period
  /** `now` only where it differs from then. */
  borders: 'then' | 'now'
  owner: UnitRef
  ground: Ground
  answers: FigureAnswer[]
  figures: Figure[]
  /** Programmes of the year, and those of other years that have figures in it. */
  programmes: Programme[]
  /** The ones that run in the year. */
  running: Programme[]
}

/** Null when the database holds nothing to show yet. */
export async function loadYear(
  source: Source,
  page: Here['page'],
  question: Question,
): Promise<YearData | null> {
  const years = await listYears(source.db)
  const borders = question.borders ?? 'then'
  const told = await findTold(source, years, borders, question.year)
  if (!told) return null

  const { year, answer } = told
  const period = parsePeriod(String(year))!
  const owner = await findUnit(source.db, Number(answer.unit.id))
  if (!owner) return null
  const thenDay = placeDay(owner, period.endsOn)
  const ground = await loadGround(source.db, owner.id, thenDay, maxDay(thenDay, source.today))
  const running = await listProgrammes(source.db, year)
  const programmes = [...running, ...(await programmesOfFigures(source, years, answer.figures, running))]
  const figures = answer.figures.map(toFigure)
  const here: Here = { lang: source.lang, page, year, ...(question.borders && { borders }) }
  const frame = {
    ...(await frameOf(source, here, years, { owner, ground, period })),
    year,
    programmes: navigation(source, programmes, figures),
  }
  const data = { source, frame, period, owner, ground, answers: answer.figures, figures, programmes, running }
  return { ...data, borders: borders === 'now' && hasChanged(ground) ? 'now' : 'then' }
}

/** The asked year, else the last one that has a value, else the last one. */
async function findTold(
  source: Source,
  years: readonly number[],
  borders: string,
  asked: number | undefined,
) {
  const candidates = asked === undefined ? [...years].reverse() : [asked]
  const told: { year: number; answer: Awaited<ReturnType<typeof getFigures>> }[] = []
  for (const year of candidates) {
    const answer = await figuresOrNone(source, year, borders)
    if (!answer) return null
    told.push({ year, answer })
    if (answer.figures.some(({ value }) => value !== null)) return told.at(-1)!
  }
  return told[0] ?? null
}

/** None when nobody can say whose figures are meant: no programme, and no single root. */
async function figuresOrNone({ db, today, lang }: Source, year: number, borders: string) {
  try {
    return await getFigures(db, { period: String(year), borders, today, lang })
  } catch (error) {
    if (error instanceof Problem && error.code === 'programme.noUnit') return null
    throw error
  }
}

/** Programmes of other years whose figures have values in this one. */
async function programmesOfFigures(
  { db }: Source,
  years: readonly number[],
  figures: readonly FigureAnswer[],
  known: readonly Programme[],
): Promise<Programme[]> {
  const missing = new Set(figures.flatMap(({ programme }) => programme ?? []))
  for (const { slug } of known) missing.delete(slug)
  const found: Programme[] = []
  for (const year of [...years].reverse()) {
    if (missing.size === 0) break
    for (const programme of await listProgrammes(db, year))
      if (missing.delete(programme.slug)) found.push(programme)
  }
  return found
}

/** A frame for pages that belong to no year: the empty database, and addresses that cannot be read. */
export async function bareFrame(source: Source, page: Here['page'] = { kind: 'home' }): Promise<Frame> {
  const { db, lang } = source
  return {
    lang,
    here: { lang, page },
    place: null,
    reporters: [],
    year: null,
    years: await listYears(db),
    borders: null,
    demo: await isDemo(db),
    programmes: [],
    hasRankings: await hasRankings(db),
  }
}

type Standing = { owner: UnitRef; ground: Ground; period: Period }

async function frameOf(
  source: Source,
  here: Here,
  years: number[],
  { owner, ground, period }: Standing,
): Promise<Frame> {
  const { db, lang } = source
  const self = await unitStateOn(db, owner.id, placeDay(owner, period.endsOn))
  const above = climb(ground, owner.id).map((id) => unitView(lang, ground.then.units.get(id)!))
  const { then } = ground
  const inside = then.units.has(owner.id) ? then.subtree(owner.id) : []
  const reporters = inside.filter((id) => then.isLeaf(id)).map((id) => then.units.get(id)!)
  const count = (tree: Ground['then'], ids: readonly number[]) => ({
    count: ids.length,
    kinds: kindsOf(ids.map((id) => tree.units.get(id)!)),
  })
  return {
    lang,
    here,
    place: { unit: unitView(lang, self), above, endsOn: owner.endsOn === 'infinity' ? null : owner.endsOn },
    reporters: kindsOf(reporters),
    year: here.year ?? null,
    years,
    borders: hasChanged(ground)
      ? {
          ofThen: count(ground.then, ground.ofThen),
          ofNow: count(ground.now, ground.ofNow),
          basis: ground.basis,
          since: ground.since,
        }
      : null,
    demo: await isDemo(db),
    programmes: [],
    hasRankings: await hasRankings(db),
  }
}

function climb({ then }: Ground, unit: number): number[] {
  const parent = then.units.has(unit) ? then.parent(unit) : null
  return parent === null ? [] : [parent, ...climb({ then } as Ground, parent)]
}

/** Programmes that have figures with values. */
function navigation({ lang }: Source, programmes: readonly Programme[], figures: readonly Figure[]) {
  const told = new Set(
    figures.flatMap(({ programmeSlug, value }) => (value === null ? [] : (programmeSlug ?? []))),
  )
  return programmes
    .filter(({ slug }) => told.has(slug))
    .map(({ slug, name, nameEn }) => ({ slug, name: lang === 'en' ? nameEn : name }))
}
