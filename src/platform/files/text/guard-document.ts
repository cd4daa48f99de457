import { inflateRawSync } from 'node:zlib'
import { type ZipEntry, zipDirectoryOf } from '../read-zip-directory.ts'

const MB = 1024 * 1024
/** A text of 3,000 pages unpacks to about 30 MB. */
const MAX_PART_BYTES = 48 * MB
const MAX_TEXT_BYTES = 96 * MB
const HEAD_BYTES = 30
const STORED = 0

/** Whether the parts that hold text unpack to no more than a document may; each is tried, none is believed. */
export async function isSoundDocument(content: Buffer): Promise<boolean> {
  const parts = (await zipDirectoryOf(content)).filter(({ name }) => /\.(xml|rels)$/i.test(name))
  const sizes = parts.map((part) => unpackedBytes(content, part))
  return sizes.reduce((sum, size) => sum + size, 0) <= MAX_TEXT_BYTES
}

/** @throws when it unpacks to more than a part may. */
function unpackedBytes(content: Buffer, { at, packed }: ZipEntry): number {
  const method = content.readUInt16LE(at + 8)
  const from = at + HEAD_BYTES + content.readUInt16LE(at + 26) + content.readUInt16LE(at + 28)
  const part = content.subarray(from, from + packed)
  return method === STORED ? part.length : inflateRawSync(part, { maxOutputLength: MAX_PART_BYTES }).length
}
