import { dayOf } from '#kernel/day.ts'
import { formatNumber } from '#kernel/number-text.ts'
import { getFigures } from '#modules/programmes/index.ts'
import type { FigureAnswer } from '#modules/programmes/schema.ts'
import type { Translate } from '#platform/i18n/translate.ts'
import type { Command } from '../command.ts'
import { readBorders, required, text } from './asked.ts'

/** `songma figures`: what a unit's year came to, against its targets. */
export const figuresCommand: Command = {
  name: 'figures',
  usage: 'cli.figures',
  options: { period: { type: 'string' }, unit: { type: 'string' }, borders: { type: 'string' } },
  needs: 'database',
  async run(c) {
    const period = required(c.options, 'period')
    const answer = await getFigures(c.house.db, {
      period,
      unit: text(c.options, 'unit'),
      borders: readBorders(c.options),
      today: dayOf(c.now()),
      lang: c.lang,
    })
    c.json(answer)
    c.out(c.t('cli.figures.head', { unit: answer.unit.name, period }))
    const widest = Math.max(0, ...answer.figures.map((f) => f.label.length))
    for (const figure of answer.figures) c.out(line(figure, widest, c))
    if (answer.figures.length === 0) c.out(c.t('cli.figures.none'))
    if (answer.figures.some((f) => f.demo)) c.out(c.t('cli.demo'))
    return 0
  },
}

function line(f: FigureAnswer, widest: number, { t, lang }: { t: Translate; lang: 'vi' | 'en' }): string {
  const attained =
    f.attainmentPercent === null
      ? ''
      : t('cli.figures.attained', { percent: formatNumber(lang, f.attainmentPercent, 1), met: String(f.met) })
  const reported = t('cli.figures.reported', { reported: f.reported, expected: f.expected })
  return `  ${f.key.padEnd(6)}${f.label.padEnd(widest + 2)}${f.display.padEnd(22)}${attained.padEnd(26)}${reported}`
}
