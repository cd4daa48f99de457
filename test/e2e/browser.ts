// A Chromium from npm alone, for tests that need a real browser: no system package, no download.

import { inflate, default as packed, setupLambdaEnvironment } from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

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
