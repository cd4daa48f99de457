// A block copied from a spreadsheet as lines of the sheet: by its headings when it has them, else by the order of the
// sheet's columns.

import { readDay } from '#kernel/day-text.ts'
import { foldText } from '#kernel/text.ts'
import { PARTICIPANTS, type Participants } from '../../../schema.ts'
import { type Defaults, emptyLine, type Line } from './line.ts'

export type UnitNamed = { code: string; name: string }
export type Column = 'unit' | 'cell' | 'heldOn' | 'form' | 'materials' | 'skip' | `${Participants}.${Half}`
type Half = 'invited' | 'attended'

/** The sheet's own order: what a block without headings is read by. */
export const columnsFor = (kinds: readonly Participants[]): Column[] => [
  'unit',
  'cell',
  'heldOn',
  'form',
  ...kinds.flatMap((kind): Column[] => [`${kind}.invited`, `${kind}.attended`]),
  'materials',
]

// Words of headings without tone marks; the first that fits decides
const KINDS: readonly [Participants, RegExp][] = [
  ['leaders', /lanh dao|can bo chu chot|chu chot|leader/],
  ['party-members', /dang vien|member of the party|party member/],
  ['officials', /can bo|cong chuc|vien chuc|official/],
  ['association-members', /hoi vien|doan vien|association/],
  ['people', /nhan dan|nguoi dan|people/],
]
const INVITED = /duoc moi|trieu tap|moi|tong so|invited|asked/
const ATTENDED = /co mat|du hoc|tham du|tham gia|attended|came|du\b/
const PLAIN: readonly [Column, RegExp][] = [
  ['cell', /chi bo|chi hoi|to dan|cell|branch/],
  ['unit', /don vi|ma dv|\bxa\b|unit/],
  ['heldOn', /ngay|thoi gian|day|date/],
  ['form', /hinh thuc|form/],
  ['materials', /tai lieu|material/],
]

function columnOf(heading: string): Column | null {
  const folded = foldText(heading)
  const kind = KINDS.find(([, word]) => word.test(folded))?.[0]
  const half: Half | null = ATTENDED.test(folded) ? 'attended' : INVITED.test(folded) ? 'invited' : null
  if (kind && half) return `${kind}.${half}`
  return PLAIN.find(([, word]) => word.test(folded))?.[0] ?? null
}

/** The columns that a first line names, `skip` for one it names otherwise; null when it is no line of headings. */
export function readHeadings(first: readonly string[]): Column[] | null {
  const columns = first.map(columnOf)
  const hasNumber = first.some((text) => /^\s*\d+\s*$/.test(text))
  const known = new Set(columns.filter((column) => column !== null))
  return !hasNumber && known.has('unit') && known.size >= 3 ? columns.map((column) => column ?? 'skip') : null
}

/** The unit that a cell of a spreadsheet means: by code, by name, or by name without its kind; else as it stands. */
export function readUnit(text: string, units: readonly UnitNamed[]): string {
  const asked = foldText(text)
  const byCode = units.find(({ code }) => foldText(code) === asked)
  if (byCode || asked === '') return byCode?.code ?? ''
  const byName = units.filter(({ name }) => foldText(name) === asked)
  const ending = units.filter(({ name }) => foldText(name).endsWith(` ${asked}`))
  const found = byName.length > 0 ? byName : ending
  return found.length === 1 ? found[0]!.code : text.trim()
}

const FORMS: readonly [string, RegExp][] = [
  ['mixed', /ket hop|vua|mixed|hybrid/],
  ['online', /truc tuyen|online/],
  ['in-person', /truc tiep|tap trung|in.?person/],
]
const readForm = (text: string): string =>
  FORMS.find(([, word]) => word.test(foldText(text)))?.[0] ?? text.trim()

export type Pasted = { lines: Line[]; kinds: Participants[]; hasHeadings: boolean }

/**
 * Lines of a block; empty ones are left out. `kinds` are those that the block has columns of, or the given ones.
 *
 * @param kinds the kinds that the sheet shows.
 * @param defaults for a day and a form that are left blank.
 */
export function readLines(
  table: readonly (readonly string[])[],
  {
    kinds,
    units,
    defaults,
  }: { kinds: readonly Participants[]; units: readonly UnitNamed[]; defaults: Defaults },
): Pasted {
  const headings = readHeadings(table[0] ?? [])
  const columns = headings ?? columnsFor(kinds)
  const rows = (headings ? table.slice(1) : table).filter((row) => row.some((text) => text.trim() !== ''))
  const named = PARTICIPANTS.filter((kind) => columns.some((column) => column.startsWith(`${kind}.`)))
  return {
    lines: rows.map((row, n) => lineOf(row, columns, `pasted ${n}`, units, defaults)),
    kinds: named.length > 0 ? named : [...kinds],
    hasHeadings: headings !== null,
  }
}

function lineOf(
  row: readonly string[],
  columns: readonly Column[],
  key: string,
  units: readonly UnitNamed[],
  defaults: Defaults,
): Line {
  const textOf = (column: Column) => {
    const at = columns.indexOf(column)
    return at < 0 ? '' : (row[at] ?? '').trim()
  }
  const day = textOf('heldOn')
  const counts = PARTICIPANTS.flatMap((kind) => {
    const count = { invited: textOf(`${kind}.invited`), attended: textOf(`${kind}.attended`) }
    return count.invited === '' && count.attended === '' ? [] : [[kind, count] as const]
  })
  return {
    ...emptyLine(key, readUnit(textOf('unit'), units), defaults),
    cell: textOf('cell'),
    heldOn: day === '' ? defaults.heldOn : (readDay(day) ?? day),
    form: textOf('form') === '' ? defaults.form : readForm(textOf('form')),
    materials: textOf('materials'),
    counts: Object.fromEntries(counts),
  }
}
