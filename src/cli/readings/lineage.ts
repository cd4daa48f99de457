import { dayOf } from '#kernel/day.ts'
import { formatNumber } from '#kernel/number-text.ts'
import type { LineageLeaf, LineageNode } from '#modules/indicators/schema.ts'
import { figureLineage } from '#modules/programmes/index.ts'
import { type Command, type CommandContext, UsageError } from '../command.ts'
import { readBorders, required, text } from './asked.ts'

/** `songma lineage KEY`: from a figure down to the report versions and approvals behind it. */
export const lineageCommand: Command = {
  name: 'lineage',
  usage: 'cli.lineage',
  options: { period: { type: 'string' }, unit: { type: 'string' }, borders: { type: 'string' } },
  needs: 'database',
  async run(c) {
    const [key, ...more] = c.args
    if (!key || more.length > 0) throw new UsageError('lineage.key')
    const tree = await figureLineage(c.house.db, {
      key,
      period: required(c.options, 'period'),
      unit: text(c.options, 'unit'),
      borders: readBorders(c.options),
      today: dayOf(c.now()),
    })
    c.json(tree)
    draw(c, tree, 0)
    return 0
  },
}

function draw(c: CommandContext, part: LineageNode | LineageLeaf, depth: number): void {
  const value = part.value === null ? c.t('cli.rollup.missing') : formatNumber(c.lang, part.value)
  const name = `${'  '.repeat(depth)}${part.unit.code} ${part.unit.id === 'all' ? c.t('cli.rollup.all') : part.unit.name}`
  const start = `${name.padEnd(40)}${part.indicator.padEnd(24)}${value.padStart(18)}`
  if ('parts' in part) {
    c.out(part.formula ? `${start}  = ${part.formula}` : start)
    for (const below of part.parts) draw(c, below, depth + 1)
  } else if (part.report) {
    const { form, period, version, approvedAt } = part.report
    c.out(
      `${start}  ${c.t('cli.lineage.report', { form, period, version, approved: approvedAt?.slice(0, 10) ?? '–' })}`,
    )
  } else c.out(`${start}  ${c.t('cli.lineage.records')}`)
}
