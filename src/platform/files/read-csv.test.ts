import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import fc from 'fast-check'
import { FileFault } from './file-fault.ts'
import { readCsv } from './read-csv.ts'

const folder = await mkdtemp(join(tmpdir(), 'songma-test-'))
after(() => rm(folder, { recursive: true }))
const path = join(folder, 'file.csv')

async function read(content: string | Buffer): Promise<string[][]> {
  await writeFile(path, content)
  return (await Array.fromAsync(readCsv(path))).flat()
}

/** As RFC 4180 says, and as careful programs do: quotes where they are needed, or around every cell. */
const write = (rows: string[][], newline: string, quoteAll: boolean) =>
  rows
    .map((row) =>
      row
        .map((cell) => (quoteAll || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join(','),
    )
    .map((line) => line + newline)
    .join('')

describe('rows of a CSV file', () => {
  test('whatever a proper writer writes is read back equal', async () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '"', ',', '\n', '\r\n', 'Sông Mã'),
    )
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 20 }),
      )
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        async (rows, newline, quoteAll) => {
          // A byte order mark belongs to the file, not to its first cell.
          fc.pre(!rows[0]![0]!.startsWith('\ufeff'))
          assert.deepEqual(await read(write(rows, newline, quoteAll)), rows)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('a byte order mark, a missing last line end and mixed line ends do not matter', async () => {
    assert.deepEqual(await read('\ufeffa,b\r\n1,2\n3,4'), [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ])
  })

  test('empty lines and cells of several lines leave the numbers of rows as a spreadsheet shows them', async () => {
    const rows = await read('a,b\n\n"one\ntwo\nthree",2\n,\nlast,4\n')
    assert.deepEqual(
      rows.map((row) => row[0]),
      ['a', '', 'one\ntwo\nthree', '', 'last'],
    )
  })

  const broken: [what: string, content: string, code: string, row: number][] = [
    ['a quote that is never closed', 'a,b\n1,"2\n3,4\n5,6\n', 'file.quoteOpen', 2],
    ['text after a closing quote', 'a,b\n1,2\n"3"x,4\n', 'file.quote', 3],
    ['a quote inside a bare cell', 'a,b\n1,2\n1,thị trấn "Sông Mã"\n', 'file.quote', 3],
    ['a row of more than 1 MB', `a,b\n1,2\n3,4\n5,"${'x\n'.repeat(600_000)}"\n`, 'file.rowTooLong', 4],
  ]
  for (const [what, content, code, row] of broken)
    test(`${what} ends the reading at its row`, async () => {
      await assert.rejects(read(content), (error) => {
        assert.ok(error instanceof FileFault)
        assert.deepEqual([error.code, error.row], [code, row])
        return true
      })
    })
})
