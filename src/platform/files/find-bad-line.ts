import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'

const NEWLINE = 10

/** The first line, counted from 1, that is not UTF-8. Asked only once it is known that there is one. */
export async function findBadLine(path: string): Promise<number> {
  const rest: Buffer[] = []
  let line = 1
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0
    for (let to = chunk.indexOf(NEWLINE); to >= 0; to = chunk.indexOf(NEWLINE, from)) {
      if (!isUtf8(Buffer.concat([...rest.splice(0), chunk.subarray(from, to)]))) return line
      line += 1
      from = to + 1
    }
    rest.push(chunk.subarray(from))
  }
  return line
}
