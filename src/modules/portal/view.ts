// What the pages show, as plain data. Loading (load/) and drawing (pages/, parts/, charts/) meet only here.

import type { Geometry } from 'geojson'
import type { Day } from '#kernel/day.ts'
import type { Decimal } from '#kernel/decimal.ts'
import type { PublishedResult, ResultChanges, ResultLine, Why } from '#modules/assessments/api/results.ts'
import type { AnswerSheet } from '#modules/assessments/index.ts'
import type { AcrossTime, AcrossUnits } from '#modules/indicators/schema.ts'
import type { Place } from '#modules/programmes/rules/tiles.ts'
import type { Lang } from '#platform/i18n/translate.ts'
import type { Here } from './paths.ts'

export type Quality = 'estimate' | 'preliminary' | 'official'

/** `name` as recorded, in the page's language: "Xã Bó Sinh", "Bo Sinh Commune"; `kind` always in Vietnamese. */
export type UnitView = { code: string; name: string; kind: string }

/** Value against target. `met` knows the kind of target: below is met when lower is better. */
export type Attainment = { percent: Decimal; met: boolean }

/** One figure of a unit in a period. Decimals are exact, in the unit of measure; null is missing, not zero. */
export type Figure = {
  key: string
  label: string
  value: Decimal | null
  /** What is published: the value, or, for `more-than`, the value rounded down to its step. */
  published: Decimal | null
  unitOfMeasure: string
  basis: 'exact' | 'more-than'
  quality: Quality
  target: Decimal | null
  attainment: Attainment | null
  reported: number
  expected: number
  programmeSlug: string | null
  /** Its part of the year's sentence, with `{value}`; null stays out of the sentence. */
  phrase: string | null
}

/** What one unit gave to a figure. */
export type Part = {
  unit: UnitView
  value: Decimal | null
  target: Decimal | null
  attainment: Attainment | null
  reported: number
  expected: number
  /** The units of then that were merged into this one; empty when it is the same unit. */
  predecessors: Predecessor[]
  place: Place | null
  border: Geometry | null
}
export type Predecessor = { unit: UnitView; place: Place | null }
export type { Place }

/** A figure and what it is made of, in the chosen borders. Parts and rest add up to it. */
export type Confluence = { figure: Figure; parts: Part[]; rest: Rest | null }
/** What lies at the unit itself: its own report, or ground of those below that could not be shared out. */
export type Rest = { unit: UnitView; value: Decimal }

/** Around every page. */
export type Frame = {
  lang: Lang
  here: Here
  /** The unit whose programmes these are, and the units above it; null in an empty database. */
  place: { unit: UnitView; above: UnitView[]; endsOn: Day | null } | null
  year: number | null
  /** Years that have values or programmes, ascending. */
  years: number[]
  /** Null when there is nothing to choose: the units of then are the units of now. */
  /** Kinds of the units that report, the most frequent first: what "19/19 xã, thị trấn" counts. */
  reporters: string[]
  borders: { ofThen: BordersCount; ofNow: BordersCount; basis: string | null; since: Day | null } | null
  demo: boolean
  /** Programmes of the year that have figures: the navigation. */
  programmes: { slug: string; name: string }[]
  /** Something was scored, ranked and published. */
  hasRankings: boolean
}
export type BordersCount = { count: number; kinds: string[] }

export type RankingsView = Frame & { rankings: ResultLine[] }
/** One published ranking; `published`: every year that there is by this scheme, the latest first. */
export type RankingView = Frame & {
  result: PublishedResult
  published: { year: number; current: boolean }[]
  /** Of the unit that is opened. */
  why: Why | null
  /** What an appeal changed last. */
  change: ResultChanges | null
  page: number
  pages: number
}

export type ProgrammeCard = {
  slug: string
  name: string
  summary: string
  /** Its figure for the year; null when the software has none yet. */
  headline: Figure | null
}

export type HomeView = Frame & {
  year: number
  figures: Figure[]
  confluence: Confluence | null
  breakthroughs: ProgrammeCard[]
  /** Programmes that are not breakthrough contents. */
  others: ProgrammeCard[]
}

export type TrendPoint = { year: number; value: Decimal | null; quality: Quality }

export type ProgrammeView = Frame & {
  year: number
  programme: { slug: string; name: string; summary: string; breakthrough: boolean; position: number }
  figures: Figure[]
  main: Confluence | null
  /** One point a year, without gaps in the years; a year without a value has none. */
  trend: TrendPoint[]
  /** Every figure that adds up over units, per unit; `values` in the order of `columns`. */
  table: { columns: Figure[]; rows: { unit: UnitView; values: (Decimal | null)[] }[] } | null
  /** A figure parted by its dimension, for instance a value by channel of sale. */
  breakdown: { figure: Figure; dimension: string; items: { item: string; value: Decimal }[] } | null
  /** How many pairs of true neighbours touch on the schematic map; null when it is not known. */
  map: { touching: number; pairs: number } | null
  restated: Restated | null
  page: number
}

/** What restating did: units that took their predecessors whole, and values that could not be shared out. */
export type Restated = {
  whole: number
  units: number
  kinds: string[]
  notShared: { units: number; value: Decimal | null } | null
}

/**
 * One version of one unit's report. `in-force` is the approved version that counts, `replaced` an approved one before
 * it. `values` are what this version says, in the order of the report's columns.
 */
export type ReportVersion = {
  version: number
  state: 'returned' | 'replaced' | 'in-force'
  values: (Decimal | null)[]
  quality: Quality
  /** Brought in by an office from a file, and not submitted by the unit itself. */
  imported: boolean
  submittedAt: Date | null
  decidedAt: Date | null
  reason: string | null
}
/** One unit's answer to one form for one period, newest version first; a column for each indicator that counts. */
export type ReportView = {
  unitName: string
  form: string
  period: string
  columns: { label: string; unitOfMeasure: string }[]
  versions: ReportVersion[]
}

/** A part with where it stands: how many reports make it up, the version when it is one, the last approval. */
export type TracedPart = Part & {
  reports: number
  version: number | null
  /** The highest version among its reports; 0 without any. */
  latest: number
  approvedAt: Date | null
}

/** One part with the reports behind it; `more` reports are not shown. */
export type OpenedPart = { unit: UnitView; value: Decimal | null; reports: ReportView[]; more: number }

/** A formula as text with its parts in between: a number in `pieces` is the place of a part. */
export type FormulaView = { pieces: (string | number)[]; parts: FormulaPart[] }
/** `key` when the part is itself a figure of the year. */
export type FormulaPart = { label: string; value: Decimal | null; key: string | null }

export type FigureView = Frame & {
  year: number
  figure: Figure
  programme: { slug: string; name: string } | null
  /** How it adds up; `formula` for one that is computed from sums, and then nothing over time. */
  indicator: { name: string; acrossUnits: AcrossUnits | 'formula'; acrossTime: AcrossTime | '' }
  formula: FormulaView | null
  parts: TracedPart[]
  rest: Rest | null
  /** The part whose reports are shown: the one asked for, else the largest. */
  opened: OpenedPart | null
  /** Programmes that are counted, where the figure counts programmes. */
  counted: { slug: string; name: string }[]
  evidence: { name: string; sha256: string }[]
  restated: Restated | null
  page: number
}

/** What whoever holds a token is asked. */
export type SurveyView = Frame & {
  sheet: Extract<AnswerSheet, { state: 'open' }>
  /** It came back without an answer. */
  isBlank: boolean
}
