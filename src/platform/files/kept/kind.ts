// What kind of file it is, told by its bytes: what a sender says of it, and its name, are not believed.

import { fileTypeFromBuffer } from 'file-type'

export const IMAGES: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp'])
const DOCUMENTS: ReadonlySet<string> = new Set([
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
])
const TABLE = 'text/csv'

/**
 * The media type of a file that may be kept as evidence: JPEG, PNG, WebP, PDF, Word, Excel, OpenDocument, or a plain
 * table (CSV, UTF-8). Null for everything else: programs, web pages, documents with macros.
 */
export async function kindOf(content: Uint8Array): Promise<string | null> {
  const found = await fileTypeFromBuffer(content)
  if (found) return IMAGES.has(found.mime) || DOCUMENTS.has(found.mime) ? found.mime : null
  return isTable(content) ? TABLE : null
}

/** Lines of text with the same separator in the first two: no web page, no program. */
function isTable(content: Uint8Array): boolean {
  const text = readText(content)
  if (text === null || /^\s*[<{[#%]/.test(text)) return false
  const [head = '', next = ''] = text.split(/\r\n|\r|\n/, 2)
  return [',', ';', '\t'].some((sign) => head.includes(sign) && (next === '' || next.includes(sign)))
}

/** Control characters but for tabs and line ends. */
const CONTROL = /[\p{Cc}--[\t\r\n]]/v

function readText(content: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content)
    return CONTROL.test(text) ? null : text
  } catch {
    return null
  }
}
