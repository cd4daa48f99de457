import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ImportAnswer } from '#platform/imports/api.ts'
import { COUNTRY, testHouse } from '../../../../test/house.ts'
import type { Directive, DirectiveLine } from '../api/register.ts'

const HEAD = 'number,type,issuer_code,date,excerpt,implements'

async function importHouse() {
  const house = await testHouse()
  await house.bring('units', COUNTRY)
  const office = house.as('office')
  const bring = async (csv: string, query = '', who = office) => {
    const answer = await who.post(`/api/v1/imports?format=directives${query}`, csv, {
      'content-type': 'text/csv',
    })
    return (await answer.json()) as ImportAnswer
  }
  const find = async (number: string) => {
    const answer = await office.get(`/api/v1/directives?number=${encodeURIComponent(number)}`)
    return ((await answer.json()) as { directives: DirectiveLine[] }).directives
  }
  const show = async (id: string) =>
    (await (await office.get(`/api/v1/directives/${id}`)).json()) as Directive
  return { house, bring, find, show, [Symbol.asyncDispose]: () => house[Symbol.asyncDispose]() }
}

const refusals = ({ rejected }: ImportAnswer) =>
  rejected.map(({ row, field, code }) => `${row} ${field} ${code}`)

test('a register comes in with its links, whichever row stands first', async () => {
  await using h = await importHouse()
  const answer = await h.bring(`${HEAD}
3-KH/ĐU,Kế hoạch,A,2021-07-20,Kế hoạch của xã,12-KH/HU; 01-kl/tw
Số: 12-KH/HU,ke hoach,D1,2021-06-30,Kế hoạch của huyện,1-KL/TW
01-KL/TW,Kết luận,TW,2021-05-18,Tiếp tục thực hiện Chỉ thị 05,05-CT/TW
05-CT/TW,directive,,2016-05-15,Học tập và làm theo,
91/2025/QH15,luật,QH,2025-06-27,Luật Bảo vệ dữ liệu cá nhân,
`)
  assert.deepEqual(answer.rejected, [])
  assert.equal(answer.created, 5)
  const [plan] = await h.find('12-KH/HU')
  assert.deepEqual([plan!.issuer, plan!.issuerCode, plan!.type], ['Huyện Sông Mã', 'D1', 'plan'])
  const [above] = await h.find('01-KL/TW')
  assert.deepEqual([above!.issuer, above!.issuerCode], ['Trung ương Đảng', null])
  const shown = await h.show(above!.id)
  assert.equal(shown.keeper.code, 'P')
  assert.deepEqual(shown.links.implementedBy.map(({ number }) => number).sort(), ['03-KH/ĐU', '12-KH/HU'])
  assert.deepEqual(
    shown.links.implements.map(({ number }) => number),
    ['05-CT/TW'],
  )
  assert.ok((await h.house.auditActions()).includes('import.directives'))
  assert.deepEqual(h.house.log, [])
})

test('the same file again changes nothing; an empty cell leaves what is known, another link is added', async () => {
  await using h = await importHouse()
  const rows = `01-KL/TW,kết luận,TW,2021-05-18,Cũ,
05-CT/TW,chỉ thị,TW,2016-05-15,Gốc,
`
  await h.bring(`${HEAD},signer\n${rows.replaceAll(/,\n/g, ',,Người ký\n')}`)
  const again = await h.bring(`${HEAD}\n${rows}`)
  assert.deepEqual([again.created, again.changed, again.unchanged], [0, 0, 2])
  const changed = await h.bring(`${HEAD}
01-KL/TW,kết luận,TW,2021-05-18,Mới,
05-CT/TW,chỉ thị,TW,2016-05-15,Gốc,
`)
  assert.deepEqual([changed.changed, changed.unchanged], [1, 1])
  const linked = await h.bring(`${HEAD}\n01-KL/TW,kết luận,TW,2021-05-18,Mới,05-CT/TW\n`)
  assert.equal(linked.changed, 1)
  const [above] = await h.find('01-KL/TW')
  const shown = await h.show(above!.id)
  assert.deepEqual([shown.excerpt, shown.signer, shown.links.implements.length], ['Mới', 'Người ký', 1])
})

test('what is known under another issuer name is not entered twice', async () => {
  await using h = await importHouse()
  await h.bring(`${HEAD},issuer\n01-KL/TW,kết luận,TW,2021-05-18,x,,Bộ Chính trị\n`)
  const again = await h.bring(`${HEAD}\n01-KL/TW,kết luận,TW,2021-05-18,x,\n`)
  assert.deepEqual([again.created, again.unchanged], [0, 1])
  await h.bring(`${HEAD},issuer\n2-KH/HU,kế hoạch,D1,2021-06-18,x,,Huyện ủy Sông Mã\n`)
  const own = await h.bring(`${HEAD}\n2-KH/HU,kế hoạch,D1,2021-06-18,x,\n`)
  assert.deepEqual([own.created, own.unchanged], [0, 1])
  assert.equal((await h.find('02-KH/HU'))[0]!.issuer, 'Huyện ủy Sông Mã')
})

