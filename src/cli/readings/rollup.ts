import { dayOf } from '#kernel/day.ts'
import { formatNumber } from '#kernel/number-text.ts'
import { RollupInput } from '#modules/indicators/api.ts'
import { readQuery, rollup } from '#modules/indicators/index.ts'
import { type Command, UsageError } from '../command.ts'
import { readBorders, required, text } from './asked.ts'

/** `songma rollup`: values of indicators up the tree of units. */
export const rollupCommand: Command = {
  name: 'rollup',
  usage: 'cli.rollup',
  options: {
    indicator: { type: 'string' },
    period: { type: 'string' },
    unit: { type: 'string' },
    level: { type: 'string' },
    borders: { type: 'string' },
    state: { type: 'string' },
  },
  needs: 'database',
  async run(c) {
    const asked = RollupInput.safeParse({
      indicator: required(c.options, 'indicator'),
      period: required(c.options, 'period'),
      unit: required(c.options, 'unit'),
      level: text(c.options, 'level'),
      borders: readBorders(c.options),
      state: text(c.options, 'state'),
    })
    if (!asked.success) {
      const option = String(asked.error.issues[0]!.path[0])
      throw new UsageError('badOption', { option: `--${option}` })
    }
    const rows = await rollup(c.house.db, { ...readQuery(asked.data), today: dayOf(c.now()) })
    c.json({ rows })
    for (const row of rows) {
      const value = row.value === null ? c.t('cli.rollup.missing') : formatNumber(c.lang, row.value)
      const name = row.unitId === 'all' ? c.t('cli.rollup.all') : row.unitName
      const reported = c.t('cli.figures.reported', { reported: row.reported, expected: row.expected })
      const restated = row.restated ? c.t('cli.rollup.restated') : ''
      c.out(
        `${row.unitCode.padEnd(8)}${name.padEnd(28)}${row.indicator.padEnd(24)}${row.period.padEnd(10)}${value.padStart(20)}  ${reported} ${restated}`.trimEnd(),
      )
    }
    return 0
  },
}
