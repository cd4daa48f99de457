// The public pages as a citizen meets them: a server with the demo, a browser, a phone and a desk.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import type { LineageLeaf, LineageNode } from '#modules/indicators/schema.ts'
import { catalogue } from '#platform/i18n/translate.ts'
import { Big } from '../../src/kernel/decimal.ts'
import { SONGMA, startProcess } from '../process.ts'
import { faultsOf, launchBrowser } from './browser.ts'

const PAGES = [
  '/',
  '/?year=2020&borders=now',
  '/programmes/growing-areas',
  '/programmes/growing-areas?borders=now',
  '/figures/F04',
  '/figures/F03',
  '/figures/F07?borders=now',
  '/figures/F15',
  '/figures/F08',
  '/programmes/administrative-reform',
  '/assessments',
  '/assessments/PAR?year=2021&unit=126',
  '/en/',
]
const ENGLISH = ['/en/', '/en/programmes/growing-areas', '/en/figures/F04?unit=04198']
const PHONE = { width: 360, height: 740 }
const DESK = { width: 1280, height: 900 }

const folder = mkdtempSync(join(tmpdir(), 'songma-portal-'))
const server = startProcess([SONGMA, 'start', '--port', '0', '--data', join(folder, 'data')])
const at = { address: '' }
const opened: { browser?: Browser } = {}
before(
  async () => {
    const [[, address], browser] = await Promise.all([
      server.says(/(http:\/\/localhost:\d+)\/\n/),
      launchBrowser(),
    ])
    at.address = address!
    opened.browser = browser
  },
  { timeout: 90_000 },
)
after(async () => {
  await opened.browser?.close()
  await server.end('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** Opens a page and collects what a browser would complain about. */
async function visit(path: string): Promise<{ page: Page; wrong: string[] } & AsyncDisposable> {
  const context = await opened.browser!.newContext({ viewport: DESK })
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('console', (message) => wrong.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`))
  page.on('request', (request) => {
    if (request.resourceType() === 'script') wrong.push(`script: ${request.url()}`)
    if (!request.url().startsWith(at.address)) wrong.push(`elsewhere: ${request.url()}`)
  })
  const answer = await page.goto(at.address + path)
  assert.equal(answer?.status(), 200, path)
  return { page, wrong, [Symbol.asyncDispose]: () => context.close() }
}

describe('every page fits, runs nothing and can be read by everyone', () => {
  for (const path of PAGES)
    test(path, async () => {
      await using open = await visit(path)
      for (const viewport of [DESK, PHONE]) {
        await open.page.setViewportSize(viewport)
        const beyond = await open.page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        )
        assert.ok(beyond <= 0, `${beyond} px too wide at ${viewport.width}`)
        assert.deepEqual(await faultsOf(open.page), [], `at ${viewport.width}`)
      }
      assert.deepEqual(open.wrong, [])
    })
})

describe('a number', () => {
  const leavesOf = (part: LineageNode | LineageLeaf): LineageLeaf[] =>
    'evidence' in part ? [part] : part.parts.flatMap(leavesOf)
  const valueIn = (page: Page, selector: string) => page.locator(selector).first().getAttribute('value')

  test('of the sentence leads to its page, where reports add up to it', async () => {
    await using open = await visit('/?year=2021')
    const links = await open.page
      .locator('.say a')
      .evaluateAll((all) =>
        all.map((a) => ({ href: a.getAttribute('href')!, value: a.querySelector('data')!.value })),
      )
    assert.ok(links.length >= 3)
    for (const { href, value } of links) {
      await open.page.goto(at.address + href)
      assert.equal(await valueIn(open.page, 'h1 data'), value)
      const key = /figures\/(\w+)/.exec(href)![1]
      const lineage: LineageNode = await (
        await fetch(`${at.address}/api/v1/lineage/${key}?period=2021`)
      ).json()
      const sum = leavesOf(lineage).reduce((total, leaf) => total.plus(leaf.value), new Big(0))
      assert.equal(sum.toFixed(), value, href)
      assert.ok(leavesOf(lineage).every(({ report }) => report?.approvedAt))
    }
  })

  test('of a commune opens the report behind it, with what was sent back', async () => {
    await using open = await visit('/programmes/growing-areas')
    await open.page.locator('tr#x04222 a.fig').click()
    assert.match(open.page.url(), /figures\/F04\?.*unit=04222#bao-cao$/)
    const report = await open.page.locator('#bao-cao').innerText()
    assert.match(report, /Xã Chiềng Khương: 1\.060\sha, bản 2/)
    assert.match(report, /Bản 1 bị trả lại/)
    assert.equal(await open.page.locator('g.hi').count(), 2)
  })

  test('stays the same in the borders of now', async () => {
    await using open = await visit('/programmes/growing-areas')
    assert.equal(await valueIn(open.page, 'tr.sum data'), '7430')
    await open.page.getByRole('link', { name: /hiện nay/ }).click()
    assert.match(await open.page.locator('h1').innerText(), /theo địa giới hiện nay/)
    assert.equal(await valueIn(open.page, 'tr.sum data'), '7430')
    const parts = await open.page
      .locator('tr[id] data')
      .evaluateAll((all) => all.map((d) => (d as HTMLDataElement).value))
    assert.equal(parts.length, 9)
    assert.equal(parts.reduce((total, value) => total.plus(value), new Big(0)).toFixed(), '7430')
  })
})

test('English pages hold no Vietnamese sentence', async () => {
  const english = catalogue('en')
  const sentences = Object.entries(catalogue('vi'))
    .filter(([key, text]) => key.startsWith('portal.') && text !== english[key] && /^[^{]{9,}$/.test(text))
    .map(([, text]) => text)
  assert.ok(sentences.length > 60)
  for (const path of ENGLISH) {
    await using open = await visit(path)
    const text = await open.page.locator('body').innerText()
    assert.deepEqual(
      sentences.filter((sentence) => text.includes(sentence)),
      [],
    )
    assert.equal(await open.page.locator('html').getAttribute('lang'), 'en')
  }
})

test('the keyboard reaches the content first, and every link shows where it is', async () => {
  await using open = await visit('/')
  await open.page.keyboard.press('Tab')
  const skip = open.page.locator(':focus')
  assert.equal(await skip.innerText(), 'Đến nội dung chính')
  assert.ok((await skip.boundingBox())!.y >= 0)
  await skip.press('Enter')
  assert.match(open.page.url(), /#noi-dung$/)
  await open.page.locator('.say a').first().focus()
  assert.match(
    await open.page
      .locator('.say a')
      .first()
      .evaluate((a) => getComputedStyle(a).outlineStyle),
    /solid/,
  )
})

test('printed, a page keeps the river and the demo notice, and leaves the navigation out', async () => {
  await using open = await visit('/')
  await open.page.emulateMedia({ media: 'print' })
  const isShown = (selector: string) => open.page.locator(selector).first().isVisible()
  assert.deepEqual(await Promise.all(['.nav', '.lang', '.ctx', '.flow .tall'].map(isShown)), [
    false,
    false,
    false,
    false,
  ])
  assert.deepEqual(await Promise.all(['.flow .wide', '.demo p', 'td.wide-only'].map(isShown)), [
    true,
    true,
    true,
  ])
  const paper = await open.page.pdf({ format: 'A4' })
  assert.ok(paper.length > 20_000)
})

test('the picture of the README is made on request', { skip: !process.env.SONGMA_PICTURE }, async () => {
  await using open = await visit('/')
  await open.page.setViewportSize({ width: DESK.width, height: 1010 })
  await open.page.evaluate(() => document.fonts.ready)
  await open.page.screenshot({ path: join(import.meta.dirname, '../../docs/home.png') })
})
