// What a definition may say, and what may still be changed once values stand behind it. Shared by server and browser.

import type { AcrossTime, AcrossUnits } from '../schema.ts'
import { type Defined, findCircle, needsOf } from './definition.ts'
import { isFault, parseFormula } from './formula.ts'

export type Definition = {
  code: string
  unitOfMeasure: string
  acrossUnits: AcrossUnits
  weight: string | null
  acrossTime: AcrossTime
  formula: string | null
  minimum: string | null
  breakdown: { name: string; items: readonly string[] | null } | null
}
export type Use = { values: number; from: string | null; to: string | null; items: readonly string[] }
export type Before = Definition & { source: string | null; use: Use }

/** `path` is the member that is wrong; `code` names the sentence (`problem.…`). */
export type DefinitionFault = { path: string; code: string; details?: Record<string, string | number> }

/** @param known all indicators by code, the one defined not needed. @param before what it was; undefined for a new one. */
export function judgeDefinition(
  draft: Definition,
  known: ReadonlyMap<string, Defined & { source?: string | null }>,
  before?: Before,
): DefinitionFault[] {
  if (before?.source) return isOther(draft, before) ? [fault('code', 'definition.source')] : []
  return [
    ...formulaFaults(draft, known),
    ...weightFaults(draft, known),
    ...(before ? meaning(draft, before) : []),
  ]
}

const fault = (path: string, code: string, details?: DefinitionFault['details']): DefinitionFault => ({
  path,
  code,
  ...(details && { details }),
})

function formulaFaults(draft: Definition, known: ReadonlyMap<string, Defined>): DefinitionFault[] {
  if (draft.formula === null) return []
  const tree = parseFormula(draft.formula)
  if (isFault(tree))
    return [fault('formula', 'definition.formula', { at: tree.at + 1, found: tree.found || '…' })]
  const absent = needsOf(draft).filter((code) => code !== draft.code && !known.has(code))
  if (absent.length > 0) return [fault('formula', 'definition.needs', { codes: absent.join(', ') })]
  const circle = findCircle(draft.code, new Map([...known, [draft.code, draft]]))
  if (circle) return [fault('formula', 'definition.circle', { circle: circle.join(' → ') })]
  return [
    ...(draft.breakdown ? [fault('breakdown', 'definition.derived')] : []),
    ...(draft.minimum !== null ? [fault('minimum', 'definition.derived')] : []),
    ...(draft.acrossUnits === 'weighted' ? [fault('acrossUnits', 'definition.derived')] : []),
  ]
}

function weightFaults(
  { code, acrossUnits, weight, formula }: Definition,
  known: ReadonlyMap<string, Defined>,
): DefinitionFault[] {
  if (formula !== null) return []
  if ((acrossUnits === 'weighted') !== (weight !== null)) return [fault('weight', 'definition.weight')]
  if (weight === null) return []
  const other = known.get(weight)
  return !other || other.formula || weight === code ? [fault('weight', 'definition.weight')] : []
}

const MEANING = ['unitOfMeasure', 'acrossUnits', 'weight', 'acrossTime', 'formula'] as const

const isOther = (draft: Definition, before: Definition): boolean =>
  [...MEANING, 'minimum' as const].some((member) => draft[member] !== before[member]) ||
  JSON.stringify(draft.breakdown) !== JSON.stringify(before.breakdown)

/** What has values means the same for ever: another meaning is another indicator. */
function meaning(draft: Definition, { use, ...before }: Before): DefinitionFault[] {
  if (use.values === 0) return []
  const told = { values: use.values, from: use.from ?? '', to: use.to ?? '' }
  const members = MEANING.filter((member) => draft[member] !== before[member])
  return [
    ...members.map((path) => fault(path, 'definition.meaning', told)),
    ...breakdownFaults(draft, before, use),
  ]
}

/** Items may be added; those with values stay, and so does the dimension. */
function breakdownFaults(draft: Definition, before: Definition, { items }: Use): DefinitionFault[] {
  if (items.length === 0) return []
  if (draft.breakdown?.name !== before.breakdown?.name)
    return [fault('breakdown', 'definition.dimension', { items: items.join(', ') })]
  const kept = draft.breakdown?.items
  const lost = kept ? items.filter((item) => !kept.includes(item)) : []
  return lost.length > 0 ? [fault('breakdown', 'definition.items', { items: lost.join(', ') })] : []
}

export type FormDraft = { frequency: string; indicators: readonly string[] }

/** @param before what it was, how many reports it has, and which of its indicators have values from it. */
export function judgeForm(
  draft: FormDraft,
  known: ReadonlyMap<string, Defined & { source?: string | null }>,
  before?: { frequency: string; reports: number; used: readonly string[] },
): DefinitionFault[] {
  const { indicators, frequency } = draft
  const tell = (code: string, codes: readonly string[]) =>
    codes.length > 0 ? [fault('indicators', code, { codes: codes.join(', ') })] : []
  const isComputed = (code: string) => Boolean(known.get(code)?.formula || known.get(code)?.source)
  return [
    ...tell(
      'definition.unknown',
      indicators.filter((code) => !known.has(code)),
    ),
    ...tell('definition.computed', indicators.filter(isComputed)),
    ...tell(
      'definition.twice',
      indicators.filter((code, at) => indicators.indexOf(code) !== at),
    ),
    ...tell('definition.removed', before?.used.filter((code) => !indicators.includes(code)) ?? []),
    ...(before && before.reports > 0 && before.frequency !== frequency
      ? [fault('frequency', 'definition.frequency', { reports: before.reports })]
      : []),
  ]
}
