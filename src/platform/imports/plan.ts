import { FileFault } from '#platform/files/file-fault.ts'
import { readCsv } from '#platform/files/read-csv.ts'
import { isFeatures } from '#platform/files/read-geojson.ts'
import type { Received } from '#platform/files/receive.ts'
import type { ImportFormat, Rejection } from './format.ts'
import { judgeHeader } from './header.ts'
import type { Layout } from './rows.ts'

/** How a file will be read. Without a `layout` it is JSON: features, or a document as a whole. */
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
  const isTable = file.kind === 'table'
  const choice = (asked ? [asked] : formats).filter(({ reads }) => (reads === 'table') === isTable)
  if (choice.length === 0) {
    const code = isTable ? `file.needs.${asked?.reads}` : 'file.needsTable'
    throw new FileFault(code, 1, { format: asked?.name })
  }
  if (!isTable) return { file, format: await chooseByContent(file.path, choice), layout: null }

  const header = await readHeader(file.path)
  const verdict = judgeHeader(header, file.name, choice)
  if ('faults' in verdict) return { file, rejections: verdict.faults.map((fault) => ({ row: 1, ...fault })) }
  return { file, format: verdict.format, layout: { ...verdict, width: header.length } }
}

/** A collection of features is borders; any other document is what reads documents. */
async function chooseByContent(path: string, choice: readonly ImportFormat[]): Promise<ImportFormat> {
  if (choice.length === 1) return choice[0]!
  const reads = (await isFeatures(path)) ? 'geojson' : 'json'
  return choice.find((format) => format.reads === reads) ?? choice[0]!
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
