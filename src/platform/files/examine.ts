// What a file is, told by its bytes and never by its name, and whether all of it is text that can be read.

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { FileFault } from './file-fault.ts'
import { findBadLine } from './find-bad-line.ts'

export const CHUNK_BYTES = 64 * 1024

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'
export type Examined = { kind: 'csv' | 'geojson' | 'xlsx'; encoding: Encoding; sha256: string }

const HEAD_BYTES = 4096

/**
 * Reads the file once from beginning to end, in constant memory.
 *
 * @throws FileFault for anything but a workbook, GeoJSON or a text table. UTF-8 is proved here; UTF-16 (which always
 * has a byte order mark, or cannot be told from binary) is proved when it is decoded.
 */
export async function examine(path: string): Promise<Examined> {
  const head = await readHead(path)
  const sniffed = sniff(head)
  const hash = createHash('sha256')
  const isText = sniffed.kind !== 'xlsx' && sniffed.encoding === 'utf-8'
  const decoder = new TextDecoder('utf-8', { fatal: true })

  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    if (!isText) continue
    if (chunk.includes(0)) throw new FileFault('file.notText')
    await decodeOr(decoder, chunk, path)
  }
  if (isText) await decodeOr(decoder, undefined, path)
  return { ...sniffed, sha256: hash.digest('hex') }
}

async function decodeOr(decoder: TextDecoder, chunk: Buffer | undefined, path: string): Promise<void> {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined })
  } catch {
    const line = await findBadLine(path)
    throw new FileFault('file.notUtf8', line, { line })
  }
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

const ZIP = Buffer.from('PK\x03\x04', 'latin1')
const OLD_OFFICE = Buffer.from('d0cf11e0a1b11ae1', 'hex') // .xls, and any Office file with a password
const UTF16LE = Buffer.from('fffe', 'hex')
const UTF16BE = Buffer.from('feff', 'hex')

const startsWith = (head: Buffer, signature: Buffer) => head.subarray(0, signature.length).equals(signature)

function sniff(head: Buffer): Pick<Examined, 'kind' | 'encoding'> {
  if (startsWith(head, ZIP)) return { kind: 'xlsx', encoding: 'utf-8' }
  if (startsWith(head, OLD_OFFICE)) throw new FileFault('file.oldExcel')
  const encoding = startsWith(head, UTF16LE) ? 'utf-16le' : startsWith(head, UTF16BE) ? 'utf-16be' : 'utf-8'
  const text = new TextDecoder(encoding).decode(head).trimStart()
  if (text === '') throw new FileFault('file.empty')
  if (/^<(?:!doctype|html|\?xml|table|meta)/i.test(text)) throw new FileFault('file.webPage')
  return { kind: text.startsWith('{') ? 'geojson' : 'csv', encoding }
}