test('a number of two terms means the one that was there already; two of them are refused', async () => {
  await using h = await importHouse()
  const answer = await h.bring(
    `${HEAD}
05-CT/TW,chỉ thị,TW,2011-01-01,Khóa trước,
05-CT/TW,chỉ thị,TW,2016-05-15,Khóa này,
2-KH/HU,kế hoạch,D1,2012-01-01,Chỉ khóa trước đã có,05-CT/TW
3-KH/HU,kế hoạch,D1,2020-01-01,Cả hai đã có,05-CT/TW
4-KH/HU,kế hoạch,D1,2010-01-01,Chưa có,05-CT/TW
`,
    '&keepGood=true',
  )
  assert.deepEqual(refusals(answer), [
    '5 implements directives.link.several',
    '6 implements directives.link.later',
  ])
  const [plan] = await h.find('02-KH/HU')
  assert.equal((await h.show(plan!.id)).links.implements[0]!.issuedOn, '2011-01-01')
})

test('a row that is refused takes along whoever names it', async () => {
  await using h = await importHouse()
  const answer = await h.bring(
    `${HEAD}
3-KH/ĐU,kế hoạch,A,2021-07-20,x,12-KH/HU
12-KH/HU,kế hoạch,D1,2021-06-30,x,11-KH/HU
11-KH/HU,QĐ,D1,2021-06-01,x,
1-KH/HU,kế hoạch,D1,2021-06-30,tốt,
`,
    '&keepGood=true',
  )
  assert.deepEqual(refusals(answer).sort(), [
    '2 implements directives.link.unknown',
    '3 implements directives.link.unknown',
    '4 type directives.type',
  ])
  assert.equal(answer.created, 1)
})

test('each fault has its field, and a classified document is refused whatever the mark', async () => {
  await using h = await importHouse()
  const answer = await h.bring(`${HEAD},classification,valid_to
12-XX/HU,kế hoạch,D1,2021-06-30,x,,,
12-KH/HU,sơ đồ,D1,2021-06-30,x,,,
12-KH/HU,kế hoạch,NOBODY,2021-06-30,x,,,
12-KH/HU,kế hoạch,D1,30/06/2021,x,,,
12-KH/HU,kế hoạch,D1,2021-06-30,,,,
12-KH/HU,kế hoạch,D1,2021-06-30,x,mười hai,,
12-KH/HU,kế hoạch,D1,2021-06-30,x,,MẬT,
12-KH/HU,kế hoạch,D1,2021-06-30,x,,C,
12-KH/HU,kế hoạch,D1,2021-06-30,Báo cáo (TỐI MẬT),,,
12-KH/HU,kế hoạch,D1,2021-06-30,x,,,2020-01-01
12-KH/HU,kế hoạch,D1,2021-06-30,x,,,
12-KH/HU,kế hoạch,D1,2021-06-30,y,,,
`)
  assert.deepEqual(refusals(answer), [
    '2 number directives.number.type',
    '3 type directives.type',
    '4 issuer_code directives.unitUnknown',
    '5 date cell.dayFirst',
    '6 excerpt cell.empty',
    '7 implements directives.link.malformed',
    '8 classification directives.classified',
    '9 classification directives.classified',
    '10 classification directives.classified',
    '11 valid_to directives.order',
    '13 number directives.repeated',
  ])
  for (const { message } of answer.rejected) assert.doesNotMatch(message, /^import\.|\{/)
  assert.deepEqual(await h.find('12-KH/HU'), [])
})

test('an office of a district brings in what its units issue, and names the keeper of what is outside', async () => {
  await using h = await importHouse()
  const district = h.house.as('office', 'D1')
  const answer = await h.bring(
    `${HEAD},keeper_code
1-KH/HU,kế hoạch,D1,2021-06-30,x,,
2-KH/HU,kế hoạch,D2,2021-06-30,x,,
3-KL/TW,kết luận,TW,2021-06-30,x,,
4-KL/TW,kết luận,TW,2021-06-30,x,,D2
5-KL/TW,kết luận,TW,2021-06-30,x,,D1
`,
    '&keepGood=true',
    district,
  )
  assert.deepEqual(refusals(answer), [
    '3 issuer_code directives.unitOutside',
    '4 keeper_code directives.keeper',
    '5 keeper_code directives.unitOutside',
  ])
  assert.equal(answer.created, 2)
})
