import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readXlsx, writeXlsx } from 'hucre'
import { bookHouse, bring, counts, download, fill, valuesOf } from '../../../../test/workbook.ts'

test('a file with one bad cell writes nothing, and each bad cell is told by its address', async () => {
  await using house = await bookHouse()
  const officer = house.as('officer')
  const typed = {
    D4: 'chắc chắn',
    D6: -1,
    D7: { value: new Date('2021-05-12T00:00:00Z'), type: 'date', style: { numFmt: 'dd/mm/yyyy' } } as const,
    D8: '1,430',
    D9: 'khoảng 12',
    D10: 5,
  }
  const filled = await fill(await download(officer), typed)
  const answer = await bring(officer, filled)
  assert.equal(answer.status, 422)
  assert.deepEqual(
    answer.rejected.map(({ row, field, code }) => [row, field, code]),
    [
      [4, 'D4', 'workbook.quality'],
      [6, 'D6', 'values.minimum'],
      [7, 'D7', 'workbook.day'],
      [8, 'D8', 'workbook.comma'],
      [9, 'D9', 'workbook.text'],
    ],
  )
  assert.deepEqual(counts(answer), [0, 0, 0, 5])
  assert.equal(await valuesOf(officer), null)

  const marked = await officer.post('/api/v1/workbooks/marked', new Blob([new Uint8Array(filled)]))
  assert.equal(marked.status, 200)
  const markedBytes = new Uint8Array(await marked.arrayBuffer())
  const cells = (await readXlsx(markedBytes, { readStyles: true })).sheets[0]!.cells!
  assert.match(cells.get('8,3')!.comment!.text, /“khoảng 12” không phải một số/)
  assert.equal(cells.get('9,3')!.comment, undefined)

  // Put right in the marked file, it is taken, and no mark is left.
  const day = { value: 2, style: { numFmt: '0' } }
  const right = await fill(markedBytes, { D4: 'Ước tính', D6: 1, D7: day, D8: 3, D9: 12 })
  assert.deepEqual(counts(await bring(officer, right)), [5, 1, 0, 0])
  const again = await officer.post('/api/v1/workbooks/marked', new Blob([new Uint8Array(right)]))
  const clean = (await readXlsx(new Uint8Array(await again.arrayBuffer()), { readStyles: true })).sheets[0]!
  assert.deepEqual(
    [...clean.cells!.values()].filter(({ comment }) => comment),
    [],
  )
})

test('a cell that somebody else changed meanwhile waits for a decision', async () => {
  await using house = await bookHouse()
  const [officer, collector] = [house.as('officer'), house.as('collector')]
  const given = await download(officer)
  const put = (values: object[]) => collector.put('/api/v1/reports/nong-nghiep/A/2021', { values })
  await put([
    { indicator: 'fruit', value: '7' },
    { indicator: 'people', value: '70' },
  ])
  const filled = await fill(given, { D6: 8, D10: 5 })
  const refused = await bring(officer, filled)
  assert.deepEqual(
    refused.rejected.map(({ field, code }) => [field, code]),
    [['D6', 'workbook.conflict']],
  )
  assert.match(refused.rejected[0]!.message, /“7”.*“8”/)

  assert.deepEqual(counts(await bring(officer, filled, '&conflicts=keep&dryRun=true')), [1, 0, 5, 0])
  assert.deepEqual(counts(await bring(officer, filled, '&conflicts=replace')), [1, 1, 4, 0])
  const { values } = (await valuesOf(officer))!
  assert.deepEqual(
    values.map(({ value }) => value),
    ['8', '70', '5'],
  )
})

test('other files are refused as a whole, with a sentence', async () => {
  await using house = await bookHouse()
  const officer = house.as('officer')
  const stranger = await writeXlsx({ sheets: [{ name: 'A', rows: [['a', 1]] }] })
  for (const [bytes, code] of [
    [stranger, 'workbook.notOurs'],
    [Buffer.from('a,b\n1,2\n'), 'workbook.notOurs'],
    [Buffer.from('PK\x03\x04zzzz', 'latin1'), 'file.brokenWorkbook'],
    [Buffer.alloc(0), 'file.empty'],
  ] as const) {
    const answer = await bring(officer, bytes)
    assert.deepEqual([answer.status, answer.rejected.map((one) => one.code)], [422, [code]])
    assert.notEqual(answer.rejected[0]!.message, `import.${code}`)
    const marked = await officer.post('/api/v1/workbooks/marked', new Blob([new Uint8Array(bytes)]))
    assert.equal(marked.status, 422)
  }
})
