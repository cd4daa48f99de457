import { type RawBuilder, sql } from 'kysely'
import { checkAssessment, keepAssessment } from '#modules/assessments/index.ts'
import type { House } from '#platform/db/house.ts'
import { type BenchResult, compare, sample } from './result.ts'
import { importText, makeWorld, SEED } from './world.ts'

const COMMUNES = 3_321
const CRITERIA = 200
const AREAS = 8
const SAMPLES = 5
const WARM_UP = 1
const ASKED = { scheme: 'BENCH', period: '2024' }

/** The rules take turns; so do their inputs, which vary by unit. `n` is 0 to 100 and `den` 101 in every one. */
const KINDS: readonly { rule: object; input: RawBuilder<string> }[] = [
  {
    rule: { type: 'ratio', floor: 20, target: 97, cap: 100 },
    input: sql`'{"num":"' || n || '","den":"101"}'`,
  },
  {
    rule: {
      type: 'ratioTiers',
      tiers: [
        { to: 50, points: 0 },
        { from: 50, to: 90, points: 0.3 },
        { from: 90, points: 0.5 },
      ],
    },
    input: sql`'{"num":"' || n || '","den":"101"}'`,
  },
  { rule: { type: 'met' }, input: sql`'{"met":' || (n > 20)::text || '}'` },
  {
    rule: { type: 'survey', scale: 5, minSample: 30 },
    input: sql`'{"groups":{"citizens":{"mean":"' || round(n / 25.0 + 0.9, 2) || '","n":"60"}}}'`,
  },
]

function schemeFile(): string {
  const max = 0.5
  const size = CRITERIA / AREAS
  const areas = Array.from({ length: AREAS }, (_, area) => ({
    code: `A${area}`,
    name: `A${area}`,
    max: max * size,
    criteria: Array.from({ length: size }, (_, n) => {
      const at = area * size + n
      return { code: `c${at}`, name: `c${at}`, max, na: 'zero', rule: KINDS[at % KINDS.length]!.rule }
    }),
  }))
  const head = {
    code: ASKED.scheme,
    name: 'Bench',
    subjects: 'units',
    validFrom: '2024-01-01',
    validTo: null,
  }
  return JSON.stringify({
    ...head,
    basis: '',
    roundDecimals: 2,
    rebase: true,
    ties: 'skip',
    classes: [],
    areas,
  })
}

/** What each commune said and what was found, of every criterion: two scores, of which the second counts. */
async function fillScores(house: House): Promise<void> {
  const input = KINDS.reduce<RawBuilder<string>>(
    (rest, kind, at) =>
      sql`case when c % ${sql.lit(KINDS.length)} = ${sql.lit(at)} then ${kind.input} else ${rest} end`,
    sql`null`,
  )
  await house.transact((tx) =>
    sql`
      insert into scores (scheme, period, unit_id, criterion, stage, input, reason, said_by, said_at)
      select ${ASKED.scheme}, ${ASKED.period}, unit_id, 'c' || c, stage, ${input}, '', 'bench', now()
        from (select unit_id, c, stage, (unit_id * 7919 + c * 104729 + length(stage) + ${SEED}) % 101 as n
                from unit_states, generate_series(0, ${CRITERIA - 1}) c, unnest(array['self', 'verified']) stage
               where kind = 'xã') s`.execute(tx),
  )
  await sql`analyze scores`.execute(house.db)
}

/** Scoring and ranking every commune of the country, kept, and proved to be the same bytes; beside reading its scores. */
export async function benchAssess(house: House): Promise<BenchResult[]> {
  await makeWorld(house, COMMUNES, 1)
  await importText(house, 'scheme.json', [schemeFile()])
  await fillScores(house)
  const at = new Date()
  const score = async () => {
    const { assessment } = await house.transact((tx) => keepAssessment(tx, ASKED, { by: 'bench', at }))
    const ranked = assessment.results.filter(({ rank }) => rank !== null).length
    if (ranked !== COMMUNES) throw new Error(`bench: ${ranked} communes have a rank`)
  }
  const check = async () => {
    const { verdict } = await checkAssessment(house.db, ASKED)
    if (verdict !== 'same') throw new Error(`bench: the second run is ${verdict}`)
  }
  const raw = async () =>
    void (await sql`
      select unit_id, string_agg(criterion || stage || input, ' ')
        from scores where scheme = ${ASKED.scheme} and period = ${ASKED.period} and is_current
       group by unit_id`.execute(house.db))
  await sample(WARM_UP, score)
  await sample(WARM_UP, raw)
  const reference = await sample(SAMPLES, raw)
  const size = `${COMMUNES} communes × ${CRITERIA} criteria, two scores each, seed ${SEED}`
  const told = 'reading the same scores, raw SQL'
  return [
    compare('assess', size, 1, await sample(SAMPLES, score), told, reference),
    compare('assess-check', size, 1, await sample(SAMPLES, check), told, reference),
  ]
}
