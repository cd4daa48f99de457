// The pages on the real database: a small district, a reform that parts one commune in unknown shares, and every way an
// address can be wrong.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type TestHouse, testHouse } from '../../../test/house.ts'
import { unitByCode } from '../organisation/index.ts'
import { saveFigures, saveProgrammes } from '../programmes/index.ts'
import { assetUrl } from './assets.ts'

// On 2025-07-01 the district ends: A and B become N; C parts into S1 and S2, nobody knows how.
const UNITS = `code,name,kind,parent_code,valid_from,valid_to,name_en
P,Tỉnh Sơn La,tỉnh,,,,Sơn La province
D,Huyện Sông Mã,huyện,P,,2025-06-30,Sông Mã district
A,Xã Nà Nghịu,xã,D,,2025-06-30,Nà Nghịu commune
B,Xã Chiềng Cang,xã,D,,2025-06-30,Chiềng Cang commune
C,Xã Mường Cai,xã,D,,2025-06-30,Mường Cai commune
N,Xã Sông Mã,xã,P,2025-07-01,,Sông Mã commune
S1,Xã Thượng,xã,P,2025-07-01,,Thượng commune
S2,Xã Hạ,xã,P,2025-07-01,,Hạ commune
`
const SUCCESSION = `old_code,new_code,date,share,kind
A,N,2025-07-01,1,merge
B,N,2025-07-01,1,merge
C,S1,2025-07-01,,split
C,S2,2025-07-01,,split
`
const INDICATORS = `code,name,name_en,unit_of_measure,across_units,across_time,formula,breakdown
longan,Diện tích nhãn,Longan area,ha,sum,last,,
sold,Giá trị,Value,VND,sum,sum,,channel:domestic|export
each,Giá trị một ha,Value of a hectare,VND/ha,none,none,{sold} / {longan},
`
const VALUES = `indicator,unit_code,period,value,breakdown
longan,A,2021,100,
longan,B,2021,40.5,
longan,C,2021,9,
sold,A,2021Q1,1500000000,domestic
sold,A,2021Q2,500000000,export
longan,A,2020,90,
`
const TARGETS = `indicator,unit_code,period,value
longan,D,2021,160
longan,A,2021,90
longan,B,2021,50
`
const programme = {
  ...{
    slug: 'vung-trong',
    name: 'Vùng trồng',
    nameEn: 'Growing areas',
    summary: 'Giữ vườn.',
    summaryEn: 'Orchards.',
  },
  ...{ startsOn: '2021-01-01', endsOn: '2021-12-31', breakthrough: true, position: 1 },
}
const figure = (key: string, indicator: string, label: string, phrase: string | null) => ({
  ...{
    key,
    indicator,
    label,
    labelEn: `${label} (en)`,
    phrase,
    phraseEn: phrase,
    programmeSlug: 'vung-trong',
  },
  ...{ basis: 'exact' as const, step: null },
})

async function district(): Promise<TestHouse> {
  const house = await testHouse({ now: '2026-03-01T02:00:00Z' })
  await house.bring('units', UNITS)
  await house.bring('succession', SUCCESSION)
  await house.bring('indicators', INDICATORS)
  await house.bring('values', VALUES)
  await house.bring('targets', TARGETS)
  await house.transact(async (tx) => {
    const owner = await unitByCode(tx, 'D', { startsOn: '2021-01-01', endsOn: '2021-12-31' })
    await saveProgrammes(tx, [{ ...programme, unitId: owner!.id }])
    await saveFigures(tx, [
      figure('F1', 'longan', 'Nhãn', 'chăm sóc {value} nhãn'),
      figure('F2', 'sold', 'Giá trị bán', null),
      figure('F3', 'each', 'Giá trị một ha', null),
    ])
  })
  return house
}

