// A command is a value. It touches neither the process nor the terminal: a server that holds the embedded folder runs
// it for whoever typed it, and hands its output on (`forward.ts`).

import type { Config } from '#platform/config.ts'
import type { House } from '#platform/db/house.ts'
import type { Lang, Translate } from '#platform/i18n/translate.ts'

export type Options = Record<string, string | boolean | undefined>

/** Where a command was typed, and where its words go. */
export type Surroundings = {
  /** What follows the command's name and is no option. */
  args: string[]
  options: Options
  /** Absolute; FILE arguments are relative to it. */
  cwd: string
  config: Config
  lang: Lang
  t: Translate
  now(): Date
  /** One line of standard output. Says nothing with --json. */
  out(text: string): void
  /** The one JSON document of --json. Says nothing without. */
  json(value: unknown): void
  /** One line of standard error. */
  note(text: string): void
  /** One line on a terminal's standard error that the next one rewrites; nothing when it is no terminal. */
  progress(text: string): void
  /** All of standard input, as UTF-8. */
  stdin(): Promise<string>
  /** Resolves when the process is asked to stop; until a command calls it, being asked ends the process at once. */
  stopped(): Promise<void>
}
export type CommandContext = Surroundings & { house: House }

type Described = {
  name: string
  /** i18n key of what is typed (`cli.units`: `units --on DAY`); `<usage>.about` says what it does. */
  usage: string
  options: Record<string, { type: 'string' | 'boolean' }>
}
/**
 * `database`: gets an opened database of the present schema; `creates` makes one where there is none. `nothing`: gets
 * none. Answers its exit code: 0 done, 1 refused or different, 2 wrong usage. Throws a Problem (1) or UsageError (2).
 */
export type Command = Described &
  (
    | { needs: 'database'; creates?: true; run(c: CommandContext): Promise<0 | 1 | 2> }
    | { needs: 'nothing'; run(c: Surroundings): Promise<0 | 1 | 2> }
  )

export type DatabaseCommand = Extract<Command, { needs: 'database' }>

/** The command was typed wrongly; `code` is the i18n key after `cli.`. Its usage is printed with it, exit 2. */
export class UsageError extends Error {
  override name = 'UsageError'
  readonly code: string
  readonly details: Record<string, unknown>

  constructor(code: string, details: Record<string, unknown> = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}
