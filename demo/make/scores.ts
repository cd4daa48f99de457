// Invented scores of the twelve districts under par-scheme.json. What is chance here is counted, not thrown: the same
// scheme gives the same scores.

import { readJson } from '../load/read.ts'

type Rule = { type: string } & Record<string, unknown>
type Scheme = {
  code: string
  areas: { criteria: { code: string; rule: Rule }[] }[]
}
type Input = Record<string, unknown>
export type ScoreRow = Record<
  'scheme' | 'period' | 'unit_code' | 'criterion' | 'stage' | 'input' | 'reason',
  string
>

/** How well each district did, of 1. Sông Mã (126) stands low in 2020, and near the top a year later. */
const DID: Record<string, Record<string, number>> = {
  2020: {
    116: 0.93,
    118: 0.86,
    119: 0.82,
    120: 0.84,
    121: 0.74,
    122: 0.83,
    123: 0.91,
    124: 0.85,
    125: 0.88,
    126: 0.76,
    127: 0.72,
    128: 0.8,
  },
  2021: {
    116: 0.955,
    118: 0.87,
    119: 0.85,
    120: 0.83,
    121: 0.78,
    122: 0.86,
    123: 0.94,
    124: 0.865,
    125: 0.89,
    126: 0.925,
    127: 0.75,
    128: 0.83,
  },
}
/** Cuts by their words in the catalogue. */
const CUTS = ['missing', 'miscounted', 'unfitting', 'untimely']
/** Sông Mã showed too late what it had done; it appealed after publication (`rounds.json`). */
const DISPUTED = {
  period: '2021',
  unit: '126',
  criterion: '7.2',
  claimed: { num: 812, den: 1015 },
  verified: { num: 629, den: 1015 },
}

export function makeScores(): ScoreRow[] {
  const scheme = readJson<Scheme>('par-scheme.json')
  const criteria = scheme.areas.flatMap((area) => area.criteria)
  const next = chance(2021)
  const rows: ScoreRow[] = []
  for (const [period, districts] of Object.entries(DID))
    for (const [unit_code, did] of Object.entries(districts))
      for (const { code: criterion, rule } of criteria) {
        const at = { scheme: scheme.code, period, unit_code, criterion }
        const isDisputed =
          period === DISPUTED.period && unit_code === DISPUTED.unit && criterion === DISPUTED.criterion
        const drawn = draw(rule, did, next)
        const verified = isDisputed ? DISPUTED.verified : drawn
        const claimed = isDisputed ? DISPUTED.claimed : next() < 0.35 ? better(rule, verified) : verified
        const isCut = JSON.stringify(claimed) !== JSON.stringify(verified)
        const say = (stage: string, input: Input, reason = '') =>
          rows.push({ ...at, stage, input: JSON.stringify(input), reason })
        if (rule.type !== 'survey') say('self', claimed)
        say('verified', verified, isCut ? CUTS[Math.floor(next() * CUTS.length)] : '')
        // Every third cut was answered; of these, every second was taken back
        if (isCut && !isDisputed && next() < 0.33) {
          say('explained', {}, 'Đã bổ sung tài liệu, đề nghị xem lại')
          if (next() < 0.5) say('re-verified', claimed)
        }
      }
  return rows
}

/** Numbers from 0 to 1, the same from the same seed (mulberry32). */
function chance(seed: number): () => number {
  const state = { at: seed }
  return () => {
    state.at = (state.at + 0x6d2b79f5) | 0
    const a = Math.imul(state.at ^ (state.at >>> 15), 1 | state.at)
    const b = (a + Math.imul(a ^ (a >>> 7), 61 | a)) ^ a
    return ((b ^ (b >>> 14)) >>> 0) / 4_294_967_296
  }
}

const round = (n: number, places: number) => Number(n.toFixed(places))
const whole = (next: () => number, from: number, to: number) => from + Math.floor(next() * (to - from + 1))

function draw(rule: Rule, did: number, next: () => number): Input {
  /** Around what the district did, within a tenth. */
  const share = () => Math.min(1, Math.max(0, did + (next() - 0.5) * 0.14))
  const codes = (list: unknown) => (list as { code: string }[]).map(({ code }) => code)
  switch (rule.type) {
    case 'met':
      return { met: next() < did + 0.06 }
    case 'checklist':
      return { items: codes(rule.items).filter(() => next() < did + 0.04) }
    case 'ratio': {
      const den = whole(next, 24, 160)
      const target = Number(rule.target ?? 100) / 100
      return { num: Math.round(den * Math.min(1, share() * target)), den }
    }
    case 'ratioTiers': {
      const den = whole(next, 60, 400)
      return { num: Math.round(den * (1 - (1 - share()) * 0.35)), den }
    }
    case 'countTiers':
      return { count: whole(next, did < 0.8 ? 0 : 1, 3) }
    case 'deduct':
      return { [codes(rule.per)[0]!]: whole(next, 0, did > 0.85 ? 1 : 2) }
    case 'external':
      return { value: round(70 + 28 * share(), 1) }
    case 'survey': {
      const [word, least, span] =
        rule.scale === 'percent' ? (['percent', 72, 26] as const) : (['mean', 3.2, 1.7] as const)
      const group = (from: number, to: number) => ({
        [word]: round(least + span * share(), 2),
        n: whole(next, from, to),
      })
      return { groups: { citizens: group(60, 140), officials: group(30, 60) } }
    }
    case 'composite':
      return { parts: (rule.of as { rule: Rule }[]).map((part) => draw(part.rule, did, next)) }
    default:
      throw new Error(`No invented input for ${rule.type}`)
  }
}

/** What a unit claims where it claims more than was found. */
function better(rule: Rule, input: Input): Input {
  if (rule.type === 'ratio') {
    const { num, den } = input as { num: number; den: number }
    return { num: Math.min(den, num + Math.max(1, Math.floor(den / 30))), den }
  }
  return rule.type === 'checklist'
    ? { items: (rule.items as { code: string }[]).map(({ code }) => code) }
    : input
}
