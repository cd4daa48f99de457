import assert from 'node:assert/strict'
import { test } from 'node:test'
import { docxOf, pdfOf } from '../../../../test/document.ts'
import { COUNTRY, testHouse } from '../../../../test/house.ts'
import type { Client } from '../../../../test/persona.ts'
import type { Directive, DirectiveLine } from '../api/register.ts'
import { readFiles } from './read-files.ts'

async function upload(client: Client, name: string, content: Buffer, unit = 'D1'): Promise<string> {
  const announced = await client.post('/api/v1/files', { name, unit, bytes: content.length })
  assert.equal(announced.status, 200, await announced.clone().text())
  const { id } = (await announced.json()) as { id: string }
  const sent = await client.put(`/api/v1/files/${id}/content?offset=0`, new Blob([new Uint8Array(content)]))
  assert.equal(sent.status, 200, await sent.clone().text())
  return id
}

const PLAN = {
  number: '12-KH/HU',
  type: 'plan',
  unit: 'D1',
  issuedOn: '2021-06-30',
  excerpt: 'Thực hiện Kết luận 01-KL/TW',
}

test('a directive is found by what its files say, without tone marks, and no more once they are gone', async () => {
  await using house = await testHouse()
  await house.bring('units', COUNTRY)
  const office = house.as('office')
  const files = [
    await upload(office, 'Kế hoạch.docx', docxOf(['Mở đầu', 'Vận động bà con trồng xoài ghép'])),
    await upload(office, 'Phụ lục.pdf', pdfOf(['Danh mục nhà dột nát'])),
  ]
  const entered = await office.post('/api/v1/directives', { ...PLAN, files })
  assert.equal(entered.status, 200, await entered.clone().text())
  const { id, files: listed } = (await entered.json()) as Directive
  assert.deepEqual(
    listed.map(({ name, text }) => [name, text]),
    [
      ['Kế hoạch.docx', 'waiting'],
      ['Phụ lục.pdf', 'waiting'],
    ],
  )
  const found = async (q: string) => {
    const answer = await office.get(`/api/v1/directives?q=${encodeURIComponent(q)}`)
    return ((await answer.json()) as { directives: DirectiveLine[] }).directives.length
  }
  assert.equal(await found('xoai ghep'), 0)
  await readFiles(house)
  assert.equal(await found('trong xoai ghep'), 1)
  assert.equal(await found('nhà dột nát'), 1)
  assert.equal(await found('12-KH/HU dot nat'), 1)
  const path = `/api/v1/directives/${id}`
  const read = (await (await office.get(path)).json()) as Directive
  assert.deepEqual(
    read.files.map(({ text }) => text),
    ['read', 'read'],
  )

  // Reading decides nothing: whoever has the directive open may still save
  const etag = `"directive-${id}-1"`
  const kept = await office.put(path, { ...PLAN, files: [files[1]] }, { 'if-match': etag })
  assert.equal(kept.status, 200, await kept.clone().text())
  assert.equal(await found('xoai ghep'), 0)
  assert.equal(await found('dot nat'), 1)
  assert.deepEqual(house.log, [])
})

test('a file that cannot be read is tried once', async () => {
  await using house = await testHouse()
  await house.bring('units', COUNTRY)
  const office = house.as('office')
  const scan = await upload(office, 'Bản quét.pdf', Buffer.from('%PDF-1.4\nscan'))
  const entered = await office.post('/api/v1/directives', { ...PLAN, files: [scan] })
  const { id } = (await entered.json()) as Directive
  await readFiles(house)
  const shown = (await (await office.get(`/api/v1/directives/${id}`)).json()) as Directive
  assert.equal(shown.files[0]!.text, 'unreadable')
})

test('a file of another unit does not hang on a directive', async () => {
  await using house = await testHouse()
  await house.bring('units', COUNTRY)
  const office = house.as('office')
  const file = await upload(office, 'x.pdf', pdfOf(['x']), 'A')
  const refused = await office.post('/api/v1/directives', { ...PLAN, files: [file] })
  assert.equal(refused.status, 422)
})
