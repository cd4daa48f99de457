// A Chromium from npm alone, for tests that need a real browser: no system package, no download.

import { AxeBuilder } from '@axe-core/playwright'
import { inflate, default as packed, setupLambdaEnvironment } from '@sparticuz/chromium'
import { type Browser, chromium, type Page } from 'playwright-core'

const ARGS = ['--no-sandbox', '--headless=shell', '--font-render-hinting=none']

/** Starts a browser: the one named by the environment variable CHROMIUM, else the one that came with npm. */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env.CHROMIUM
  if (own) return chromium.launch({ executablePath: own, args: ARGS })

  const executablePath = await packed.executablePath()
  const libraries = new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium'))
  setupLambdaEnvironment(`${await inflate(libraries.pathname)}/lib`)
  return chromium.launch({ executablePath, args: ARGS })
}

/** What keeps somebody from reading or using the page: the rule of axe, and the elements that break it. */
export async function faultsOf(page: Page): Promise<string[]> {
  // No page of ours has a frame of another site, so no second page has to be opened to put the results together.
  // What passed is not worked out: it takes longer than what did not.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  const { violations } = await axe.analyze()
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  )
}
