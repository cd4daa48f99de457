import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { demoFigures } from '../../../../test/portal-facts.ts'
import { demoHome, drawn } from '../../../../test/portal-views.ts'
import { wordsOf } from '../parts/words.ts'
import type { HomeView } from '../view.ts'
import { homePage } from './home.ts'

const draw = (lang: 'vi' | 'en', over: Partial<HomeView> = {}) =>
  drawn(homePage(wordsOf(lang), demoHome(lang, over)))
const textOf = (html: string) => html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')

describe('the home page', () => {
  test('tells the year in one sentence whose numbers are links', async () => {
    const page = await draw('vi')
    const sentence = /<h1 class="say">(.*?)<\/h1>/s.exec(page)![1]!
    assert.equal(
      textOf(sentence),
      'Năm 2021, huyện Sông Mã chăm sóc 7.430 ha nhãn và đưa hơn 995 tỷ đồng nông sản ra thị trường.',
    )
    assert.match(sentence, /href="\/figures\/F04\?year=2021"><data value="7430">/)
    assert.match(sentence, /<data value="995400000000">/)
  })
  test('is complete in English', async () => {
    const page = textOf(await draw('en'))
    assert.match(
      page,
      /In 2021, Sông Mã district tended 7,430 ha of longan and brought more than VND 995 billion/,
    )
    assert.match(page, /19\/19 communes and towns reported/)
    assert.doesNotMatch(page, /chỉ tiêu|xã,|hơn/)
  })
  test('shows nineteen streams and points to nothing that is not there', async () => {
    const page = await draw('vi')
    assert.equal(page.match(/<path class="f"/g)?.length, 2 * 19)
    const links = [...page.matchAll(/href="(\/[^"#?]*)/g)].map((m) => m[1]!)
    const known =
      /^\/(en\/)?$|^\/(en\/)?(figures|programmes)\/[\w-]+$|^\/assessments$|^\/assets\/|^\/api\/v1\//
    assert.deepEqual(
      links.filter((link) => !known.test(link)),
      [],
    )
  })
  test('gives a breakthrough content without a figure its words only', async () => {
    const page = await draw('vi')
    assert.match(page, /Ba nội dung đột phá của năm/)
    assert.doesNotMatch(page, /href="[^"]*administrative-reform/)
  })
  test('says that its data are invented, in the notice and where the numbers stand', async () => {
    const page = await draw('vi')
    assert.match(page, /<details class="demo">/)
    assert.equal(page.match(/class="tag"/g)?.length, 2)
    assert.doesNotMatch(await draw('vi', { demo: false }), /class="tag"|class="demo"/)
  })
  test('a year without values says so, and shows neither zero nor an empty table', async () => {
    const figures = demoFigures('vi').map((figure) => ({
      ...figure,
      value: null,
      published: null,
      attainment: null,
    }))
    const page = await draw('vi', { figures, confluence: null })
    assert.match(textOf(page), /Năm 2021 của huyện Sông Mã chưa có số\./)
    assert.doesNotMatch(page, /<table|class="flow"/)
  })
  test('says who has not reported', async () => {
    const figures = demoFigures('vi').map((figure) => ({ ...figure, reported: 18 }))
    assert.match(await draw('vi', { figures }), /class="from">18\/19 đã báo cáo/)
  })
  test('keeps what comes from data inside its text', async () => {
    const evil = '<script>alert(1)</script>"\'&'
    const figures = demoFigures('vi').map((figure) => ({ ...figure, label: evil, phrase: `${evil} {value}` }))
    assert.match(await draw('vi', { figures, programmes: [{ slug: evil, name: evil }] }), /&lt;script&gt;/)
  })
})
