// On the hill: the network goes, the workspace opens all the same, reports and a photo are entered, and a network that
// loses every second answer brings each of them to the server exactly once.

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openWorkspace, type Visit, type Workspace } from './workspace.ts'

const UNIT = '04198'
const sheet = (form: string, period: string) => `/app/reports/${form}?unit=${UNIT}&period=${period}`
/** A picture of one point, as a camera would name it. */
const PHOTO = {
  name: 'IMG_0042.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
}

const opened: { workspace?: Workspace; officer?: Visit } = {}
before(
  async () => {
    opened.workspace = await openWorkspace()
    opened.officer = await opened.workspace.as('donvi.04198')
  },
  { timeout: 120_000 },
)
after(async () => {
  await opened.officer?.[Symbol.asyncDispose]()
  await opened.workspace?.[Symbol.asyncDispose]()
})

describe('without a network', () => {
  test('what was entered arrives once, and what somebody else changed meanwhile is put to a person', async () => {
    const { workspace } = opened as { workspace: Workspace }
    const { page, context } = opened.officer!
    await becomeReady(page)
    const before = await standing()

    await context.setOffline(true)
    workspace.network.mode = 'cut'
    await page.reload()
    await page.getByRole('heading', { level: 1 }).first().waitFor()

    await enter(page, sheet('plant_crops', '2021Q3'), /dứa/i, '4')
    await addPhoto(page)
    await enter(page, sheet('plant_crops', '2021Q4'), /dứa/i, '5')
    await enter(page, sheet('fruit_areas', '2021'), /nhãn/i, '850')
    await page.goto('/app/outbox')
    await assertOutbox(page, 3)

    workspace.network.mode = 'steady'
    await somebodyElseSaves('fruit_areas', '2021', 'longan_area', '845')
    workspace.network.mode = 'drops'
    await context.setOffline(false)

    const conflict = page.getByRole('article').filter({ hasText: 'Có người sửa cùng lúc' })
    await conflict.waitFor({ timeout: 30_000 })
    await page.getByRole('heading', { name: 'Trên máy này' }).waitFor({ state: 'detached', timeout: 30_000 })
    assert.ok(workspace.network.lost >= 2, `${workspace.network.lost} answers were lost`)

    const now = await standing()
    assert.deepEqual(
      now.map(({ versions }, at) => versions - before[at]!.versions),
      [1, 1],
      'one more version of each',
    )
    assert.deepEqual(
      now.map(({ saves }, at) => saves - before[at]!.saves),
      [1, 1],
      'each was saved once',
    )
    assert.deepEqual(
      now.map(({ value }) => value),
      ['4', '5'],
    )
    const [latest] = await versionsOf('plant_crops', '2021Q3')
    const evidence = latest!.values.flatMap((value) => value.evidence ?? [])
    assert.deepEqual(
      evidence.map(({ name }) => name),
      [PHOTO.name],
    )

    workspace.network.mode = 'steady'
    await conflict.getByText('850').waitFor()
    await conflict.getByText('845').waitFor()
    await conflict.getByRole('button', { name: 'Giữ số của tôi' }).click()
    await page.getByRole('article').waitFor({ state: 'detached' })
    const [kept] = await versionsOf('fruit_areas', '2021')
    assert.equal(kept!.values.find(({ indicator }) => indicator === 'longan_area')?.value, '850')
    assert.equal(kept!.inForce?.value ?? '842', '842')
  })

  test('nothing of a person stays on the device when they sign out', async () => {
    const { page, context } = opened.officer!
    await page.goto('/app/')
    await page.getByRole('button', { name: /trình đơn cá nhân/ }).click()
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await page
      .getByRole('button', { name: /Đăng nhập/ })
      .first()
      .waitFor()
    const left = await page.evaluate(async () => ({
      databases: (await indexedDB.databases()).map(({ name }) => name),
      kept: Object.keys(localStorage).filter((key) => /person|selection/.test(key)),
    }))
    assert.deepEqual(left, { databases: [], kept: [] })
    await context.setOffline(true)
    await page.reload()
    assert.doesNotMatch(await page.locator('body').innerText(), /Nà Nghịu/)
    await context.setOffline(false)
  })
})

