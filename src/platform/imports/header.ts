// Which form a table is, told by its header alone. Pure.

import { columnsOf, type ImportFormat } from './format.ts'

/** Something wrong with the header. `field` is the column, or '' for the header as a whole. */
export type HeaderFault = { field: string; code: string; details?: Record<string, unknown> }
/** `places`: for every column of the format its position in the file, -1 when the file does not have it. */
export type HeaderVerdict =
  | { format: ImportFormat; places: readonly number[] }
  | { faults: readonly HeaderFault[] }

const DELIMITERS = { ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const

/**
 * Decides how a file is read. Names are compared as they stand, trimmed; case counts.
 *
 * @param formats those to choose from: one when it was asked for.
 * @param fileName decides between formats that the header fits alike, when it holds the name of one as a word; else the
 *   one that is meant when nothing tells (`isUsual`).
 */
export function judgeHeader(
  cells: readonly string[],
  fileName: string,
  formats: readonly ImportFormat[],
): HeaderVerdict {
  const names = cells.map((cell) => cell.normalize('NFC').trim())
  const malformed = findMalformed(names)
  if (malformed.length > 0) return { faults: malformed }

  const fitting = formats.filter((format) => faultsFor(format, names).length === 0)
  const chosen =
    fitting.length === 1 ? fitting[0] : (onlyNamed(fitting, fileName) ?? onlyUsual(fitting, fileName))
  if (chosen) return { format: chosen, places: columnsOf(chosen).map((column) => names.indexOf(column)) }
  if (fitting.length > 1)
    return { faults: [{ field: '', code: 'header.ambiguous', details: { formats: listNames(fitting) } }] }

  const near = nearest(formats, names)
  const meant = near.length === 1 ? near[0] : onlyNamed(near, fileName)
  return { faults: meant ? faultsFor(meant, names) : [unrecognised(near)] }
}

function findMalformed(names: readonly string[]): HeaderFault[] {
  if (names.every((name) => name === '')) return [{ field: '', code: 'header.blank' }]
  const delimiter = Object.entries(DELIMITERS).find(([sign]) => names.some((name) => name.includes(sign)))
  if (delimiter) return [{ field: '', code: 'header.delimiter', details: { delimiter: delimiter[1] } }]

  const twice = names.filter((name, at) => name !== '' && names.indexOf(name) < at)
  const unnamed = names.flatMap((name, at) => (name === '' ? [at + 1] : []))
  return [
    ...unnamed.map((column) => ({ field: '', code: 'header.unnamed', details: { column } })),
    ...[...new Set(twice)].map((name) => ({ field: name, code: 'header.duplicate', details: { name } })),
  ]
}

function faultsFor(format: ImportFormat, names: readonly string[]): HeaderFault[] {
  const columns = columnsOf(format)
  const details = { format: format.name, columns: columns.join(', ') }
  return [
    ...names
      .filter((name) => !columns.includes(name))
      .map((name) => ({ field: name, code: 'header.unknown', details: { ...details, name } })),
    ...format.required
      .filter((name) => !names.includes(name))
      .map((name) => ({ field: name, code: 'header.missing', details: { ...details, name } })),
  ]
}

/** The formats most of whose required columns are there: at least half, or all formats. */
function nearest(formats: readonly ImportFormat[], names: readonly string[]): readonly ImportFormat[] {
  const found = (format: ImportFormat) => format.required.filter((name) => names.includes(name)).length
  const most = Math.max(...formats.map(found))
  const near = formats.filter((format) => found(format) === most && most * 2 >= format.required.length)
  return near.length > 0 ? near : formats
}

function onlyNamed(formats: readonly ImportFormat[], fileName: string): ImportFormat | undefined {
  const words = fileName.toLowerCase().split(/[^a-z]+/)
  const named = formats.filter((format) => words.includes(format.name))
  return named.length === 1 ? named[0] : undefined
}

/** Not when the name speaks of several: then somebody means something by it. */
function onlyUsual(formats: readonly ImportFormat[], fileName: string): ImportFormat | undefined {
  const words = fileName.toLowerCase().split(/[^a-z]+/)
  const usual = formats.filter((format) => format.isUsual)
  return usual.length === 1 && !formats.some((format) => words.includes(format.name)) ? usual[0] : undefined
}

const unrecognised = (formats: readonly ImportFormat[]): HeaderFault => ({
  field: '',
  code: 'header.unrecognised',
  details: { forms: formats.map((format) => `${format.name} (${columnsOf(format).join(', ')})`).join('; ') },
})

const listNames = (formats: readonly ImportFormat[]) => formats.map((format) => format.name).join(', ')
