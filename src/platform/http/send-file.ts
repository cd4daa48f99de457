import { Readable } from 'node:stream'
import type { Context } from 'hono'
import type { Download } from '#kernel/contract.ts'

/** What a file may do that is opened in a browser: nothing, wherever it came from. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

/** Answers with a file. It is saved, or shown where it asks for that, and never kept by a cache. */
export function sendFile(
  c: Context,
  { name, mediaType, bytes, content, isShown = false }: Download,
): Response {
  const size = bytes ?? (content instanceof Uint8Array ? content.length : undefined)
  const headers = {
    'content-type': mediaType,
    ...(size !== undefined && { 'content-length': String(size) }),
    'content-disposition': disposition(name, isShown),
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    // A sheet is packed already; packing anew would hide how much is to come
    'cache-control': 'no-store, no-transform',
  }
  if (content instanceof Uint8Array) return c.body(new Uint8Array(content), 200, headers)
  return c.body(Readable.toWeb(Readable.from(content)) as ReadableStream<Uint8Array>, 200, headers)
}

/** RFC 6266: the name as it is, and for old programs without what they cannot read. */
function disposition(name: string, isShown: boolean): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd')
  const ascii = plain.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const exact = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
  return `${isShown ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${exact}`
}
