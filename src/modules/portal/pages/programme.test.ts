import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { demoFigure, demoParts } from '../../../../test/portal-facts.ts'
import { demoProgramme, drawn } from '../../../../test/portal-views.ts'
import { wordsOf } from '../parts/words.ts'
import type { Part, ProgrammeView } from '../view.ts'
import { programmePage } from './programme.ts'

const draw = (now: boolean, over: Partial<ProgrammeView> = {}, lang: 'vi' | 'en' = 'vi') =>
  drawn(programmePage(wordsOf(lang), demoProgramme(lang, now, over)))
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('the programme page', () => {
  test('says how many reached their target and which figure did not', async () => {
    const page = textOf(await draw(false))
    assert.match(page, /14 trên 19 xã, thị trấn đạt hoặc vượt chỉ tiêu nhãn\./)
    assert.match(page, /Ngô ngọt trồng cho nhà máy chưa đạt chỉ tiêu\./)
    assert.match(page, /5 xã chưa đạt chỉ tiêu/)
  })
  test('maps every commune twice, and each brick leads to its row', async () => {
    const page = await draw(false)
    const targets = [...page.matchAll(/<a href="#(x\d+)"/g)].map((m) => m[1]!)
    assert.equal(targets.length, 2 * 19)
    for (const id of targets) assert.ok(page.includes(`<tr id="${id}">`), id)
    assert.equal(page.match(/class="riv" d="M10\.2/g)?.length, 2)
  })
  test('leaves a missing year empty', async () => {
    assert.match(textOf(await draw(false)), /Năm 2020 chưa có số: để trống, không tính là 0\./)
  })
  test('parts a value by channel, with shares', async () => {
    assert.match(textOf(await draw(false)), /Tiêu thụ trong nước 468,5 47,1%/)
  })
  test('in the borders of now says so, lists what was merged and keeps the total', async () => {
    const page = await draw(true)
    assert.match(page, /<h1>[^<]*theo địa giới hiện nay<\/h1>/)
    assert.match(page, /gộp Bó Sinh, Pú Bẩu và Chiềng En/)
    assert.match(page, /Tính lại theo địa giới, không phải số báo cáo/)
    assert.match(page, /9\/9 xã nhận trọn đơn vị cũ/)
    assert.match(textOf(page), /Cộng 9 xã 7\.300 7\.430/)
    assert.equal(page.match(/class="old"/g)?.length, 2 * 10)
  })
  test('in English has no Vietnamese but names', async () => {
    const page = textOf(await draw(true, {}, 'en'))
    assert.match(page, /8 of 9 communes met or exceeded their target for longan\./)
    assert.doesNotMatch(page, /chỉ tiêu|gộp|nhãn/i)
  })
  test('pages thousands of communes and shows them by class instead of by brick', async () => {
    const [one] = demoParts('vi', 'longan', null)
    const parts: Part[] = Array.from({ length: 3_321 }, (_, i) => ({
      ...one!,
      unit: { code: String(10_000 + i), name: `Xã Mường ${i}`, kind: 'xã' },
      value: String(i + 1),
      place: null,
    }))
    const figure = demoFigure({ key: 'F04', label: 'Nhãn', value: String((3_321 * 3_322) / 2) })
    const page = await draw(false, { main: { figure, parts, rest: null }, table: null, page: 2, map: null })
    assert.equal(page.match(/<tr id="x/g)?.length, 100)
    assert.match(page, /aria-current="page">2</)
    assert.match(page, /page=34/)
    assert.doesNotMatch(page, /class="map"/)
  })
  test('a programme without figures says so', async () => {
    const page = await draw(false, {
      figures: [],
      main: null,
      trend: [],
      table: null,
      breakdown: null,
      map: null,
    })
    assert.match(page, /Chưa có con số nào của chương trình này trong năm 2021\./)
    assert.doesNotMatch(page, /<table/)
  })
  test('a commune that has not reported stays in the table, last and without a number', async () => {
    const view = demoProgramme('vi')
    const parts = view.main!.parts.map((part) =>
      part.unit.code === '04222' ? { ...part, value: null, attainment: null } : part,
    )
    const page = await draw(false, { main: { ...view.main!, parts } })
    const rows = [...page.matchAll(/<tr id="x(\d+)">(.*?)<\/tr>/gs)]
    assert.equal(rows.at(-1)![1], '04222')
    assert.match(rows.at(-1)![2]!, /chưa có số/)
  })
})
