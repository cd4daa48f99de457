import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

const FOLDER = join(import.meta.dirname, '..')

/** Where a file of the demo lies. */
export const pathOf = (name: string): string => join(FOLDER, name)

/** The rows of one of the demo's own CSV files, by column. */
export const readRows = <C extends string>(name: string): Record<C, string>[] =>
  parse(readFileSync(pathOf(name), 'utf8'), { columns: true })

/** One of the demo's own JSON files; its shape is what the caller says, and the demo's tests prove it. */
export const readJson = <T>(name: string): T => JSON.parse(readFileSync(pathOf(name), 'utf8')) as T
