import { readFile } from 'node:fs/promises'
import type { Cell, Sheet, Workbook } from 'hucre'
import { FileFault } from '#platform/files/file-fault.ts'
import { guardWorkbook } from '#platform/files/guard-workbook.ts'
import { type AxisId, addressOf, BASE_CORNER, type Corner, QUALITY, readCorner, readId } from './ids.ts'
import type { FileCell } from './read-cell.ts'

const MB = 1024 * 1024
/** 3,321 communes × 40 indicators with their styles; read as a whole. */
const MAX_UNPACKED_BYTES = 96 * MB
const MAX_ROWS = 5_000

/** One cell for a value, or for how sure a report's values are. `base` is what it held when the file was given out. */
export type FilledCell = {
  row: number
  column: number
  /** `D7`. */
  address: string
  unit: string
  /** As in `ids.ts`; `QUALITY` for the quality of the report. */
  key: string
  cell: FileCell
  base: string
}

export type FilledWorkbook = Corner & { sheet: string; cells: FilledCell[] }

/**
 * What somebody filled in, from an .xlsx that was given out by `writeWorkbook` and saved by Excel or LibreOffice.
 *
 * @throws FileFault when it is no workbook, or none of ours.
 */
export async function readWorkbook(path: string): Promise<FilledWorkbook> {
  const book = await openWorkbook(path)
  const found = findSheet(book)
  const base = readBase(book)
  if (!found || !base) throw new FileFault('workbook.notOurs')
  const cells = [...cellsOf(found.sheet)].map((cell) => ({
    ...cell,
    base: base.get(cell.unit)?.get(cell.key) ?? '',
  }))
  const twice = findRepeated(cells)
  if (twice) throw new FileFault('workbook.repeated', twice.row + 1, { address: twice.address })
  return { ...found.corner, sheet: found.sheet.name, cells }
}

/** The library's view of the file, for reading and for writing it again. Styles tell percentages from fractions. */
export async function openWorkbook(path: string): Promise<Workbook> {
  await guardWorkbook(path, MAX_UNPACKED_BYTES)
  const { HucreError, openXlsx } = await import('hucre')
  try {
    return await openXlsx(await readFile(path), { readStyles: true, maxRows: MAX_ROWS })
  } catch (error) {
    if (error instanceof HucreError) throw new FileFault('file.brokenWorkbook', 1, {}, { cause: error })
    throw error
  }
}

export function findSheet(book: Workbook): { sheet: Sheet; corner: Corner } | null {
  for (const sheet of book.sheets) {
    const corner = readCorner(sheet.rows[0]?.[0])
    if (corner) return { sheet, corner }
  }
  return null
}

function readBase({ sheets }: Workbook): Map<string, Map<string, string>> | null {
  const sheet = sheets.find(({ rows }) => rows[0]?.[0] === BASE_CORNER)
  if (!sheet) return null
  const [keys = [], ...lines] = sheet.rows
  return new Map(
    lines.map(([unit, _etag, ...values]) => [
      String(unit ?? ''),
      new Map(values.map((value, n) => [String(keys[n + 2] ?? ''), String(value ?? '')])),
    ]),
  )
}

function* cellsOf(sheet: Sheet): Generator<Omit<FilledCell, 'base'>> {
  const columns = (sheet.rows[0] ?? []).map((value) => readId(value))
  for (const [row, values] of sheet.rows.entries()) {
    const id = readId(values[0])
    if (row === 0 || !id) continue
    for (const [column, across] of columns.entries()) {
      const named = across && nameOf(id, across)
      if (!named) continue
      const at = { row, column, address: addressOf(row, column) }
      yield { ...at, ...named, cell: fileCell(values[column] ?? null, sheet.cells?.get(`${row},${column}`)) }
    }
  }
}

/** One id says the unit, the other what of it; two of the same kind name nothing. */
function nameOf(a: AxisId, b: AxisId): { unit: string; key: string } | null {
  const [unit, what] = a.kind === 'unit' ? [a, b] : [b, a]
  if (unit.kind !== 'unit' || what.kind === 'unit') return null
  return { unit: unit.unit, key: what.kind === 'quality' ? QUALITY : what.key }
}

function fileCell(value: Cell['value'], detail: Cell | undefined): FileCell {
  const isFormula = detail?.formula !== undefined
  return {
    value: isFormula ? (detail.formulaResult ?? detail.value ?? value) : value,
    format: detail?.style?.numFmt ?? '',
    isFormula,
    isError: detail?.type === 'error' || isErrorText(value, isFormula),
  }
}

/** What a formula leaves that could not be worked out, also where the library tells it as text. */
const isErrorText = (value: unknown, isFormula: boolean) =>
  isFormula && typeof value === 'string' && /^#[A-Z/0!?]+$/.test(value)

function findRepeated(cells: readonly FilledCell[]): FilledCell | undefined {
  const seen = new Set<string>()
  return cells.find(({ unit, key }) => {
    const name = `${unit}\n${key}`
    const isThere = seen.has(name)
    seen.add(name)
    return isThere
  })
}
