// Style sheet, fonts and icon, under addresses that carry a hash of their bytes: they never change, so browsers keep
// them for good.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Context } from 'hono'

const FOLDER = join(import.meta.dirname, 'assets')
const TYPES = { woff2: 'font/woff2', css: 'text/css; charset=utf-8', svg: 'image/svg+xml' } as const

type Asset = { name: string; type: string; bytes: Buffer<ArrayBuffer>; gzipped: Buffer<ArrayBuffer> | null }

const fonts = ['be-vietnam-pro-400.woff2', 'be-vietnam-pro-600.woff2'].map((name) =>
  asset(name, readFileSync(join(FOLDER, name))),
)
const icon = asset('icon.svg', readFileSync(join(FOLDER, 'icon.svg')))
const style = asset('portal.css', Buffer.from(withFontUrls(readFileSync(join(FOLDER, 'portal.css'), 'utf8'))))
const assets = new Map([...fonts, icon, style].map((a) => [a.name, a]))
const urls = new Map(
  [...assets.keys()].map((name) => [name.replace(/\.[0-9a-f]{10}(?=\.\w+$)/, ''), `/assets/${name}`]),
)

/** The address of a file in `assets/`, for instance `/assets/portal.1f2e3d4c5b.css`. */
export function assetUrl(name: string): string {
  const url = urls.get(name)
  if (!url) throw new Error(`${name} is not among the portal's assets`)
  return url
}

/** Answers `/assets/:name`; null when there is no such file (an old hash). */
export function serveAsset(c: Context, name: string): Response | null {
  const found = assets.get(name)
  if (!found) return null
  const zipped = found.gzipped && c.req.header('accept-encoding')?.includes('gzip') ? found.gzipped : null
  return c.body(zipped ?? found.bytes, 200, {
    'content-type': found.type,
    'cache-control': 'public, max-age=31536000, immutable',
    ...(found.gzipped && { vary: 'accept-encoding' }),
    ...(zipped && { 'content-encoding': 'gzip' }),
  })
}

function asset(file: string, bytes: Buffer<ArrayBuffer>): Asset {
  const [, base, extension] = /^(.*)\.(woff2|css|svg)$/.exec(file)!
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  const gzipped = extension === 'woff2' ? null : gzipSync(bytes, { level: 9 })
  return {
    name: `${base}.${hash}.${extension}`,
    type: TYPES[extension as keyof typeof TYPES],
    bytes,
    gzipped,
  }
}

function withFontUrls(css: string): string {
  return css.replace(/url\(([\w-]+\.woff2)\)/g, (_, name: string) => {
    const font = fonts.find((f) => f.name.startsWith(name.replace('.woff2', '.')))
    if (!font) throw new Error(`portal.css names ${name}, which is not there`)
    return `url(/assets/${font.name})`
  })
}
