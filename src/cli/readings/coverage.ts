import { dayOf, isDay } from '#kernel/day.ts'
import { coverageOfNumber } from '#modules/directives/index.ts'
import { STEPS } from '#modules/directives/schema.ts'
import { type Command, type CommandContext, type Options, UsageError } from '../command.ts'
import { text } from './asked.ts'

const DAY_WIDTH = 12

/** `songma coverage NUMBER`: how far each unit is with a directive. */
export const coverageCommand: Command = {
  name: 'coverage',
  usage: 'cli.coverage',
  options: { date: { type: 'string' }, on: { type: 'string' }, unit: { type: 'string' } },
  needs: 'database',
  async run(c) {
    if (c.args.length === 0) throw new UsageError('coverage.number')
    const answer = await coverageOfNumber(c.house.db, {
      // Typed without quotation marks, a number with spaces comes in pieces
      number: c.args.join(' '),
      date: dayIn(c.options, 'date'),
      on: dayIn(c.options, 'on') ?? dayOf(c.now()),
      unit: text(c.options, 'unit'),
    })
    c.json(answer)
    tell(c, answer)
    return 0
  },
}

function dayIn(options: Options, name: string): string | undefined {
  const day = text(options, name)
  if (day !== undefined && !isDay(day)) throw new UsageError('coverage.day', { value: day })
  return day
}

function tell({ out, t }: CommandContext, answer: Awaited<ReturnType<typeof coverageOfNumber>>): void {
  const { directive, issuer, on, units, totals } = answer
  out(t('cli.coverage.head', { directive, issuer, day: on }))
  const widest = Math.max(0, ...units.map(({ unitName }) => unitName.length))
  const heads = STEPS.map((step) => t(`coverage.column.${step}`).padEnd(DAY_WIDTH + 2))
  out(`${''.padEnd(widest + 12)}${heads.join('')}${t('coverage.column.daysLate')}`)
  for (const row of units) {
    const days = STEPS.map((step) => (row[step] ?? '–').padEnd(DAY_WIDTH + 2))
    out(
      `${row.unitCode.padEnd(10)}${row.unitName.padEnd(widest + 2)}${days.join('')}${row.daysLate || ''}`.trimEnd(),
    )
  }
  out(t('cli.coverage.totals', totals))
}
