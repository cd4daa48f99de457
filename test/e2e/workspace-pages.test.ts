// Every page of the workspace, in both languages, on a phone and a desk: nothing breaks, everyone can read it, it fits.

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { faultsOf } from './browser.ts'
import { DESK, openWorkspace, PHONE, type Visit, type Workspace } from './workspace.ts'

const FIRST_LOAD_BYTES = 250_000

/** Each page as somebody who works there; `donvi.04198` has one commune, `vanphong` the province. */
const PAGES: readonly [person: string, path: string][] = [
  ['donvi.04198', '/app/'],
  ['vanphong', '/app/'],
  ['vanphong', '/app/notices'],
  ['donvi.04198', '/app/reports?unit=04198&period=2021'],
  ['donvi.04198', '/app/reports/fruit_areas?unit=04198&period=2021'],
  ['vanphong', '/app/reports/fruit_areas?unit=126&period=2021'],
  ['thamdinh', '/app/check?unit=126&period=2021'],
  ['vanphong', '/app/board?unit=126&period=2021'],
  ['vanphong', '/app/cutoff?unit=126&period=2021'],
  ['donvi.04198', '/app/import'],
  ['vanphong', '/app/directives?unit=126&period=2021'],
  ['vanphong', '/app/directives/new?unit=126&period=2021'],
  ['vanphong', '/app/directives/3?unit=126&period=2021'],
  ['vanphong', '/app/directives/3/edit?unit=126&period=2021'],
  ['vanphong', '/app/directives/3/issue?unit=126&period=2021'],
  ['vanphong', '/app/directives/3/cascade?unit=126&period=2021'],
  ['donvi.04222', '/app/duties?unit=04222&period=2021'],
  ['vanphong', '/app/duties?unit=126&period=2021'],
  ['vanphong', '/app/duties/1?unit=126&period=2021'],
  ['vanphong', '/app/coverage?unit=126&period=2021'],
  ['vanphong', '/app/coverage?unit=126&period=2021&directive=3'],
  ['vanphong', '/app/plans/1?unit=126&period=2021'],
  ['vanphong', '/app/study-sessions?unit=126&period=2021'],
  ['vanphong', '/app/study-sessions/sheet?unit=126&period=2021'],
  ['vanphong', '/app/plans?unit=126&period=2021'],
  ['donvi.04198', '/app/plans/new?unit=04198&period=2021'],
  ['donvi.04198', '/app/plans?unit=04198&period=2021&every=true'],
  ['vanphong', '/app/proposals?unit=126&period=2021'],
  ['vanphong', '/app/surveys?unit=14&period=2021'],
  ['vanphong', '/app/surveys/new?unit=14&period=2021'],
  ['vanphong', '/app/gradings?unit=126&period=2021'],
  ['vanphong', '/app/gradings/new?unit=126&period=2021'],
  ['vanphong', '/app/grade-years?unit=126&period=2021'],
  ['vanphong', '/app/posts?unit=04198&period=2021'],
  ['donvi.04198', '/app/my-record?unit=04198&period=2021'],
  ['vanphong', '/app/inspections?unit=126&period=2021'],
  ['vanphong', '/app/inspections/new?unit=126&period=2021'],
  ['vanphong', '/app/outreach?unit=126&period=2021'],
  ['donvi.04198', '/app/outreach?unit=04198&period=2021'],
  ['lanhdao', '/app/programmes?unit=126&period=2021'],
  ['lanhdao', '/app/programmes/growing-areas?unit=126&period=2021'],
  ['vanphong', '/app/schemes'],
  ['vanphong', '/app/schemes/PAR'],
  ['vanphong', '/app/results?unit=126&period=2021'],
  ['lanhdao', '/app/results/2?unit=126&period=2021'],
  ['lanhdao', '/app/results/2/units/126?unit=126&period=2021&open=7.2'],
  ['lanhdao', '/app/results/3/units/14?unit=14&period=2024'],
  ['vanphong', '/app/units'],
  ['vanphong', '/app/units/change'],
  ['vanphong', '/app/indicators'],
  ['vanphong', '/app/forms'],
  ['vanphong', '/app/targets?unit=126&period=2021'],
  ['vanphong', '/app/programmes-admin'],
  ['quantri', '/app/people'],
  ['kiemtoan', '/app/audit'],
  ['donvi.04198', '/app/me'],
  ['donvi.04198', '/app/outbox'],
]

const opened: { workspace?: Workspace } = {}
before(
  async () => {
    opened.workspace = await openWorkspace()
  },
  { timeout: 120_000 },
)
after(() => opened.workspace?.[Symbol.asyncDispose]())

/** Whoever signed in goes from page to page, as people do; each page is loaded anew. */
const visits = new Map<string, Promise<Visit>>()
const visitOf = (person: string, lang: 'vi' | 'en') =>
  visits.getOrInsertComputed(`${person} ${lang}`, () => opened.workspace!.as(person, { lang }))

test(`the first page travels in ${FIRST_LOAD_BYTES / 1_000} KB`, async () => {
  await using visit = await opened.workspace!.as('donvi.04198')
  const { page, context } = visit
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  // A preloaded file may be told of with no bytes; its length was told before
  const lengths = new Map<string, number>()
  const sizes: number[] = []
  devtools.on('Network.responseReceived', ({ requestId, response }) =>
    lengths.set(
      requestId,
      Number(response.headers['Content-Length'] ?? response.headers['content-length'] ?? 0),
    ),
  )
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    sizes.push(Math.max(encodedDataLength, lengths.get(requestId) ?? 0)),
  )
  await page.goto('/app/')
  await page.waitForLoadState('networkidle')
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  assert.ok(sizes.length > 4 && bytes > 50_000, 'nothing was measured')
  assert.ok(bytes <= FIRST_LOAD_BYTES, `${bytes} bytes`)
})

describe('the sign-in page', () => {
  for (const lang of ['vi', 'en'] as const)
    test(lang, async () => {
      await using visit = await opened.workspace!.as(null, { lang })
      await visit.page.goto('/app/')
      await visit.page.locator('input').first().waitFor()
      assert.deepEqual(await faultsOf(visit.page), [])
    })
})

// Two people at once, one in each language: much of the time a page waits for its own requests
describe('every page can be read by everyone and fits', { concurrency: true }, () => {
  for (const lang of ['vi', 'en'] as const)
    describe(lang, { concurrency: 1 }, () => {
      for (const [person, path] of PAGES) test(`${path} as ${person}`, () => lookAt(person, path, lang))
    })
})

async function lookAt(person: string, path: string, lang: 'vi' | 'en') {
  const visit = await visitOf(person, lang)
  const { page } = visit
  visit.wrong.length = 0
  await page.setViewportSize(DESK)
  await page.goto(path)
  await page.locator('main h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  for (const viewport of [DESK, PHONE]) {
    await page.setViewportSize(viewport)
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    assert.ok(beyond <= 0, `${beyond} px too wide at ${viewport.width}`)
    // In one language at the desk, in the other on the phone: looking takes its time
    if ((lang === 'vi') === (viewport === PHONE)) assert.deepEqual(await faultsOf(page), [])
  }
  const said = await page.locator('body').innerText()
  assert.doesNotMatch(said, /\bapp\.[a-z]+\.\w+/i, 'a key stands where a sentence should')
  assert.deepEqual(visit.wrong, [])
}