/** Opens the workspace until it is on the device: the program by its worker, this person's forms by the preparation. */
async function becomeReady(page: Page): Promise<void> {
  await page.goto(sheet('fruit_areas', '2021'))
  await page.getByRole('grid').waitFor()
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  const isKept = (keys: string[]) =>
    ['2021Q3', '2021Q4'].every((period) =>
      keys.some((key) => key.includes('plant_crops') && key.includes(period)),
    )
  while (!isKept(await keptAnswers(page))) await page.waitForTimeout(200)
}

/** What the person could read without a network, by name. */
const keptAnswers = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const [name] = (await indexedDB.databases()).flatMap((database) => database.name ?? [])
    if (!name) return []
    return new Promise<string[]>((resolve, reject) => {
      const open = indexedDB.open(name)
      open.onerror = reject
      open.onsuccess = () => {
        const request = open.result.transaction('answers').objectStore('answers').getAllKeys()
        request.onsuccess = () => {
          open.result.close()
          resolve(request.result.map(String))
        }
      }
    })
  })

/** Types one value into one cell, by keys, and waits until it lies in the outbox. */
async function enter(page: Page, path: string, column: RegExp, value: string): Promise<void> {
  await page.goto(path)
  await page.getByRole('grid').waitFor()
  const cell = page.getByRole('gridcell', { name: column }).first()
  await cell.click()
  const correct = page.getByRole('button', { name: 'Lập bản đính chính' })
  if (await correct.isVisible()) await correct.click()
  await cell.click()
  await page.keyboard.type(value)
  await page.keyboard.press('Enter')
  await page
    .getByText(/Chờ gửi 1/)
    .first()
    .waitFor()
}

async function addPhoto(page: Page): Promise<void> {
  await page.getByRole('gridcell', { name: /dứa/i }).first().click()
  await page.getByRole('button', { name: /ghi chú, minh chứng/i }).click()
  await page.locator('input[type=file]').first().setInputFiles(PHOTO)
  await page.getByText(PHOTO.name).first().waitFor()
  // Leaving the sheet hands over what it still holds
  await page.getByRole('link', { name: 'Báo cáo' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Báo cáo' }).waitFor()
}

async function assertOutbox(page: Page, count: number): Promise<void> {
  await page.getByRole('heading', { name: 'Trên máy này' }).waitFor()
  const waiting = await page.getByRole('listitem').allInnerTexts()
  assert.equal(waiting.length, count, waiting.join(' | '))
}

type Version = {
  values: { indicator: string; value: string | null; evidence?: { name: string }[] }[]
  inForce?: { value: string }
}

async function versionsOf(form: string, period: string): Promise<Version[]> {
  await using visit = await opened.workspace!.as('lanhdao', { direct: true })
  const answer = await visit.context.request.get(`/api/v1/reports/${form}/${UNIT}/${period}/history`)
  return ((await answer.json()) as { versions: Version[] }).versions
}

/** Of the two quarters: how many versions, what the last one says, how often the officer saved. */
async function standing() {
  const told = []
  for (const period of ['2021Q3', '2021Q4']) {
    const versions = await versionsOf('plant_crops', period)
    const value = versions[0]?.values.find(({ indicator }) => indicator === 'pineapple_planted')?.value
    const saves = await savesOf(`report:plant_crops/${UNIT}/${period}`)
    told.push({ versions: versions.length, value, saves })
  }
  return told
}

async function savesOf(subject: string): Promise<number> {
  await using visit = await opened.workspace!.as('kiemtoan', { direct: true })
  const query = new URLSearchParams({ subject, action: 'report.save', who: 'donvi.04198' })
  const answer = await visit.context.request.get(`/api/v1/audit?${query}`)
  return ((await answer.json()) as { entries: unknown[] }).entries.length
}

async function somebodyElseSaves(
  form: string,
  period: string,
  indicator: string,
  value: string,
): Promise<void> {
  await using visit = await opened.workspace!.as('thonban', { direct: true })
  const answer = await visit.context.request.put(`/api/v1/reports/${form}/${UNIT}/${period}`, {
    data: { values: [{ indicator, value }] },
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  assert.equal(answer.status(), 200, await answer.text())
}
