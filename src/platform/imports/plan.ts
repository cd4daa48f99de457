import { FileFault } from '#platform/files/file-fault.ts'
import { readCsv } from '#platform/files/read-csv.ts'
import type { Received } from '#platform/files/receive.ts'
import type { ImportFormat, Rejection } from './format.ts'
import { judgeHeader } from './header.ts'
import type { Layout } from './rows.ts'

/** How a file will be read. Without a `layout` it is GeoJSON. */
export type ReadPlan = {
  file: Extract<Received, { path: string }>
  format: ImportFormat
  layout: Layout | null
}
/** Or why it cannot be. */
export type Plan = ReadPlan | { file: Received; rejections: readonly Rejection[] }

/** @param asked the one format to read it as; without it the header decides among `formats`. */
export async function planFile(
  file: Received,
  formats: readonly ImportFormat[],
  asked: ImportFormat | undefined,
): Promise<Plan> {
  try {
    if (file.fault) throw file.fault
    return await planReading(file, formats, asked)
  } catch (fault) {
    if (!(fault instanceof FileFault)) throw fault
    return { file, rejections: [rejectionOf(fault)] }
  }
}

async function planReading(
  file: ReadPlan['file'],
  formats: readonly ImportFormat[],
  asked: ImportFormat | undefined,
): Promise<Plan> {
  const choice = (asked ? [asked] : formats).filter((format) => format.reads === file.kind)
  if (choice.length === 0) {
    const code = file.kind === 'geojson' ? 'file.needsTable' : 'file.needsGeojson'
    throw new FileFault(code, 1, { format: asked?.name })
  }
  if (file.kind === 'geojson') return { file, format: choice[0]!, layout: null }

  const header = await readHeader(file.path)
  const verdict = judgeHeader(header, file.name, choice)
  if ('faults' in verdict) return { file, rejections: verdict.faults.map((fault) => ({ row: 1, ...fault })) }
  return { file, format: verdict.format, layout: { ...verdict, width: header.length } }
}

export const rejectionOf = ({ row, code, details }: FileFault): Rejection => ({
  row,
  field: '',
  code,
  details,
})

async function readHeader(path: string): Promise<string[]> {
  for await (const [header] of readCsv(path)) return header ?? []
  return []
}
