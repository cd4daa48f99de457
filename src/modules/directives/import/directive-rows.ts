// One row of a register: what it says, and whether it may stand by itself. Links are looked at when all rows are known.

import { type Day, OPEN_END } from '#kernel/day.ts'
import { type CodeFinder, loadCodes, loadTree, unitStateOn } from '#modules/organisation/index.ts'
import { type CellVerdict, readDay, readOpenDay, readText } from '#platform/imports/cells.ts'
import type { ImportContext, Row } from '#platform/imports/format.ts'
import { secrecyMark } from '../rules/classified.ts'
import { isOutside, outsideName } from '../rules/issuer.ts'
import { type DirectiveNumber, readNumber } from '../rules/number.ts'
import { registerSide } from '../rules/register-side.ts'
import { readType } from '../rules/types.ts'
import type { LinkKind } from '../schema.ts'
import type { StoredDraft } from '../store/directives.ts'

export const LINK_COLUMNS = ['implements', 'amends', 'replaces'] as const satisfies readonly LinkKind[]
export const REQUIRED = ['number', 'type', 'issuer_code', 'date', 'excerpt', 'implements'] as const
export const OPTIONAL = [
  'issuer',
  'signer',
  'valid_from',
  'valid_to',
  'amends',
  'replaces',
  'classification',
  'keeper_code',
] as const
export type DirectiveColumn = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number]
type Cells = Readonly<Record<DirectiveColumn, string>>

export type FileRow = {
  row: number
  /** Number, day and issuer: what makes it one. */
  key: string
  draft: Omit<StoredDraft, 'foundBy'>
  /** Members that an empty cell leaves as they are. */
  isSilent: { signer: boolean; validFrom: boolean; validTo: boolean; issuer: boolean }
  /** Normalised numbers of what it names. */
  names: { kind: LinkKind; number: string }[]
}

type Refusal = { field: DirectiveColumn; code: string; details?: Record<string, unknown> }
type Read<T> = { value: T } | Refusal

export const keyOf = (d: Pick<StoredDraft, 'number' | 'issuedOn' | 'issuer'>): string =>
  `${d.number} ${d.issuedOn} ${d.issuer}`

/** A reader of rows; what is wrong with one is told to `ctx`, and it is left out. */
export async function rowReader(
  ctx: ImportContext,
): Promise<(row: Row<DirectiveColumn>) => Promise<FileRow[]>> {
  const codes = await loadCodes(ctx.tx)
  const register = lookOnce(() => rootKeeper(ctx))
  return async ({ row, cells }) => {
    const read = await readRow(ctx, { codes, register }, cells)
    if ('value' in read) return [{ row, ...read.value }]
    ctx.reject({ row, ...read })
    return []
  }
}

type Ground = { codes: CodeFinder; register: () => Promise<number | undefined> }

async function readRow(
  ctx: ImportContext,
  ground: Ground,
  cells: Cells,
): Promise<Read<Omit<FileRow, 'row'>>> {
  const mark = secrecyMark(cells.classification, [cells.number, cells.excerpt])
  if (mark !== null) return { field: 'classification', code: 'directives.classified', details: { mark } }
  const number = readNumber(cells.number)
  if (!number.ok)
    return { field: 'number', code: `directives.number.${number.reason}`, details: { value: cells.number } }
  const type = readType(cells.type)
  if (!type) return { field: 'type', code: 'directives.type', details: { value: cells.type } }
  const days = readDays(cells)
  if ('field' in days) return days
  const excerpt = told('excerpt', readText(cells.excerpt, 2_000))
  if ('field' in excerpt) return excerpt
  const names = readNames(cells)
  if ('field' in names) return names
  const issuer = await readIssuer(ctx, ground, cells, number, days.value.issuedOn)
  if ('field' in issuer) return issuer

  const draft = {
    number: number.normalised,
    serial: number.number,
    seriesYear: number.year,
    side: registerSide(number.side),
    type,
    body: number.body,
    ...issuer.value,
    ...days.value,
    excerpt: excerpt.value,
    signer: cells.signer || null,
  }
  const isSilent = {
    signer: cells.signer === '',
    validFrom: cells.valid_from === '',
    validTo: cells.valid_to === '',
    issuer: cells.issuer === '',
  }
  return { value: { key: keyOf(draft), draft, isSilent, names: names.value } }
}

