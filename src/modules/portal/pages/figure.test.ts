import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { demoFigure } from '../../../../test/portal-facts.ts'
import { demoFigurePage, drawn } from '../../../../test/portal-views.ts'
import { wordsOf } from '../parts/words.ts'
import type { FigureView } from '../view.ts'
import { figurePage } from './figure.ts'

const draw = (over: Partial<FigureView> = {}, lang: 'vi' | 'en' = 'vi') =>
  drawn(figurePage(wordsOf(lang), demoFigurePage(lang, over)))
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('the figure page', () => {
  test('goes upstream in four steps, and in a fifth only with evidence', async () => {
    const steps = (page: string) => page.match(/<li class="step"/g)?.length
    assert.equal(steps(await draw()), 4)
    assert.equal(steps(await draw({ evidence: [{ name: 'Bảng kê', sha256: '3f9a71c0' }] })), 5)
  })
  test('shows the parts with their shares, which add up', async () => {
    const page = await draw()
    const rows = [...page.matchAll(/<tr id="x\d+">.*?<td>([\d.]+)<\/td>/gs)].map((m) =>
      Number(m[1]!.replace('.', '')),
    )
    assert.equal(rows.length, 19)
    assert.equal(
      rows.reduce((a, b) => a + b, 0),
      7_430,
    )
    assert.match(textOf(page), /Chiềng Khương 1\.060 14,3%/)
  })
  test('shows a returned version and why, and tells roles and not names', async () => {
    const page = textOf(await draw())
    assert.match(page, /Bản 1 bị trả lại: 26 ha vườn nhãn ven đường 4G tính hai lần\./)
    assert.match(page, /04\/01\/2022, 09:05 Đơn vị nộp bản 1/)
    assert.match(page, /Cơ quan thẩm định kiểm tra và duyệt bản 2/)
  })
  test('colours the stream of the opened commune', async () => {
    const page = await draw()
    assert.equal(page.match(/<g class="hi">/g)?.length, 2)
    assert.match(page, /Dòng màu vàng nhãn là nơi đang mở bên dưới: Nà Nghịu\./)
  })
  test('a derived figure shows its formula in words and in numbers', async () => {
    const page = await draw({
      figure: demoFigure({
        key: 'F03',
        label: 'Tất cả cây ăn quả',
        value: '10271.5',
        published: '10270',
        basis: 'more-than',
      }),
      formula: {
        pieces: [0, ' + ', 1],
        parts: [
          { label: 'Nhãn', value: '7430', key: 'F04' },
          { label: 'Diện tích cây khác', value: '2841.5', key: null },
        ],
      },
    })
    assert.match(textOf(page), /Tất cả cây ăn quả = nhãn \+ diện tích cây khác/)
    assert.match(textOf(page), /10\.271,5 = 7\.430 \+ 2\.841,5/)
    assert.match(page, /Số đầy đủ<\/dt><dd>10\.271,5\u00a0ha/)
  })
  test('brought in by the office: says so instead of claiming an approval by another', async () => {
    const { opened } = demoFigurePage('vi')
    const reports = opened!.reports.map((report) => ({
      ...report,
      versions: report.versions.map((version) => ({ ...version, imported: true })),
    }))
    const page = textOf(await draw({ opened: { ...opened!, reports } }))
    assert.match(page, /Số đã duyệt, văn phòng nhập từ tệp/)
    assert.doesNotMatch(page, /Người nộp không tự duyệt/)
  })
  test('without a value it has no steps and says why', async () => {
    const figure = demoFigure({ key: 'F04', label: 'Nhãn', value: null, reported: 0 })
    const page = await draw({ figure, parts: [], opened: null })
    assert.match(page, /Năm 2021 chưa có số\./)
    assert.doesNotMatch(page, /class="step"/)
  })
  test('names those who are missing', async () => {
    const view = demoFigurePage('vi')
    const parts = view.parts.map((part) =>
      part.unit.code === '04174' ? { ...part, reported: 0, value: null } : part,
    )
    const page = textOf(await draw({ figure: { ...view.figure, reported: 18 }, parts }))
    assert.match(page, /Còn 1 nơi chưa có báo cáo được duyệt \(Pú Bẩu\)/)
  })
  test('is complete in English', async () => {
    const page = textOf(await draw({}, 'en'))
    assert.match(page, /Version 1 was returned/)
    assert.match(page, /6 January 2022, 09:05 The unit submitted version 2/)
  })
})
