import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'

/** Vietnamese is the default; English is complete (`test/catalogue.test.ts`). */
export const LANGS = ['vi', 'en'] as const
export type Lang = (typeof LANGS)[number]

export type Translate = (key: string, values?: Record<string, unknown>) => string

const SRC = join(import.meta.dirname, '../..')
const catalogues = Object.fromEntries(LANGS.map((lang) => [lang, readCatalogue(lang)])) as Record<
  Lang,
  Record<string, string>
>
const compiled = new Map<string, IntlMessageFormat>()

/** Every key with its ICU text: all `messages.<lang>.json` files of the platform, the modules and the commands as one. */
export const catalogue = (lang: Lang): Readonly<Record<string, string>> => catalogues[lang]

/**
 * The sentence of a key in ICU MessageFormat, with `values` filled in. Numbers are given as texts, formatted by the
 * caller; a list is told with commas. A key without text is answered as itself: visible, and a test fails.
 */
export function translate(lang: Lang, key: string, values: Record<string, unknown> = {}): string {
  const text = catalogues[lang][key]
  if (text === undefined) return key
  if (!text.includes('{') && !text.includes("'")) return text
  const message = compiled.getOrInsertComputed(`${lang}:${key}`, () => new IntlMessageFormat(text, lang))
  return String(message.format(Object.fromEntries(Object.entries(values).map(told))))
}

const told = ([name, value]: [string, unknown]): [string, string | number] => [
  name,
  Array.isArray(value) ? value.join(', ') : (value as string | number),
]

export const translator =
  (lang: Lang): Translate =>
  (key, values) =>
    translate(lang, key, values)

function readCatalogue(lang: Lang): Record<string, string> {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(`messages.${lang}.json`))
    .sort()
  const merged: Record<string, string> = {}
  for (const path of files)
    for (const [key, text] of Object.entries(JSON.parse(readFileSync(join(SRC, path), 'utf8')) as object)) {
      if (key in merged) throw new Error(`${path}: the key ${key} stands twice`)
      merged[key] = text as string
    }
  return merged
}
