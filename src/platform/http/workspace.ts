// The workspace: files that were built beforehand, under /app. Any address below it is the page itself, which finds out
// in the browser what to show.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context, Hono } from 'hono'

const TYPES: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
}
/** Names that carry a hash of their content never change what they hold. */
const HASHED = /^assets\/[\w.-]+-[\w-]{8}\.\w+$/
const NAME = /^(assets\/)?[\w-]+(\.[\w-]+)*\.(\w+)$/

/** @param folder where the workspace was built; when it is not there, /app says so. */
export const workspacePages =
  (folder: string) =>
  (app: Hono): void => {
    const page = join(folder, 'index.html')
    app.get('/app', (c) => c.redirect('/app/', 301))
    app.get('/app/*', (c) => {
      const name = c.req.path.slice('/app/'.length)
      const extension = NAME.exec(name)?.[3]
      if (extension && extension in TYPES) return answerFile(c, folder, name, extension)
      if (!existsSync(page))
        return c.text('Chưa dựng phần làm việc: npm start · The workspace is not built yet: npm start', 503)
      const nonce = c.get('secureHeadersNonce') ?? ''
      c.header('cache-control', 'no-cache')
      // Mantine writes style elements: they carry this page's own nonce
      return c.html(readFileSync(page, 'utf8').replaceAll('<script ', `<script nonce="${nonce}" `))
    })
  }

/** The smallest form that lies beside the file and that the browser reads. */
function answerFile(
  c: Context,
  folder: string,
  name: string,
  extension: string,
): Response | Promise<Response> {
  const path = join(folder, name)
  if (!existsSync(path)) return c.notFound()
  const accepted = c.req.header('accept-encoding') ?? ''
  const form = FORMS.find(({ encoding, suffix }) => accepted.includes(encoding) && existsSync(path + suffix))
  return c.body(readFileSync(path + (form?.suffix ?? '')), 200, {
    'content-type': TYPES[extension]!,
    'cache-control': HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
    ...(form && { 'content-encoding': form.encoding }),
  })
}

const FORMS = [
  { encoding: 'br', suffix: '.br' },
  { encoding: 'gzip', suffix: '.gz' },
] as const
