// Writes values.csv and targets.csv from make/communes.csv, scores.csv from par-scheme.json; the same input gives the same
// bytes. What is loaded are
// the CSV files; this is only how they were written. Run: node demo/make.ts

import { writeFileSync } from 'node:fs'
import { readCommunes } from './make/communes.ts'
import { makeScores } from './make/scores.ts'
import { makeTargets } from './make/targets.ts'
import { makeValues } from './make/values.ts'

/** The files as text, by name. */
export function makeFiles(): Record<string, string> {
  const communes = readCommunes()
  const values = makeValues(communes)
  return {
    'values.csv': toCsv(
      values.toSorted(
        (a, b) => compare(a.period, b.period) || compare(a.form, b.form) || compare(a.unit_code, b.unit_code),
      ),
    ),
    'targets.csv': toCsv(makeTargets(communes, values)),
    'scores.csv': toCsv(makeScores()),
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function toCsv(rows: readonly Record<string, string | number>[]): string {
  const header = Object.keys(rows[0]!)
  return [header, ...rows.map((row) => header.map((name) => row[name]))]
    .map((cells) => `${cells.map(quoted).join(',')}\n`)
    .join('')
}

const quoted = (cell: unknown): string =>
  /[",]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell)

if (import.meta.main)
  for (const [name, text] of Object.entries(makeFiles()))
    writeFileSync(`${import.meta.dirname}/${name}`, text)
