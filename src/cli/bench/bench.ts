import { formatNumber } from '#kernel/number-text.ts'
import type { House } from '#platform/db/house.ts'
import { type Command, UsageError } from '../command.ts'
import { benchAssess } from './assess.ts'
import { benchDirectives } from './directives.ts'
import { benchImport } from './import.ts'
import { type BenchResult, machine } from './result.ts'
import { benchRollup } from './rollup.ts'
import { benchSave } from './save.ts'
import { benchSavePeople } from './save-people.ts'
import { onScratch } from './scratch.ts'
import { SEED } from './world.ts'

const WORKS: Record<string, (house: House) => Promise<BenchResult | BenchResult[]>> = {
  import: benchImport,
  save: benchSave,
  'save-people': benchSavePeople,
  rollup: benchRollup,
  directives: benchDirectives,
  assess: benchAssess,
}

/** `songma bench`: how fast, as ratios against raw SQL in the same process, on a database of its own. */
export const benchCommand: Command = {
  name: 'bench',
  usage: 'cli.bench',
  options: {},
  needs: 'nothing',
  async run(c) {
    const [name, ...more] = c.args
    const works = name === 'all' ? Object.keys(WORKS) : [name ?? '']
    if (more.length > 0 || !works.every((work) => work in WORKS))
      throw new UsageError('bench.work', { works: [...Object.keys(WORKS), 'all'].join(', ') })

    const databaseUrl = process.env.DATABASE_URL || null
    const results: BenchResult[] = []
    for (const work of works) {
      c.progress(c.t('cli.bench.running', { work }))
      results.push(...[await onScratch(databaseUrl, WORKS[work]!)].flat())
    }
    const engine = databaseUrl ? 'postgres' : 'embedded'
    const versions = { node: process.version }
    c.json({ machine: machine(), versions, engine, seed: SEED, results })
    c.out(`${machine()}, ${engine}, Node ${process.version}`)
    for (const r of results) {
      const [rate, reference] = [r.rate, r.referenceRate].map((x) =>
        formatNumber(c.lang, String(Math.round(x))),
      )
      const ratio = formatNumber(c.lang, String(r.ratio), 2)
      const [p50, p95] = [r.p50Ms, r.p95Ms].map((x) => formatNumber(c.lang, String(x), 1))
      c.out(
        c.t('cli.bench.line', {
          work: r.work,
          size: r.size,
          rate,
          p50,
          p95,
          reference,
          against: r.reference,
          ratio,
        }),
      )
    }
    return 0
  },
}
