import { Worker } from 'node:worker_threads'
import { PDF, type Reading, WORD } from './reading.ts'

const MOST_BYTES = 64 * 1024 * 1024
const MOST_MEMORY_MB = 512

/**
 * What a PDF or a Word document (DOCX) says, NFC. '' when nothing can be read: a scan, a picture, another kind of file, one
 * that is broken, locked, or takes longer than `mostMs`.
 */
export async function readText({ content, mediaType }: Reading, mostMs = 60_000): Promise<string> {
  if ((mediaType !== PDF && mediaType !== WORD) || content.length > MOST_BYTES) return ''
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { content, mediaType } satisfies Reading,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    // What a library has to say of a broken file is nobody's business
    stdout: true,
    stderr: true,
  })
  const { promise, resolve } = Promise.withResolvers<string>()
  const timer = setTimeout(() => resolve(''), mostMs)
  worker.once('message', (text: string) => resolve(text))
  worker.once('error', () => resolve(''))
  worker.once('exit', () => resolve(''))
  try {
    return clean(await promise)
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

/** The database takes no zero characters and no halves of a pair. */
const clean = (text: string) => text.toWellFormed().normalize('NFC').replaceAll('\0', ' ').trim()
