import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { type CellValue, writeXlsx, writeXlsxStream } from 'hucre/xlsx'
import { readCsv } from './read-csv.ts'
import { writeSheet } from './write-sheet.ts'

const folder = await mkdtemp(join(tmpdir(), 'songma-test-'))
after(() => rm(folder, { recursive: true }))
const [from, to] = [join(folder, 'a.xlsx'), join(folder, 'a.csv')]

async function read(workbook: Uint8Array): Promise<string[][]> {
  await writeFile(from, workbook)
  await writeSheet(from, to)
  return (await Array.fromAsync(readCsv(to))).flat()
}
const sheet = (rows: CellValue[][]) => writeXlsx({ sheets: [{ name: 'Tờ 1', rows }] })
const faultOf = (workbook: Uint8Array) =>
  read(workbook).then(
    () => undefined,
    (error) => error.code,
  )

describe('the first sheet of a workbook', () => {
  test('is read cell by cell, as texts', async () => {
    const rows = await read(
      await sheet([
        ['code', 'name', 'value', 'day'],
        ['04198', 'Xã "Nà Nghịu", Sông Mã\nSơn La', 1234.5, new Date('2025-07-01T00:00:00Z')],
        [4198, null, -0.1, new Date('2025-07-01T08:30:00Z')],
      ]),
    )
    assert.deepEqual(rows, [
      ['code', 'name', 'value', 'day'],
      ['04198', 'Xã "Nà Nghịu", Sông Mã\nSơn La', '1234.5', '2025-07-01'],
      ['4198', '', '-0.1', '2025-07-01 08:30:00'],
    ])
  })

  test('has its numbers as Excel shows them: no exponent, no digit that nobody wrote', async () => {
    const numbers = [0.1 + 0.2, 1e21, 1e-7, 995_400_000_000, 123_456_789_012_345, 1 / 3]
    const rows = await read(await sheet([['value'], ...numbers.map((number) => [number])]))
    assert.deepEqual(rows.slice(1).flat(), [
      '0.3',
      '1000000000000000000000',
      '0.0000001',
      '995400000000',
      '123456789012345',
      '0.333333333333333',
    ])
  })

  test('keeps empty rows, so that row numbers stay, and gives every row the columns of the first', async () => {
    const rows = await read(
      await sheet([['a', 'b', 'c'], [], ['1'], ['2', null, null, null], ['3', '', '', 'beyond']]),
    )
    assert.deepEqual(
      rows.map((row) => row.join('|')),
      ['a|b|c', rows[1]!.join('|'), '1||', '2||', '3|||beyond'],
    )
    assert.ok(rows[1]!.every((cell) => cell === ''))
  })

  test('is read from a workbook that was written as a stream, whose sizes stand at its end', async () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => [String(i), 'Sông Mã', i / 10])
    const stream = writeXlsxStream(rows, {
      name: 'S',
      columns: ['code', 'name', 'value'].map((header) => ({ header })),
    })
    const back = await read(new Uint8Array(await new Response(stream).arrayBuffer()))
    assert.deepEqual(back, [['code', 'name', 'value'], ...rows.map((row) => row.map(String))])
  })

  test('is told from what is none', async () => {
    assert.equal(await faultOf(await sheet([])), 'file.empty')
    assert.equal(await faultOf(zip({ 'word/document.xml': { data: '<w/>' } })), 'file.notWorkbook')
    const whole = await sheet([['code'], ['1']])
    assert.equal(await faultOf(whole.subarray(0, whole.length / 2)), 'file.brokenWorkbook')
    assert.equal(await faultOf(zip({ 'xl/workbook.xml': { data: 'not XML at all' } })), 'file.brokenWorkbook')
  })
})

describe('a workbook that unpacks to more than an honest one', () => {
  const GB = 1024 ** 3
  for (const [what, part, size] of [
    ['a sheet of 1 GB', 'xl/worksheets/sheet1.xml', GB],
    ['shared texts of 100 MB', 'xl/sharedStrings.xml', GB / 10],
    ['a part that hides its size', 'xl/worksheets/sheet1.xml', 0],
  ] as const)
    test(`is refused unopened: ${what}`, async () => {
      const parts = { 'xl/workbook.xml': { data: '<workbook/>' }, [part]: { data: 'packed', size } }
      assert.equal(await faultOf(zip(parts)), 'file.workbookTooBig')
    })
})

test('a part that unpacks to more than it declares is not read to its end', async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => [String(i), 'Sông Mã'])
  const workbook = Buffer.from(await sheet(rows))
  const name = 'xl/worksheets/sheet1.xml'
  const [local, central] = [workbook.indexOf(name), workbook.lastIndexOf(name)]
  assert.ok(workbook.readUInt32LE(central - 22) > 100_000)
  workbook.writeUInt32LE(5_000, local - 8)
  workbook.writeUInt32LE(5_000, central - 22)
  assert.equal(await faultOf(workbook), 'file.brokenWorkbook')
})

test('a table is written for reading, with nothing but commas and quotes', async () => {
  await read(
    await sheet([
      ['a', 'b'],
      ['1', 'x,y'],
    ]),
  )
  assert.equal(await readFile(to, 'utf8'), 'a,b\n1,"x,y"\n')
})

/** An archive whose directory says what it is told to say. */
function zip(parts: Record<string, { data: string; size?: number }>): Uint8Array {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  for (const [name, { data, size = data.length }] of Object.entries(parts)) {
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(data.length, 4)
    sizes.writeUInt32LE(size, 8)
    const lengths = Buffer.from([name.length, 0, 0, 0])
    const offset = Buffer.alloc(4)
    offset.writeUInt32LE(Buffer.concat(local).length)
    directory.push(Buffer.from('PK\x01\x02\x14\0\x14\0\0\0\0\0\0\0\0\0', 'latin1'), sizes, lengths)
    directory.push(Buffer.alloc(10), offset, Buffer.from(name))
    local.push(
      Buffer.from('PK\x03\x04\x14\0\0\0\0\0\0\0\0\0', 'latin1'),
      sizes,
      lengths,
      Buffer.from(name + data),
    )
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(Object.keys(parts).length, 8)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(Buffer.concat(local).length, 16)
  return Buffer.concat([...local, ...directory, end])
}
