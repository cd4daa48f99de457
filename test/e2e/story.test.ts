// One report from the office's asking to the public figure, by the people who do it, each in a browser of their own.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { openWorkspace, type Visit, type Workspace } from './workspace.ts'

const SHEET = '/app/reports/fruit_areas?unit=04198&period=2021'
const CHECK = '/app/check?form=fruit_areas&unit=126&period=2021'
const LONGAN = 'Diện tích nhãn'
const OUTPUT = 'Sản lượng nhãn tươi'
const PAPER = {
  name: 'Biên bản bản Lươi.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
}

const opened: { workspace?: Workspace } = {}
before(
  async () => {
    opened.workspace = await openWorkspace()
  },
  { timeout: 120_000 },
)
after(() => opened.workspace?.[Symbol.asyncDispose]())

test('a report is asked for, entered, returned, corrected, approved, published and traced', async () => {
  await using office = await visit('vanphong', '/app/board?unit=126&period=2021')
  await using officer = await visit('donvi.04198', SHEET)
  await using verifier = await visit('thamdinh', CHECK)
  await using leader = await visit('lanhdao', '/figures/F04?year=2021')
  await using auditor = await visit('kiemtoan', '/app/audit')

  await openPeriod(office.page)
  assert.match(await leader.page.locator('main').innerText(), /7\.430/)

  await startCorrection(officer.page)
  await paste(officer.page, LONGAN, '8500\n697\n6800')
  await officer.page.getByRole('button', { name: 'Nhận 2 ô' }).click()
  await cell(officer.page, LONGAN).click()
  await officer.page
    .getByText(/Gấp hơn|Cao hơn khoảng thường có/)
    .first()
    .waitFor()
  await type(officer.page, LONGAN, '850')
  await attach(officer.page, LONGAN)
  await submit(officer.page)

  await choose(verifier.page)
  await giveBack(verifier.page, LONGAN, '850 ha lệch 4 ha so với sổ vùng trồng.')
  await giveBack(verifier.page, OUTPUT, 'Chưa khớp biên bản cân.')
  await decide(verifier.page, 'Trả lại 2 ô')

  await officer.page.goto(SHEET)
  await cell(officer.page, LONGAN).click()
  await officer.page.getByText('850 ha lệch 4 ha so với sổ vùng trồng.').first().waitFor()
  await type(officer.page, LONGAN, '846')
  await type(officer.page, OUTPUT, '6790')
  assert.match(await publicFigure(leader), /7\.430/, 'nothing moves before it is approved')
  await submit(officer.page)
  await assertMayNotApprove(officer)

  await verifier.page.goto(CHECK)
  await choose(verifier.page)
  await decide(verifier.page, 'Duyệt báo cáo')
  assert.match(await publicFigure(leader), /7\.434/, 'the public figure moves with the approval')

  await auditor.page.getByLabel('Đối tượng bắt đầu bằng').fill('report:fruit_areas/04198/2021')
  const entries = auditor.page.getByRole('row')
  await entries.filter({ hasText: 'thamdinh' }).first().waitFor()
  const told = await auditor.page.getByRole('table').innerText()
  assert.match(told, /thamdinh[\s\S]*donvi\.04198/)
  for (const each of [office, officer, verifier, leader, auditor]) assert.deepEqual(each.wrong, [])
})

async function visit(username: string, path: string): Promise<Visit> {
  const visit = await opened.workspace!.as(username)
  await visit.page.goto(path)
  await visit.page.locator('h1').first().waitFor()
  return visit
}

async function openPeriod(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Mở biểu' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/đơn vị sẽ được báo/).waitFor()
  await dialog.getByRole('button', { name: 'Mở biểu' }).click()
  await dialog.waitFor({ state: 'detached' })
}

const cell = (page: Page, name: string): Locator =>
  page.getByRole('gridcell', { name: new RegExp(`${name}(,| \\()`) }).first()

async function startCorrection(page: Page): Promise<void> {
  await cell(page, LONGAN).click()
  await page.getByRole('button', { name: 'Lập bản đính chính' }).click()
}

/** As a spreadsheet leaves it on the clipboard: from the chosen cell downwards. */
async function paste(page: Page, name: string, text: string): Promise<void> {
  await cell(page, name).click()
  await page.evaluate((copied) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', copied)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement!.dispatchEvent(event)
  }, text)
}

async function type(page: Page, name: string, value: string): Promise<void> {
  await cell(page, name).click()
  await page.keyboard.type(value)
  await page.keyboard.press('Enter')
}

async function attach(page: Page, name: string): Promise<void> {
  await cell(page, name).click()
  await page.getByRole('button', { name: /ghi chú, minh chứng/i }).click()
  await page.locator('input[type=file]').first().setInputFiles(PAPER)
  await page.getByText(PAPER.name).first().waitFor()
  await page.keyboard.press('Escape')
}

async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Soát và gửi' }).click()
  const send = page.getByRole('button', { name: /^Gửi bản \d+ của/ })
  await send.click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Gửi bản/ })
    .click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByText('Đã gửi').first().waitFor()
}

const choose = (page: Page) =>
  page
    .getByRole('link', { name: /Nà Nghịu/ })
    .or(page.getByRole('button', { name: /Nà Nghịu/ }))
    .first()
    .click()

async function giveBack(page: Page, name: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: `${name}: trả lại`, exact: true }).click()
  await page.getByLabel(`Lý do trả lại, ${name}`, { exact: true }).fill(reason)
}

async function decide(page: Page, action: string): Promise<void> {
  await page.getByRole('button', { name: action }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: action }).click()
  await dialog.waitFor({ state: 'detached' })
}

async function publicFigure({ page }: Visit): Promise<string> {
  await page.reload()
  return page.locator('main').innerText()
}

async function assertMayNotApprove({ context }: Visit): Promise<void> {
  const address = '/api/v1/reports/fruit_areas/04198/2021/approve'
  const headers = { 'idempotency-key': crypto.randomUUID() }
  assert.equal((await context.request.post(address, { headers })).status(), 403)
}
