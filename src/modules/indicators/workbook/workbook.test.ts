import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Cell, openXlsx, readXlsx, saveXlsx } from 'hucre'
import { COUNTRY, type TestHouse, testHouse } from '../../../../test/house.ts'
import type { Client } from '../../../../test/persona.ts'
import { loadIndicators } from '../store/definitions.ts'
import { saveForm } from '../store/forms.ts'

const INDICATORS = `code,name,unit_of_measure,across_units,across_time,minimum,breakdown
fruit,Diện tích cây ăn quả,ha,sum,last,0,crop:xoài|nhãn
people,Số người tham gia,người,sum,sum,0,
rate,Tỷ lệ che phủ,%,mean,last,,
`
const BOOK = '/api/v1/forms/nong-nghiep/workbook?period=2021'

async function bookHouse(): Promise<TestHouse> {
  const house = await testHouse()
  await house.bring('units', COUNTRY)
  await house.bring('indicators', INDICATORS)
  await house.transact(async (tx) => {
    const indicators = await loadIndicators(tx)
    await saveForm(tx, {
      code: 'nong-nghiep',
      name: 'Biểu nông nghiệp',
      nameEn: 'Agriculture',
      frequency: 'year',
      indicatorIds: ['fruit', 'people', 'rate'].map((code) => indicators.get(code)!.id),
    })
  })
  await house.bring('values', 'indicator,unit_code,period,value,form\nfruit,A,2020,1430.5,nong-nghiep\n')
  return house
}

const download = async (client: Client, asked = '&unit=A', lang = 'vi') => {
  const answer = await client.get(`${BOOK}${asked}`, { 'accept-language': lang })
  assert.equal(
    answer.status,
    200,
    await answer
      .clone()
      .text()
      .catch(() => ''),
  )
  return new Uint8Array(await answer.arrayBuffer())
}

/** Types values into cells, as somebody in a spreadsheet; addresses are those of the sheet. */
async function fill(bytes: Uint8Array, typed: Record<string, Partial<Cell> | Cell['value']>) {
  const book = await openXlsx(bytes, { readStyles: true })
  const sheet = book.sheets[0]!
  for (const [address, given] of Object.entries(typed)) {
    const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(address)!
    const column = [...letters!].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1
    const at = `${Number(row) - 1},${column}`
    const cell =
      typeof given === 'object' && given !== null && !(given instanceof Date) ? given : { value: given }
    const value = cell.value ?? null
    sheet.rows[Number(row) - 1]![column] = value
    const type = value instanceof Date ? 'date' : typeof value === 'number' ? 'number' : 'string'
    sheet.cells!.set(at, { ...sheet.cells!.get(at), type, ...cell, value } as Cell)
  }
  return saveXlsx(book)
}

type Answer = {
  rows: number
  created: number
  changed: number
  unchanged: number
  rejectedCount: number
  rejected: { row: number; field: string; code: string; message: string }[]
  changes: {
    at: string
    unit: { code: string }
    indicator: { code: string }
    before: string
    after: string
  }[]
}
const bring = async (client: Client, bytes: Uint8Array, more = '') => {
  const answer = await client.post(
    `/api/v1/imports?format=workbook${more}`,
    new Blob([new Uint8Array(bytes)]),
  )
  return { status: answer.status, ...((await answer.json()) as Answer) }
}
const counts = ({ created, changed, unchanged, rejectedCount }: Answer) => [
  created,
  changed,
  unchanged,
  rejectedCount,
]

const valuesOf = async (client: Client, unit = 'A') => {
  const answer = await client.get(`/api/v1/reports/nong-nghiep/${unit}/2021`)
  if (answer.status === 404) return null
  const { values, quality } = (await answer.json()) as { values: { value: string }[]; quality: string }
  return { values, quality }
}

