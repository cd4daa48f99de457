import type { FileHandle } from 'node:fs/promises'
import { FileFault } from './file-fault.ts'

/** What a ZIP archive says that it holds. Sizes in bytes; `size` is after unpacking; `at` is where its own head stands. */
export type ZipEntry = { name: string; packed: number; size: number; at: number }
type Source = { size: number; read(from: number, to: number): Promise<Buffer> }

const END_BYTES = 22
const ENTRY_BYTES = 46
const LONGEST_COMMENT = 65_535
const END_SIGNATURE = Buffer.from('PK\x05\x06', 'latin1')
const ENTRY_SIGNATURE = 0x02014b50
/** Beyond this no workbook goes; the 64-bit form of ZIP, which has these very numbers here, is for larger ones. */
const MAX_DIRECTORY_BYTES = 16 * 1024 * 1024

/**
 * The central directory of an archive, without unpacking anything.
 *
 * @throws FileFault when it is cut short, or no archive.
 */
export async function readZipDirectory(file: FileHandle): Promise<ZipEntry[]> {
  const { size } = await file.stat()
  return await directoryOf({ size, read: (from, to) => readAt(file, from, to) })
}

/** The same of an archive in memory. @throws FileFault */
export const zipDirectoryOf = (content: Buffer): Promise<ZipEntry[]> =>
  directoryOf({ size: content.length, read: async (from, to) => content.subarray(from, to) })

async function directoryOf({ size, read }: Source): Promise<ZipEntry[]> {
  const tail = await read(Math.max(0, size - END_BYTES - LONGEST_COMMENT), size)
  const at = tail.lastIndexOf(END_SIGNATURE)
  if (at < 0 || tail.length - at < END_BYTES) throw new FileFault('file.brokenWorkbook')

  const count = tail.readUInt16LE(at + 10)
  const bytes = tail.readUInt32LE(at + 12)
  const from = tail.readUInt32LE(at + 16)
  if (bytes > MAX_DIRECTORY_BYTES || from + bytes > size) throw new FileFault('file.brokenWorkbook')
  return readEntries(await read(from, from + bytes), count)
}

function readEntries(directory: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = []
  for (let at = 0; entries.length < count; ) {
    if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== ENTRY_SIGNATURE)
      throw new FileFault('file.brokenWorkbook')
    const nameBytes = directory.readUInt16LE(at + 28)
    entries.push({
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      at: directory.readUInt32LE(at + 42),
      name: directory.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes),
    })
    at += ENTRY_BYTES + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

async function readAt(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(to - from), 0, to - from, from)
  return buffer.subarray(0, bytesRead)
}
