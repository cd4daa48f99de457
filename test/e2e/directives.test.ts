// A directive from the register to the board, by the people who do it: the district issues it to 19 communes, two answer,
// one is sent back, one gets more time.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openWorkspace, PHONE, type Visit, type Workspace } from './workspace.ts'

const AT_DISTRICT = 'unit=126&period=2021'
const TASK = 'Rà soát nhà tạm của hộ nghèo và gửi danh sách'

const opened: { workspace?: Workspace } = {}
before(
  async () => {
    opened.workspace = await openWorkspace()
  },
  { timeout: 120_000 },
)
after(() => opened.workspace?.[Symbol.asyncDispose]())

test('a directive is registered, given to 19 communes, answered, returned, put off, and read on the board', async () => {
  await using office = await visit('vanphong', `/app/directives/new?${AT_DISTRICT}`)
  await register(office.page)
  await issue(office.page)

  await using first = await visit('donvi.04198', '/app/duties?unit=04198&period=2021', PHONE)
  await answer(first.page, 'Đã rà soát 12 hộ, danh sách gửi kèm.')
  await using second = await visit('donvi.04222', '/app/duties?unit=04222&period=2021', PHONE)
  await answer(second.page, 'Đã rà soát.')

  await open(office.page, 'Xã Nà Nghịu')
  await office.page.getByRole('button', { name: 'Nhận kết quả' }).click()
  await office.page.getByText('Đã nhận', { exact: true }).first().waitFor()

  await open(office.page, 'Xã Chiềng Khương')
  await office.page.getByRole('button', { name: 'Trả lại' }).click()
  await confirm(office.page, 'Trả lại', { 'Lý do': 'Thiếu danh sách từng hộ.' })
  await office.page.getByText('Bị trả lại', { exact: true }).first().waitFor()

  await open(office.page, 'Thị trấn Sông Mã')
  await office.page.getByRole('button', { name: 'Gia hạn' }).click()
  await confirm(office.page, 'Gia hạn', { 'Hạn mới': '15/01/2022', 'Lý do': 'Chờ họp tổ dân phố.' })
  await office.page.getByText('Chờ họp tổ dân phố.').waitFor()

  await second.page.reload()
  await second.page.getByText('Thiếu danh sách từng hộ.').waitFor()

  const board = await readBoard(office.page)
  assert.equal(board.length, 19)
  const row = (name: string) => board.find((line) => line.includes(name))!
  assert.match(row('Xã Nà Nghịu'), /Xã Nà Nghịu[\s\S]*31\/12\/2021/)
  assert.match(row('Thị trấn Sông Mã'), /15\/01\/2022/)
  for (const each of [office, first, second]) assert.deepEqual(each.wrong, [])
})

async function visit(username: string, path: string, viewport?: typeof PHONE): Promise<Visit> {
  const visit = await opened.workspace!.as(username, viewport && { viewport })
  await visit.page.goto(path)
  await visit.page.locator('h1').first().waitFor()
  return visit
}

async function register(page: Page): Promise<void> {
  await page.getByLabel('Số, ký hiệu').fill('72-kh/hu')
  await page.getByText('72-KH/HU').first().waitFor()
  await page.getByRole('combobox', { name: 'Loại văn bản' }).click()
  await page.getByRole('option', { name: 'kế hoạch', exact: true }).click()
  await day(page, 'Ngày ban hành', '20/12/2021')
  await page.getByLabel('Trích yếu').fill('Rà soát nhà tạm của hộ nghèo trước Tết')
  await page.getByRole('button', { name: 'Ghi vào sổ' }).click()
  await page.getByRole('heading', { level: 1, name: '72-KH/HU' }).waitFor()
}

/** The units of the day of issue are meant: the communes of 2021, whatever stands there today. */
async function issue(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: 'Giao nhiệm vụ' })
    .or(page.getByRole('button', { name: 'Giao nhiệm vụ' }))
    .click()
  await page.getByRole('textbox', { name: 'Nhiệm vụ' }).fill(TASK)
  await page.getByRole('combobox', { name: 'Sản phẩm' }).click()
  await page.getByRole('option', { name: 'Hội nghị, hoạt động' }).click()
  await day(page, 'Hạn', '31/12/2021')
  await page.getByRole('button', { name: 'Giao cho 19 đơn vị' }).click()
  await page.getByRole('heading', { level: 1, name: '72-KH/HU' }).waitFor()
  await page.getByRole('link', { name: TASK }).first().waitFor()
}

async function answer(page: Page, note: string): Promise<void> {
  await page.getByText(TASK).first().click()
  await page.getByRole('button', { name: 'Trả lời' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Trả lời bằng' }).click()
  await page.getByRole('option', { name: 'Hoạt động' }).click()
  await dialog.getByLabel('Ghi chú').fill(note)
  await dialog.getByRole('button', { name: 'Gửi trả lời' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Chờ xét', { exact: true }).first().waitFor()
}

/** From the list of all duties below the district. */
async function open(page: Page, unit: string): Promise<void> {
  await page.goto(`/app/duties?${AT_DISTRICT}&show=all`)
  const line = page.getByRole('listitem').filter({ hasText: TASK }).filter({ hasText: unit })
  await line.getByRole('link').first().click()
  await page.getByRole('heading', { level: 1, name: unit }).waitFor()
}

async function confirm(page: Page, action: string, fields: Record<string, string>): Promise<void> {
  const dialog = page.getByRole('dialog')
  for (const [label, text] of Object.entries(fields)) {
    await dialog.getByRole('textbox', { name: label }).fill(text)
    await page.keyboard.press('Tab')
  }
  await dialog.getByRole('button', { name: action }).click()
  await dialog.waitFor({ state: 'detached' })
}

async function day(page: Page, label: string, text: string): Promise<void> {
  await page
    .getByRole('textbox', { name: label, exact: true })
    .or(page.getByLabel(label, { exact: true }))
    .first()
    .fill(text)
  await page.keyboard.press('Tab')
}

/** The rows of the board of that directive. */
async function readBoard(page: Page): Promise<string[]> {
  await page.goto(`/app/directives?${AT_DISTRICT}`)
  await page.getByRole('link', { name: '72-KH/HU' }).first().click()
  await page.getByRole('main').getByRole('link', { name: 'Tiến độ thực hiện' }).click()
  await page.getByRole('heading', { level: 1, name: 'Thực hiện 72-KH/HU' }).waitFor()
  await page.getByRole('row').nth(19).waitFor()
  return (await page.getByRole('row').allInnerTexts()).slice(1)
}
