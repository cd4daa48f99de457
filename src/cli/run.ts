// Runs one typed line, wherever it was typed: here, or through the server that holds the folder (`control.ts`).

import type { Config } from '#platform/config.ts'
import type { House } from '#platform/db/house.ts'
import { Problem } from '#platform/http/problem.ts'
import { problemBody } from '#platform/http/problem-body.ts'
import { type Translate, translator } from '#platform/i18n/translate.ts'
import {
  type Command,
  type CommandContext,
  type DatabaseCommand,
  type Surroundings,
  UsageError,
} from './command.ts'
import type { Terminal } from './terminal.ts'
import { langTyped, readTyped } from './typed.ts'

/** What the line runs in. */
export type Place = {
  commands: readonly Command[]
  cwd: string
  terminal: Terminal
  config(dataDir: string | undefined): Config
  /** Runs a command that needs a database; `work` gives it one. */
  withDatabase(
    command: DatabaseCommand,
    config: Config,
    work: (house: House) => Promise<number>,
  ): Promise<number>
  stopped(): Promise<void>
}

/**
 * Runs the line and answers its exit code: 0 done, 1 refused or different, 2 wrong usage. Never throws: what a command
 * throws is told as a sentence, a bug with its stack.
 */
export async function runLine(argv: readonly string[], place: Place): Promise<number> {
  const { terminal, commands } = place
  const lang = langTyped(argv)
  const t = translator(lang)
  try {
    if (argv.length === 0) throw new UsageError('noCommand')
    if (['--help', '-h', 'help'].includes(argv[0]!)) {
      for (const line of listing(commands, t)) terminal.out(line)
      return 0
    }
    return await runTyped(argv, place)
  } catch (error) {
    return tell(error, { argv, place })
  }
}

async function runTyped(argv: readonly string[], place: Place): Promise<number> {
  const { command, args, options, dataDir } = readTyped(argv, place.commands)
  const { terminal, cwd, stopped } = place
  const lang = langTyped(argv)
  const t = translator(lang)
  if (options.help) {
    for (const line of describe(command, t)) terminal.out(line)
    return 0
  }
  const surroundings: Surroundings = {
    args,
    options,
    cwd,
    config: place.config(dataDir),
    lang,
    t,
    now: () => new Date(),
    out: options.json ? () => {} : terminal.out,
    json: options.json ? (value) => terminal.out(JSON.stringify(value, null, 2)) : () => {},
    note: terminal.note,
    progress: terminal.progress,
    stdin: terminal.stdin,
    stopped,
  }
  if (command.needs === 'nothing') return command.run(surroundings)
  return place.withDatabase(command, surroundings.config, (house) =>
    command.run({ ...surroundings, house } satisfies CommandContext),
  )
}

function tell(error: unknown, { argv, place }: { argv: readonly string[]; place: Place }): number {
  const { terminal, commands } = place
  const lang = langTyped(argv)
  const t = translator(lang)
  if (error instanceof UsageError) {
    terminal.note(t(`cli.${error.code}`, error.details))
    const command = commands.find(({ name }) => name === argv[0])
    for (const line of command ? describe(command, t) : listing(commands, t)) terminal.note(line)
    return 2
  }
  if (error instanceof Problem) {
    const body = problemBody(error, lang)
    if (argv.includes('--json')) terminal.out(JSON.stringify(body, null, 2))
    terminal.note(body.detail)
    for (const { path, message } of body.errors) terminal.note(`  ${path}: ${message}`)
    return 1
  }
  terminal.note(t('cli.bug'))
  terminal.note(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return 1
}

const listing = (commands: readonly Command[], t: Translate) => [
  t('cli.commands'),
  ...commands.flatMap((command) => describe(command, t).map((line) => `  ${line}`)),
  t('cli.common'),
]

const describe = ({ usage }: Command, t: Translate) => [`./songma ${t(usage)}`, `    ${t(`${usage}.about`)}`]
