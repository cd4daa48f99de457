import { loadIndicators } from '#modules/indicators/index.ts'
import type { Indicator, LineageLeaf, LineageNode } from '#modules/indicators/schema.ts'
import { BREAKTHROUGHS, figureLineage, listFigureDefinitions } from '#modules/programmes/index.ts'
import { formulaPieces } from '../rules/formula-pieces.ts'
import { leavesByPart } from '../rules/lineage-leaves.ts'
import type { Figure, FigureView, FormulaView, Part, TracedPart } from '../view.ts'
import { silentFigure } from './figures.ts'
import { loadConfluences } from './home.ts'
import { restatedOf } from './programme.ts'
import { loadReports } from './reports.ts'
import type { YearData } from './year.ts'

/** Undefined when there is no figure of this key. `unit`: the part whose reports are shown. */
export async function loadFigure(
  data: YearData,
  key: string,
  { unit, page }: { unit: string | undefined; page: number },
): Promise<FigureView | undefined> {
  const { source, frame, programmes, running } = data
  const indicators = await loadIndicators(source.db)
  const found = await findFigure(data, indicators, key)
  if (!found) return undefined

  const { figure, indicator } = found
  const vi = source.lang === 'vi'
  const named = ({ name, nameEn }: { name: string; nameEn: string | null }) => (vi ? name : (nameEn ?? name))
  const programme = programmes.find(({ slug }) => slug === figure.programmeSlug)
  const [confluence] = await loadConfluences(data, [figure])
  const traced = confluence ? await trace(data, figure, confluence.parts) : null
  const counted = indicator.source === BREAKTHROUGHS ? running.filter(({ breakthrough }) => breakthrough) : []
  return {
    ...frame,
    figure,
    programme: programme ? { slug: programme.slug, name: named(programme) } : null,
    indicator: {
      name: named(indicator),
      acrossUnits: indicator.formula ? 'formula' : indicator.acrossUnits,
      acrossTime: indicator.formula ? '' : indicator.acrossTime,
    },
    formula: indicator.formula ? formulaView(data, indicators, indicator.formula, traced?.lineage) : null,
    parts: traced?.parts ?? [],
    rest: confluence?.rest ?? null,
    opened: traced ? await open(data, traced, unit) : null,
    counted: counted.map((p) => ({ slug: p.slug, name: named(p) })),
    evidence: [],
    restated: restatedOf(data, key),
    page,
  }
}

async function findFigure(
  { answers, figures, source }: YearData,
  indicators: ReadonlyMap<string, Indicator>,
  key: string,
): Promise<{ figure: Figure; indicator: Indicator } | undefined> {
  const i = answers.findIndex((answer) => answer.key === key)
  const told = answers[i] && indicators.get(answers[i].indicator)
  if (told) return { figure: figures[i]!, indicator: told }
  const definition = (await listFigureDefinitions(source.db)).find((figure) => figure.key === key)
  const indicator = definition && indicators.get(definition.indicator)
  if (!definition || !indicator) return undefined
  return { figure: silentFigure(definition, indicator.unitOfMeasure, source.lang), indicator }
}

type Traced = { parts: TracedPart[]; leaves: Map<string, LineageLeaf[]>; lineage: LineageNode }

/** Follows the figure down and says of each part which reports stand behind it. */
async function trace(
  { source, period, owner, borders }: YearData,
  figure: Figure,
  parts: Part[],
): Promise<Traced> {
  const lineage = await figureLineage(source.db, {
    key: figure.key,
    period: period.code,
    unit: owner.code,
    borders,
    today: source.today,
  })
  const leaves = leavesByPart(lineage)
  const traced = parts.map((part): TracedPart => {
    const reports = (leaves.get(part.unit.code) ?? []).flatMap(({ report, unit }) =>
      report ? [{ ...report, unit }] : [],
    )
    const each = new Map(
      reports.map((report) => [`${report.unit.id} ${report.form} ${report.period}`, report]),
    )
    const [only] = each.values()
    const approvals = reports.flatMap(({ approvedAt }) => approvedAt ?? []).sort()
    const last = approvals.at(-1)
    return {
      ...part,
      reports: each.size,
      version: each.size === 1 ? (only?.version ?? null) : null,
      latest: Math.max(0, ...reports.map(({ version }) => version)),
      approvedAt: last ? new Date(last) : null,
    }
  })
  return { parts: traced, leaves, lineage }
}

/** The formula in words with the value of each of its parts, each of which may be a figure of the year itself. */
function formulaView(
  { source, answers }: YearData,
  indicators: ReadonlyMap<string, Indicator>,
  formula: string,
  lineage: LineageNode | undefined,
): FormulaView {
  const values = new Map((lineage?.parts ?? []).map(({ indicator, value }) => [indicator, value]))
  const { pieces, codes } = formulaPieces(formula)
  const parts = codes.map((code) => {
    const indicator = indicators.get(code)
    const answer = answers.find((figure) => figure.indicator === code)
    const name = source.lang === 'en' ? (indicator?.nameEn ?? indicator?.name) : indicator?.name
    return { label: answer?.label ?? name ?? code, value: values.get(code) ?? null, key: answer?.key ?? null }
  })
  return { pieces, parts }
}

/** The part that was asked for, else the one whose report went through most versions, with its reports. */
async function open(
  data: YearData,
  { parts, leaves }: Traced,
  asked: string | undefined,
): Promise<FigureView['opened']> {
  const giving = parts.filter(({ value, reports }) => value !== null && reports > 0)
  const [first] = giving.sort((a, b) => b.latest - a.latest || Number(b.value) - Number(a.value))
  const part = giving.find(({ unit }) => unit.code === asked) ?? first
  if (!part) return null
  const reports = await loadReports(data, leaves.get(part.unit.code) ?? [])
  return { unit: part.unit, value: part.value, ...reports }
}
