// Reads one document in a thread of its own: what hangs or eats memory is ended with the thread.

import { parentPort, workerData } from 'node:worker_threads'
import mammoth from 'mammoth'
import { getDocumentProxy } from 'unpdf'
import { isSoundDocument } from './guard-document.ts'
import { MOST_CHARACTERS, PDF, type Reading } from './reading.ts'

const MOST_PAGES = 1_000

const { content, mediaType } = workerData as Reading
const text = await (mediaType === PDF ? readPdf(content) : readWord(Buffer.from(content)))
parentPort!.postMessage(text.slice(0, MOST_CHARACTERS))

/** Page by page, until there is enough. */
async function readPdf(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocumentProxy(bytes, { verbosity: 0 })
  const pages: string[] = []
  for (let n = 1, characters = 0; n <= Math.min(pdf.numPages, MOST_PAGES); n++) {
    const { items } = await (await pdf.getPage(n)).getTextContent()
    const page = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
    characters += page.length
    pages.push(page)
    if (characters > MOST_CHARACTERS) break
  }
  return pages.join('\n')
}

async function readWord(bytes: Buffer): Promise<string> {
  if (!(await isSoundDocument(bytes))) return ''
  return (await mammoth.extractRawText({ buffer: bytes })).value
}