function readDays(cells: Cells): Read<{ issuedOn: Day; validFrom: Day; validTo: Day }> {
  const issuedOn = told('date', readDay(cells.date))
  if ('field' in issuedOn) return issuedOn
  const validFrom = told('valid_from', readOpenDay(cells.valid_from, issuedOn.value))
  if ('field' in validFrom) return validFrom
  const validTo = told('valid_to', readOpenDay(cells.valid_to, OPEN_END))
  if ('field' in validTo) return validTo
  if (validTo.value < validFrom.value) return { field: 'valid_to', code: 'directives.order' }
  return { value: { issuedOn: issuedOn.value, validFrom: validFrom.value, validTo: validTo.value } }
}

/** `05-CT/TW; 01-KL/TW`: any number of them, in any way of typing. */
function readNames(cells: Cells): Read<FileRow['names']> {
  const names: FileRow['names'] = []
  for (const kind of LINK_COLUMNS)
    for (const text of cells[kind].split(';').map((part) => part.trim())) {
      if (text === '') continue
      const read = readNumber(text)
      if (!read.ok) return { field: kind, code: 'directives.link.malformed', details: { value: text } }
      names.push({ kind, number: read.normalised })
    }
  return { value: names }
}

type Issuer = Pick<StoredDraft, 'issuer' | 'issuerUnitId' | 'keeperUnitId'>

/** A unit that held the code on that day issues and keeps it; what is outside is kept by `keeper_code`, or at the root. */
async function readIssuer(
  ctx: ImportContext,
  { codes, register }: Ground,
  cells: Cells,
  { body }: DirectiveNumber,
  on: Day,
): Promise<Read<Issuer>> {
  const code = cells.issuer_code
  const unit = code === '' ? undefined : codes.find(code, { startsOn: on, endsOn: on })
  if (unit !== undefined) {
    if (!(await mayKeep(ctx, unit))) return outsideReach('issuer_code', code)
    const { name } = await unitStateOn(ctx.tx, unit, on)
    return { value: { issuer: cells.issuer || name, issuerUnitId: unit, keeperUnitId: unit } }
  }
  if (!isOutside(code, body)) {
    const held = codes.spans(code)
    return {
      field: 'issuer_code',
      code: held ? 'directives.unitNotThen' : 'directives.unitUnknown',
      details: { code, on, held },
    }
  }
  const keeper = cells.keeper_code
  const days = { startsOn: ctx.today, endsOn: ctx.today }
  const keeperId = keeper === '' ? await register() : codes.find(keeper, days)
  if (keeperId === undefined)
    return keeper === ''
      ? { field: 'keeper_code', code: 'directives.keeper' }
      : { field: 'keeper_code', code: 'directives.unitUnknown', details: { code: keeper } }
  if (!(await mayKeep(ctx, keeperId))) return outsideReach('keeper_code', keeper)
  return { value: { issuer: cells.issuer || outsideName(body), issuerUnitId: null, keeperUnitId: keeperId } }
}

const outsideReach = (field: DirectiveColumn, code: string): Refusal => ({
  field,
  code: 'directives.unitOutside',
  details: { code: code || 'none' },
})

const mayKeep = (ctx: ImportContext, unit: number) =>
  ctx.actor.may(ctx.tx, 'import.directives', { unit }, ctx.today)

/** The first root of today's tree where the caller keeps a register. */
async function rootKeeper(ctx: ImportContext): Promise<number | undefined> {
  const { roots } = await loadTree(ctx.tx, ctx.today)
  for (const root of roots) if (await mayKeep(ctx, root)) return root
  return undefined
}

function lookOnce<T>(look: () => Promise<T>): () => Promise<T> {
  const kept: { found?: Promise<T> } = {}
  return () => (kept.found ??= look())
}

const told = <T>(field: DirectiveColumn, read: CellVerdict<T>): Read<T> =>
  'value' in read ? read : { field, code: read.code, details: read.details }