test('what one unit types comes back as a draft, and the same file twice changes nothing', async () => {
  await using house = await bookHouse()
  const officer = house.as('officer')
  const given = await download(officer)
  const book = await readXlsx(given)
  assert.deepEqual(
    book.sheets.map(({ name }) => name),
    ['Số liệu', 'Hướng dẫn', 'songma'],
  )
  assert.deepEqual(book.sheets[0]!.rows[5]!.slice(1), ['Diện tích cây ăn quả', 'ha', null, 1430.5])
  assert.equal(book.sheets[0]!.rows[6]![1], 'Diện tích cây ăn quả · xoài')
  assert.ok(book.sheets[0]!.protection?.sheet && book.sheets[2]!.veryHidden)

  const filled = await fill(given, { D6: '1.500,5', D7: 800, D9: 42, D10: 0.1 + 0.2, D4: 'Sơ bộ' })
  const preview = await bring(officer, filled, '&dryRun=true')
  assert.deepEqual([preview.status, ...counts(preview)], [200, 4, 1, 1, 0])
  assert.deepEqual(preview.changes[1], {
    at: 'D6',
    unit: { code: 'A', name: 'Xã Nà Nghịu' },
    indicator: { code: 'fruit', label: 'Diện tích cây ăn quả' },
    before: '',
    after: '1500.5',
    isConflict: false,
  })
  assert.equal(await valuesOf(officer), null)

  assert.deepEqual(counts(await bring(officer, filled)), [4, 1, 1, 0])
  assert.deepEqual(await valuesOf(officer), {
    quality: 'preliminary',
    values: [
      { indicator: 'fruit', value: '1500.5' },
      { indicator: 'people', value: '42' },
      { indicator: 'rate', value: '0.3' },
      { indicator: 'fruit', breakdown: { crop: 'xoài' }, value: '800' },
    ],
  })
  assert.deepEqual(counts(await bring(officer, filled)), [0, 0, 6, 0])
  // More typed into the same file later is no conflict with oneself
  const later = await bring(officer, await fill(filled, { D8: 600 }))
  assert.deepEqual(counts(later), [1, 0, 5, 0])
  assert.equal((await house.auditActions()).filter((action) => action === 'report.save').length, 2)
  assert.deepEqual(house.log, [])
})

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

test('formulas count by their saved result, percentages by what is measured', async () => {
  await using house = await bookHouse()
  const officer = house.as('officer')
  const filled = await fill(await download(officer), {
    D6: { value: 12.5, type: 'formula', formula: '10+2.5', formulaResult: 12.5 },
    D9: { value: 0.5, style: { numFmt: '0%' } },
    D10: { value: 0.425, style: { numFmt: '0.0%' } },
  })
  const answer = await bring(officer, filled, '&dryRun=true')
  assert.deepEqual(
    answer.rejected.map(({ field, code }) => [field, code]),
    [['D9', 'workbook.percent']],
  )
  assert.deepEqual(
    answer.changes.map(({ at, after }) => [at, after]),
    [
      ['D6', '12.5'],
      ['D10', '42.5'],
    ],
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

test('several units stand in rows; those that one may not save for are refused and told nothing of', async () => {
  await using house = await bookHouse()
  const officer = house.as('officer', 'D1')
  const given = await download(officer, '&under=D1', 'en')
  const { rows } = (await readXlsx(given)).sheets[0]!
  assert.deepEqual(
    rows.slice(5).map((row) => row.slice(1, 5)),
    [
      ['Xã Nà Nghịu', 'A', 'Missing', 'Official'],
      ['Xã Chiềng Cang', 'A2', 'Missing', 'Official'],
    ],
  )
  const filled = await fill(given, { F6: 1, F7: 2, G7: 3 })
  assert.deepEqual(counts(await bring(officer, filled)), [2, 0, 10, 0])
  assert.deepEqual((await valuesOf(officer, 'A2'))!.values, [{ indicator: 'fruit', value: '2' }])

  const own = await bring(house.as('officer'), await fill(given, { F6: 9, F7: 9 }), '&dryRun=true')
  assert.deepEqual(
    own.rejected.map(({ field, code }) => [field, code]),
    [
      ['F6', 'workbook.conflict'],
      ['F7', 'workbook.unit'],
    ],
  )
  assert.doesNotMatch(JSON.stringify(own), /Chiềng Cang/)
  assert.equal(
    (await house.as('leader').post('/api/v1/imports?format=workbook', new Blob(['x']))).status,
    403,
  )
  assert.equal((await officer.get(`${BOOK}&unit=A,B`)).status, 403)
})

test('with a flag the drafts are submitted at once, by whoever may', async () => {
  await using house = await bookHouse()
  const filled = await fill(await download(house.as('officer')), { D6: 5 })
  const refused = await bring(house.as('collector'), filled, '&submit=true')
  assert.deepEqual(
    refused.rejected.map(({ field, code }) => [field, code]),
    [['D6', 'auth.forbidden']],
  )
  assert.deepEqual(counts(await bring(house.as('officer'), filled, '&submit=true')), [1, 0, 5, 0])

  // Now it is closed to typing: no cell has a ground, and whoever types all the same is told why.
  const closed = await download(house.as('officer'))
  const sheet = (await readXlsx(closed, { readStyles: true })).sheets[0]!
  assert.notEqual(sheet.cells!.get('5,3')!.style?.protection?.locked, false)
  const late = await bring(house.as('officer'), await fill(closed, { D6: 6 }))
  assert.deepEqual(
    late.rejected.map(({ field, code }) => [field, code]),
    [['D6', 'report.notNow']],
  )
})

test('other files are refused as a whole, with a sentence', async () => {
  await using house = await bookHouse()
  const officer = house.as('officer')
  const { writeXlsx } = await import('hucre')
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
