import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Examined, examine } from './examine.ts'
import { FileFault } from './file-fault.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'
import { writeSheet } from './write-sheet.ts'
import { writeUtf8 } from './write-utf8.ts'

/** A file where it lies, or as it comes. The name is shown to people and may help to tell a form, nothing more. */
export type Source = { name: string; path: string } | { name: string; body: AsyncIterable<Uint8Array> }

/**
 * A file made ready to be read any number of times: a table in `path` is UTF-8 CSV, whatever it came as. `sha256` is
 * of the bytes that came. `fault` says why nothing can be read from it. Temporary files go when it is disposed of.
 */
export type Received = AsyncDisposable & { name: string } & (
    | { fault: FileFault }
    | { fault?: never; kind: 'table' | 'geojson'; path: string; sha256: string }
  )

/** A file as it came, for whoever reads it as a whole. `kind` and `sha256` are told by its bytes. */
export type Whole = AsyncDisposable & { name: string } & (
    | { fault: FileFault }
    | { fault?: never; kind: Examined['kind']; path: string; sha256: string }
  )

const MAX_UPLOAD_BYTES = 1024 * 1024 * 1024

/** Takes a file in, in constant memory. Never throws for what is in it, nor for a path that cannot be read. */
export async function receive(source: Source): Promise<Received> {
  const folder = await makeTemporaryFolder()
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const path = 'path' in source ? source.path : await spool(source.body, join(folder, 'upload'))
    const examined = await examine(path)
    return {
      name: source.name,
      kind: examined.kind === 'geojson' ? 'geojson' : 'table',
      path: await asUtf8(path, examined, join(folder, 'text')),
      sha256: examined.sha256,
      [Symbol.asyncDispose]: remove,
    }
  } catch (error) {
    await remove()
    const fault = 'path' in source ? asUnreadable(error) : error
    if (!(fault instanceof FileFault)) throw fault
    return { name: source.name, fault, [Symbol.asyncDispose]: async () => {} }
  }
}

/** Takes a file in without making anything of it. Never throws for what is in it. */
export async function receiveWhole(source: Extract<Source, { body: unknown }>): Promise<Whole> {
  const folder = await makeTemporaryFolder()
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const path = await spool(source.body, join(folder, 'upload'))
    const { kind, sha256 } = await examine(path)
    return { name: source.name, kind, path, sha256, [Symbol.asyncDispose]: remove }
  } catch (fault) {
    await remove()
    if (!(fault instanceof FileFault)) throw fault
    return { name: source.name, fault, [Symbol.asyncDispose]: async () => {} }
  }
}

async function asUtf8(path: string, { kind, encoding }: Examined, to: string): Promise<string> {
  if (kind === 'xlsx') await writeSheet(path, to)
  else if (encoding !== 'utf-8') await writeUtf8(path, encoding, to)
  else return path
  return to
}

const UNREADABLE = ['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM']

function asUnreadable(error: unknown): unknown {
  const { code = '' } = error as NodeJS.ErrnoException
  return UNREADABLE.includes(code) ? new FileFault('file.unreadable', 1, {}, { cause: error }) : error
}

async function spool(body: AsyncIterable<Uint8Array>, to: string): Promise<string> {
  await pipeline(
    body,
    async function* (chunks: AsyncIterable<Uint8Array>) {
      let bytes = 0
      for await (const chunk of chunks) {
        bytes += chunk.length
        if (bytes > MAX_UPLOAD_BYTES) throw new FileFault('file.tooBig')
        yield chunk
      }
    },
    createWriteStream(to),
  )
  return to
}
