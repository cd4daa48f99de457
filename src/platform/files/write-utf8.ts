import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { CHUNK_BYTES, type Encoding } from './examine.ts'
import { FileFault } from './file-fault.ts'

/**
 * Writes a UTF-16 file anew as UTF-8 without a byte order mark.
 *
 * @throws FileFault when it is not UTF-16 after all, or no text.
 */
export async function writeUtf8(
  from: string,
  encoding: Exclude<Encoding, 'utf-8'>,
  to: string,
): Promise<void> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const decode = (chunk?: Buffer) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined })
    } catch (cause) {
      throw new FileFault('file.notText', 1, {}, { cause })
    }
  }
  await pipeline(
    createReadStream(from, { highWaterMark: CHUNK_BYTES }),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        const text = decode(chunk)
        if (text.includes('\0')) throw new FileFault('file.notText')
        yield text
      }
      yield decode()
    },
    createWriteStream(to),
  )
}
