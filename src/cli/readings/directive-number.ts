import { readNumber } from '#modules/directives/rules/number.ts'
import { type Command, UsageError } from '../command.ts'

/** `songma directive-number`: what the number of a document says, as each side writes it. Exit 1 when it is none. */
export const directiveNumberCommand: Command = {
  name: 'directive-number',
  usage: 'cli.directiveNumber',
  options: {},
  needs: 'nothing',
  async run(c) {
    if (c.args.length === 0) throw new UsageError('directiveNumber.number')
    // Typed without quotation marks, a number with spaces comes in pieces
    const read = readNumber(c.args.join(' '))
    if (!read.ok) {
      const message = c.t(`problem.directiveNumber.${read.reason}`)
      c.json({ ok: false, reason: read.reason, message })
      c.out(message)
      return 1
    }
    const { typeCodes: _, ...told } = read
    c.json(told)
    const year = read.year === null ? '' : String(read.year)
    c.out(
      [read.normalised, c.t(`cli.directiveNumber.${read.side}`), read.types.join(' | '), read.body, year]
        .filter(Boolean)
        .join('  '),
    )
    return 0
  },
}
