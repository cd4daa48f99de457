// Options that several readings share: a period, units, borders.

import { BordersInput } from '#modules/indicators/api.ts'
import { type Options, UsageError } from '../command.ts'

/** An option's text; undefined when it was not given. */
export const text = (options: Options, name: string): string | undefined => {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

export function required(options: Options, name: string): string {
  const value = text(options, name)
  if (!value) throw new UsageError('optionMissing', { option: `--${name}` })
  return value
}

/** `then` (default), `now` or a day. */
export function readBorders(options: Options): string {
  const borders = text(options, 'borders') ?? 'then'
  if (!BordersInput.safeParse(borders).success) throw new UsageError('badBorders', { value: borders })
  return borders
}
