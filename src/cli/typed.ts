// What somebody typed, told apart: which command, its own options, and those that every command takes.

import { parseArgs } from 'node:util'
import { LANGS, type Lang } from '#platform/i18n/translate.ts'
import { type Command, type Options, UsageError } from './command.ts'

export type Typed = { command: Command; args: string[]; options: Options; dataDir: string | undefined }

const COMMON = {
  data: { type: 'string' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean' },
} as const

/** The command and its options. Throws UsageError when there is no such command or option, or a value is missing. */
export function readTyped(argv: readonly string[], commands: readonly Command[]): Typed {
  const [name, ...rest] = argv
  const command = commands.find((one) => one.name === name)
  if (!command) throw new UsageError('unknownCommand', { name })

  const { values, positionals } = parse(command, rest)
  if (values.lang !== undefined && !isLang(values.lang))
    throw new UsageError('unknownLang', { lang: String(values.lang) })
  return { command, args: positionals, options: values, dataDir: values.data as string | undefined }
}

/** The language of the answer, also when the rest was typed wrongly. Vietnamese unless another is asked for. */
export function langTyped(argv: readonly string[]): Lang {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const word = argv[at]?.split('=')[1] ?? argv[at + 1]
  return at >= 0 && isLang(word) ? word : LANGS[0]
}

function parse(command: Command, rest: string[]): { values: Options; positionals: string[] } {
  try {
    const options = { ...command.options, ...COMMON }
    return parseArgs({ args: rest, options, allowPositionals: true, strict: true })
  } catch (error) {
    const option = /'(-[^' ]*)/.exec(String(error))?.[1] ?? ''
    const { code } = error as { code?: string }
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new UsageError('unknownOption', { option })
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw new UsageError('badOption', { option })
    throw error
  }
}

const isLang = (word: unknown): word is Lang => (LANGS as readonly unknown[]).includes(word)
