import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type TestHouse, testHouse } from '../../../test/house.ts'
import { programmeHouse } from '../../../test/programme-house.ts'
import type { Found } from './api.ts'

async function find(house: TestHouse, q: string, more = ''): Promise<Found[]> {
  const answer = await house.as('collector').get(`/api/v1/search?q=${encodeURIComponent(q)}${more}`)
  assert.equal(answer.status, 200, await answer.clone().text())
  return ((await answer.json()) as { found: Found[] }).found
}
const names = (found: readonly Found[]) => found.map(({ kind, name }) => `${kind} ${name}`)

describe('search', () => {
  test('finds without tone marks, the unit before what only has the words in it', async () => {
    await using house = await programmeHouse('')
    assert.deepEqual(names(await find(house, 'song ma')), ['unit Huyện Sông Mã'])
    assert.deepEqual(names(await find(house, 'nha')), [
      'figure Nhà bàn giao',
      'indicator Nhà bàn giao',
      'figure Nhãn',
      'indicator Nhãn',
      'programme Xóa nhà tạm',
    ])
    assert.deepEqual(names(await find(house, 'nhan')), ['figure Nhãn', 'indicator Nhãn'])
  })

  test('a code is found whole, and a figure by its key leads to its programme', async () => {
    await using house = await programmeHouse('')
    assert.deepEqual(names(await find(house, 'A2')), ['unit Xã Chiềng Cang'])
    const [figure] = await find(house, 'f1')
    assert.deepEqual([figure!.kind, figure!.programme, figure!.within], ['figure', 'housing', 'Xóa nhà tạm'])
  })

  test('a unit is found by a name it had, with the day until which, and what it is called now', async () => {
    await using house = await testHouse()
    await house.bring(
      'units',
      `code,name,kind,parent_code,valid_from,valid_to
P,Tỉnh Hà Tây,tỉnh,,,2018-12-31
P,Tỉnh Hà Đông,tỉnh,,2019-01-01,
A,Xã Ba Vì,xã,P,,
`,
    )
    const [found, ...others] = await find(house, 'ha tay')
    assert.deepEqual(
      [found!.name, found!.until, found!.nowCalled],
      ['Tỉnh Hà Tây', '2018-12-31', 'Tỉnh Hà Đông'],
    )
    assert.equal(others.length, 0)
    assert.deepEqual(names(await find(house, 'ha')), ['unit Tỉnh Hà Đông'])
    assert.equal((await find(house, 'ba vi'))[0]!.within, 'Tỉnh Hà Đông')
  })

  test('says no more than it was asked for, and nothing to strangers', async () => {
    await using house = await programmeHouse('')
    assert.equal((await find(house, 'xa', '&limit=1')).length, 1)
    assert.deepEqual(await find(house, '  '), [])
    assert.equal((await house.as('nobody').get('/api/v1/search?q=xa')).status, 401)
  })
})

test('ten thousand units are searched within a moment', async () => {
  await using house = await testHouse()
  const communes = Array.from({ length: 10_000 }, (_, i) => `${i},Xã Chiềng Thứ ${i},xã,P,,\n`).join('')
  await house.bring(
    'units',
    `code,name,kind,parent_code,valid_from,valid_to\nA,Xã Nà Nghịu,xã,P,,\nP,Tỉnh,tỉnh,,,\n${communes}`,
  )
  await find(house, 'chieng')
  const begin = performance.now()
  assert.equal((await find(house, 'thu 99')).length, 20)
  assert.ok(performance.now() - begin < 500, `${performance.now() - begin} ms`)

  test('finds a directive by its number however it is typed, by its words, and after units of the same name', async () => {
    await using house = await programmeHouse('')
    await house.bring(
      'directives',
      `number,type,issuer_code,date,excerpt,implements
05-CT/TW,chỉ thị,TW,2016-05-15,Đẩy mạnh học tập và làm theo,
01-KL/TW,kết luận,TW,2021-05-18,Tiếp tục thực hiện Chỉ thị 05-CT/TW,05-CT/TW
12-KH/HU,kế hoạch,TW,2021-06-30,Kế hoạch của huyện Sông Mã,
`,
    )
    assert.deepEqual(names(await find(house, '5-ct/tw')), [
      'directive 05-CT/TW: Đẩy mạnh học tập và làm theo',
      'directive 01-KL/TW: Tiếp tục thực hiện Chỉ thị 05-CT/TW',
    ])
    const [learned] = await find(house, 'hoc tap')
    assert.deepEqual(
      [learned!.kind, learned!.about, learned!.within],
      ['directive', '05-CT/TW', 'Trung ương Đảng'],
    )
    assert.deepEqual(names(await find(house, 'song ma')), [
      'unit Huyện Sông Mã',
      'directive 12-KH/HU: Kế hoạch của huyện Sông Mã',
    ])
  })
})
