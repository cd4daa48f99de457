// Takes a picture of a page as a person of the demo sees it: node scripts/look.ts USER PATH [--width N] [--lang en]
// [--out FILE]. The server is the one at SONGMA_URL.

import { parseArgs } from 'node:util'
import { launchBrowser } from '../test/e2e/browser.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: 'string', default: '1440' },
    height: { type: 'string', default: '900' },
    lang: { type: 'string', default: 'vi' },
    out: { type: 'string', default: 'shots/page.png' },
  },
})
const [user = '', path = '/app/'] = positionals
const url = process.env.SONGMA_URL ?? 'http://localhost:3000'

const browser = await launchBrowser()
const context = await browser.newContext({
  viewport: { width: Number(values.width), height: Number(values.height) },
})
await context.addInitScript(`localStorage.setItem('songma.lang', ${JSON.stringify(values.lang)})`)
if (user) {
  const data = { username: user, password: process.env.SONGMA_DEMO_PASSWORD ?? 'songma-demo' }
  const answer = await context.request.post(`${url}/api/v1/session`, { data })
  if (!answer.ok()) throw new Error(`${user} could not sign in: ${await answer.text()}`)
}
const page = await context.newPage()
page.on('console', (message) => {
  if (message.type() === 'error') console.error(message.text())
})
page.on('pageerror', (error) => console.error(error))
await page.goto(`${url}${path}`, { waitUntil: 'networkidle' })
await page.waitForTimeout(800)
await page.screenshot({ path: values.out })
await browser.close()