async function page(house: TestHouse, path: string, status = 200): Promise<string> {
  const answer = await house.as('nobody').get(path)
  assert.equal(answer.status, status, path)
  assert.match(answer.headers.get('content-type') ?? '', /^text\/html/)
  assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'self'/)
  const html = await answer.text()
  assert.deepEqual(house.log, [])
  assert.doesNotMatch(html.replace(/portal\.[0-9a-f]+\.css/, ''), /portal\.[a-z]|undefined|NaN/)
  return html
}
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('the pages of a year', () => {
  test('tell it as it was reported, in both languages', async () => {
    await using house = await district()
    assert.match(textOf(await page(house, '/')), /Năm 2021, huyện Sông Mã chăm sóc 149,5 ha nhãn\s?\./)
    assert.match(textOf(await page(house, '/en/')), /In 2021, Sông Mã district chăm sóc 149\.5 ha/)
    assert.match(textOf(await page(house, '/?year=2020')), /chăm sóc 90 ha/)
    assert.match(textOf(await page(house, '/?year=1999')), /Năm 1999 của huyện Sông Mã chưa có số/)
  })

  test('compare every commune that has a target, and no other', async () => {
    await using house = await district()
    const text = textOf(await page(house, '/programmes/vung-trong'))
    assert.match(text, /1 trên 2 xã đạt hoặc vượt chỉ tiêu nhãn/)
    assert.match(text, /Nà Nghịu 90,0 100,0 đạt 111,1%/)
    assert.match(text, /Mường Cai – 9,0 –/)
  })

  test('restate it in the borders of now, and keep what cannot be shared out in sight', async () => {
    await using house = await district()
    const text = textOf(await page(house, '/programmes/vung-trong?borders=now'))
    assert.match(text, /khi đó: 3 xã hiện nay: 3 xã/)
    assert.match(text, /Sông Mã gộp Nà Nghịu và Chiềng Cang 140,0 140,5 đạt 100,4%/)
    assert.match(text, /9 ha của 1 đơn vị chưa chia được/)
    assert.match(text, /Huyện Sông Mã tự báo cáo, hoặc chưa chia được cho cấp dưới 9,0/)
    assert.match(text, /160,0 149,5/)
  })

  test('lead from a figure to its reports', async () => {
    await using house = await district()
    const text = textOf(await page(house, '/figures/F2?unit=A'))
    assert.match(text, /Giá trị của huyện Sông Mã, năm 2021/)
    assert.match(text, /2 báo cáo/)
    assert.match(text, /quý 1 năm 2021/)
    assert.match(text, /quý 2 năm 2021 Bản Nộp Giá trị, triệu đồng Kết quả 1 nhập từ tệp 500 Duyệt/)
  })

  test('show a derived figure with its formula and no parts that would not add up', async () => {
    await using house = await district()
    const html = await page(house, '/figures/F3')
    assert.match(textOf(html), /Giá trị một ha = giá trị bán ÷ nhãn/)
    assert.doesNotMatch(html, /class="flow"/)
  })

  test('ask the database no more often for more communes', async () => {
    await using house = await district()
    const ask = () => house.countQueries(() => page(house, '/programmes/vung-trong'))
    await ask()
    const few = await ask()
    const more = ['E', 'F', 'G'].map((code) => `${code},Xã ${code},xã,D,,2025-06-30,`)
    await house.bring(
      'units',
      ['code,name,kind,parent_code,valid_from,valid_to,name_en', ...more, ''].join('\n'),
    )
    await ask()
    assert.equal(await ask(), few)
  })
})

describe('addresses', () => {
  test('that lead nowhere get a page that says so', async () => {
    await using house = await district()
    assert.match(await page(house, '/nothing', 404), /Không có trang này/)
    assert.match(await page(house, '/en/nothing', 404), /There is no such page/)
    assert.match(await page(house, '/figures/F99', 404), /Không có trang này/)
    assert.match(await page(house, '/programmes/none', 404), /Không có trang này/)
  })
  test('that cannot be read are named, with what there is', async () => {
    await using house = await district()
    const html = await page(house, '/?year=20x1', 400)
    assert.match(html, /Không đọc được năm “20x1”/)
    assert.match(html, /href="\/\?year=2021"/)
    await page(house, '/figures/F1?borders=old', 400)
    await page(house, '/programmes/vung-trong?page=-1', 400)
  })
  test('of an empty database all answer', async () => {
    await using house = await testHouse()
    assert.match(await page(house, '/'), /Chưa có số nào/)
    assert.match(await page(house, '/en/'), /No figures yet/)
    await page(house, '/figures/F04', 404)
  })
})

test('a page that has not changed is not sent again', async () => {
  await using house = await district()
  const tag = (await house.as('nobody').get('/')).headers.get('etag')!
  assert.equal((await house.as('nobody').get('/', { 'if-none-match': tag })).status, 304)
  await house.bring('values', 'indicator,unit_code,period,value\nlongan,C,2021,10\n')
  const changed = await house.as('nobody').get('/', { 'if-none-match': tag })
  assert.equal(changed.status, 200)
  assert.match(await changed.text(), /150,5/)
})

test('style sheet, fonts and icon are kept by browsers for good, and an old address of them is gone', async () => {
  await using house = await testHouse()
  for (const name of ['portal.css', 'be-vietnam-pro-400.woff2', 'icon.svg']) {
    const answer = await house.as('nobody').get(assetUrl(name))
    assert.equal(answer.status, 200)
    assert.match(answer.headers.get('cache-control') ?? '', /immutable/)
  }
  assert.equal((await house.as('nobody').get('/assets/portal.0000000000.css')).status, 404)
})
