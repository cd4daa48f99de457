// A unit's plan in a browser: begun, written with a target of a programme, issued; after the reform passed on to the
// successor, reported on there, and carried over.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorkspace, type Workspace } from './workspace.ts'

const opened: { workspace?: Workspace } = {}
before(
  async () => {
    opened.workspace = await openWorkspace()
  },
  { timeout: 120_000 },
)
after(() => opened.workspace?.[Symbol.asyncDispose]())

test('a plan is written, issued, passed on, reported on and carried into the next year', async () => {
  await using visit = await opened.workspace!.as('donvi.04198')
  const { page } = visit
  await page.goto('/app/plans?unit=04198&period=2021')
  await page.getByRole('link', { name: 'Lập kế hoạch' }).click()
  await page.getByLabel('Tên kế hoạch').fill('Mở rộng vùng nhãn năm 2021')
  const answers = page.getByLabel('Thực hiện').first()
  await answers.fill('01-KL/TW')
  await page.getByRole('option', { name: /^01-KL\/TW/ }).click()
  await page.getByRole('button', { name: 'Lập dự thảo' }).click()

  await page.getByRole('button', { name: 'Thêm mục tiêu' }).click()
  await page.getByLabel('Nội dung mục tiêu').fill('Giữ và chăm sóc vùng nhãn')
  await page.getByLabel('Lấy theo chỉ tiêu').first().click()
  await page
    .getByRole('option', { name: /Diện tích nhãn/ })
    .first()
    .click()
  const task = async (n: number, text: string) => {
    await page.getByLabel('Việc phải làm').nth(n).fill(text)
    await page.getByLabel('Người, đơn vị thực hiện').nth(n).fill('Hội Nông dân xã')
    await page.getByLabel('Hạn', { exact: true }).nth(n).fill('30/09/2021')
  }
  await task(0, 'Ghép cải tạo nhãn')
  await page.getByRole('button', { name: 'Thêm nhiệm vụ' }).click()
  await task(1, 'Tập huấn bón phân')
  await page.getByRole('button', { name: 'Đưa Nhiệm vụ 1.2 lên' }).click()
  await page.getByRole('button', { name: 'Lưu dự thảo' }).click()
  await page.getByText('giao 7.300 ha').waitFor()
  const tasks = page.getByRole('list', { name: 'Giữ và chăm sóc vùng nhãn' }).getByRole('listitem')
  assert.match(await tasks.first().innerText(), /Tập huấn bón phân/)

  await page.getByRole('button', { name: 'Ban hành' }).click()
  const issue = page.getByRole('dialog')
  await issue.getByLabel('Số, ký hiệu').fill('88-KH/ĐU')
  await issue.getByLabel('Ngày ban hành').fill('20/06/2021')
  await issue.getByRole('button', { name: 'Ban hành' }).click()
  await page.getByText('88-KH/ĐU').first().waitFor()

  assert.deepEqual(visit.wrong, [])

  // The commune ended in 2025: the office hands what is left to the successor, which goes on with it
  const plan = page.url().replace(/.*\/app/, '/app')
  await using office = await opened.workspace!.as('vanphong')
  const desk = office.page
  const dialog = desk.getByRole('dialog')
  await desk.goto(plan)
  await desk.getByRole('button', { name: 'Chuyển đơn vị kế thừa' }).click()
  await dialog.getByLabel('Quyết định').fill('01-KL/TW')
  await desk.getByRole('option', { name: /^01-KL\/TW/ }).click()
  await dialog.getByRole('button', { name: 'Chuyển đơn vị kế thừa' }).click()
  await desk.getByRole('link', { name: /Xã Sông Mã/ }).click()
  await desk.getByRole('button', { name: 'Ban hành' }).click()
  await dialog.getByLabel('Số, ký hiệu').fill('5-KH/ĐU')
  await dialog.getByLabel('Ngày ban hành').fill('20/08/2025')
  await dialog.getByRole('button', { name: 'Ban hành' }).click()
  await desk.getByText('05-KH/ĐU').first().waitFor()

  await desk.getByRole('button', { name: 'Báo cáo tiến độ: Tập huấn bón phân' }).click()
  await dialog.getByText('Đã xong', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Báo cáo tiến độ' }).click()
  await desk.getByText('1/2 đã xong').waitFor()

  await desk.getByRole('button', { name: 'Chuyển kỳ sau' }).click()
  await dialog.getByText('1 nhiệm vụ chưa xong').waitFor()
  await dialog.getByRole('button', { name: 'Chuyển kỳ sau' }).click()
  await desk.getByRole('link', { name: 'Soạn tiếp' }).waitFor()
  const carried = await desk.locator('main').innerText()
  assert.match(carried, /Năm 2022/)
  assert.match(carried, /Ghép cải tạo nhãn/)
  assert.doesNotMatch(carried, /Tập huấn bón phân/)
  assert.deepEqual(office.wrong, [])
})
