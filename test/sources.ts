// The project's own files as the house tests see them: where they lie, what they import, which tables they name.

import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

export const ROOT = join(import.meta.dirname, '..')

export type Source = {
  /** From the project's root: `src/kernel/day.ts`. */
  path: string
  /** Without comments; line numbers are kept. */
  code: string
  lines: number
  imports: Import[]
}
/** `target` is a path from the project's root, or a package's name. `types` when nothing of it is left at run time. */
export type Import = { target: string; types: boolean }

/** Matches of `patterns`, in order; generated files are left out. */
export function sources(...patterns: string[]): Source[] {
  return globSync(patterns, { cwd: ROOT })
    .filter((path) => !/\.generated\.ts$/.test(path))
    .sort()
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8')
      const code = withoutComments(text)
      return { path, code, lines: text.split('\n').length, imports: importsOf(path, code) }
    })
}

/** Strings and templates are passed over, so that `//` in an address is no comment. */
export function withoutComments(text: string): string {
  const token = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g
  return text.replace(token, (found) => (/^\/[/*]/.test(found) ? found.replace(/[^\n]/g, ' ') : found))
}

const FROM =
  /\b(?:import|export)\s+(type\s+)?(?:\w+\s*,?\s*)?(?:\{[^}]*\}|\*(?:\s+as\s+\w+)?)?\s*from\s*['"]([^'"]+)['"]/g
const SIDE_EFFECT = /\bimport\s*['"]([^'"]+)['"]/g
const DYNAMIC = /\bimport\s*\(\s*['"`]([^'"`]+)['"`]/g
const BY_URL = /\bnew URL\(\s*['"]([^'"]+\.ts)['"]\s*,\s*import\.meta\.url/g

/** Static, side-effect and dynamic imports, re-exports, and files started as workers. */
export function importsOf(path: string, code: string): Import[] {
  const found = [...code.matchAll(FROM)].map((m) => ({ target: m[2]!, types: m[1] !== undefined }))
  for (const shape of [SIDE_EFFECT, DYNAMIC, BY_URL])
    for (const match of code.matchAll(shape)) found.push({ target: match[1]!, types: false })
  return found.map(({ target, types }) => ({ target: resolve(path, target), types }))
}

function resolve(path: string, target: string): string {
  if (target.startsWith('#')) return `src/${target.slice(1)}`
  return target.startsWith('.') ? normalize(join(dirname(path), target)) : target
}

const BUILDER =
  /(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto|using|[jJ]oin)\(\s*(\[[^\]]*\]|'[^']*')/g
const STATEMENT =
  /\b(?:from|join|into|update|truncate(?:\s+table)?|copy)\s+((?:\w+(?:\s+(?:as\s+)?\w+)?\s*,\s*)*\w+)/gi

/** Words that stand where a table's name stands, in Kysely's builders and in raw SQL. Some are not tables. */
export function tablesNamed(code: string): string[] {
  const built = [...code.matchAll(BUILDER)].flatMap((m) => [...m[1]!.matchAll(/'(\w+)/g)].map((n) => n[1]!))
  const raw = [...code.matchAll(STATEMENT)].flatMap((m) =>
    m[1]!.split(',').map((part) => part.trim().split(/\s/)[0]!),
  )
  return [...built, ...raw]
}
