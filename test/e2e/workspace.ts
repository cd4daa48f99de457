// The workspace as people meet it: a server with the demo, a browser, and a network that a test may spoil.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { SONGMA, startProcess } from '../process.ts'
import { launchBrowser } from './browser.ts'
import { openNetwork, type UnsteadyNetwork } from './unsteady-network.ts'

export const PHONE = { width: 360, height: 740 }
export const DESK = { width: 1280, height: 900 }

export type Visit = {
  page: Page
  context: BrowserContext
  /** What a browser complained about: errors on the page, and requests to anywhere else. */
  wrong: string[]
} & AsyncDisposable

type VisitOptions = { lang?: 'vi' | 'en'; viewport?: typeof DESK; direct?: boolean }

export type Workspace = {
  address: string
  browser: Browser
  network: UnsteadyNetwork
  /** A browser of their own in which this person has signed in; null: nobody. `direct`: past the spoiled network. */
  as(username: string | null, options?: VisitOptions): Promise<Visit>
} & AsyncDisposable

export async function openWorkspace(env: Record<string, string> = {}): Promise<Workspace> {
  const folder = mkdtempSync(join(tmpdir(), 'songma-workspace-'))
  const server = startProcess([SONGMA, 'start', '--port', '0', '--data', join(folder, 'data')], env)
  const [[, port], browser] = await Promise.all([
    server.says(/http:\/\/localhost:(\d+)\/\n/),
    launchBrowser(),
  ])
  const network = await openNetwork(Number(port))
  const { address } = network
  return {
    address,
    browser,
    network,
    as: (username, options) =>
      visit(browser, options?.direct ? `http://localhost:${port}` : address, username, options),
    async [Symbol.asyncDispose]() {
      await browser.close()
      await network.close()
      await server.end('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function visit(
  browser: Browser,
  address: string,
  username: string | null,
  { lang = 'vi', viewport = DESK }: VisitOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport, baseURL: address })
  await context.addInitScript(`localStorage.setItem('songma.lang', '${lang}')`)
  if (username) {
    const data = { username, password: 'songma-demo' }
    const answer = await context.request.post('/api/v1/session', { data })
    if (!answer.ok()) throw new Error(`${username} could not sign in: ${await answer.text()}`)
  }
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(address) && !/^(data|blob):/.test(url)) wrong.push(`elsewhere: ${url}`)
  })
  return { page, context, wrong, [Symbol.asyncDispose]: () => context.close() }
}
