// The workbook in a real office program: opened, saved by it and read back equal, and how long 200 units take.

import assert from 'node:assert/strict'
import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { type Cell, openXlsx, saveXlsx } from 'hucre'
import { type TestHouse, testHouse } from '../../../../test/house.ts'
import { loadIndicators } from '../store/definitions.ts'
import { saveForm } from '../store/forms.ts'
import { readWorkbook } from './read-workbook.ts'

const run = promisify(execFile)
const hasOffice = spawnSync('soffice', ['--version']).status === 0
const skip = hasOffice ? false : 'LibreOffice (soffice) is not installed here'

const UNITS = 200
const INDICATORS = 40
const codeOf = (unit: number) => `X${String(unit).padStart(3, '0')}`

/** A district of 200 communes that report 40 indicators, all of which have values already. */
async function districtHouse(): Promise<TestHouse> {
  const house = await testHouse()
  const units = Array.from({ length: UNITS }, (_, u) => `${codeOf(u)},Xã thứ ${u},xã,D,,`)
  await house.bring(
    'units',
    ['code,name,kind,parent_code,valid_from,valid_to', 'D,Huyện,huyện,,,', ...units].join('\n'),
  )
  const indicators = Array.from({ length: INDICATORS }, (_, i) => `i${i},Chỉ số thứ ${i},ha,sum,last`)
  await house.bring(
    'indicators',
    ['code,name,unit_of_measure,across_units,across_time', ...indicators].join('\n'),
  )
  await house.transact(async (tx) => {
    const indicatorIds = [...(await loadIndicators(tx)).values()].map(({ id }) => id)
    await saveForm(tx, { code: 'f', name: 'Biểu', nameEn: null, frequency: 'year', indicatorIds })
  })
  const values = ['2020', '2021'].flatMap((period) =>
    Array.from({ length: UNITS * INDICATORS }, (_, n) => {
      const [u, i] = [Math.floor(n / INDICATORS), n % INDICATORS]
      return `i${i},${codeOf(u)},${period},${u * 1000 + i}.${i},f,draft`
    }),
  )
  await house.bring('values', ['indicator,unit_code,period,value,form,state', ...values].join('\n'))
  return house
}

/** Opened and saved by LibreOffice, as a person would. */
async function throughOffice(bytes: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'songma-office-'))
  try {
    await writeFile(join(folder, 'in.xlsx'), bytes)
    const home = `-env:UserInstallation=file://${folder}/home`
    const out = join(folder, 'out')
    await run(
      'soffice',
      [home, '--headless', '--convert-to', 'xlsx', '--outdir', out, join(folder, 'in.xlsx')],
      {
        timeout: 120_000,
      },
    )
    return await readFile(join(out, 'in.xlsx'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What each cell says, without where it stands. */
async function cellsOf(bytes: Uint8Array) {
  const folder = await mkdtemp(join(tmpdir(), 'songma-office-'))
  try {
    await writeFile(join(folder, 'book.xlsx'), bytes)
    const { cells, form, period } = await readWorkbook(join(folder, 'book.xlsx'))
    const told = cells.map(({ address, unit, key, base, cell }) => [address, unit, key, base, cell.value])
    return { form, period, told }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

test('a workbook of 200 units × 40 indicators goes through LibreOffice and comes back equal', {
  skip,
}, async () => {
  await using house = await districtHouse()
  const officer = house.as('officer', 'D')
  const given = await timed('download', 3_000, async () => {
    const answer = await officer.get('/api/v1/forms/f/workbook?period=2021&under=D')
    assert.equal(answer.status, 200)
    return new Uint8Array(await answer.arrayBuffer())
  })
  const saved = await throughOffice(given)
  const before = await cellsOf(given)
  assert.equal(before.told.length, UNITS * (INDICATORS + 1))
  assert.deepEqual(await cellsOf(saved), before)

  // Every cell of half of the columns is typed anew into the file that LibreOffice saved.
  const book = await openXlsx(saved, { readStyles: true })
  const sheet = book.sheets[0]!
  for (let row = 5; row < 5 + UNITS; row++)
    for (let column = 5; column < 5 + INDICATORS; column += 2) {
      const cell = sheet.cells!.get(`${row},${column}`)!
      sheet.cells!.set(`${row},${column}`, { ...cell, value: row + 0.25, type: 'number' } satisfies Cell)
      sheet.rows[row]![column] = row + 0.25
    }
  const filled = new Blob([new Uint8Array(await saveXlsx(book))])
  const send = async (more: string) => {
    const answer = await officer.post(`/api/v1/imports?format=workbook${more}`, filled)
    return (await answer.json()) as { changed: number; unchanged: number; rejectedCount: number }
  }
  const changed = (UNITS * INDICATORS) / 2
  const preview = await timed('preview', 5_000, () => send('&dryRun=true'))
  assert.deepEqual([preview.changed, preview.rejectedCount], [changed, 0])
  const done = await timed('import', 10_000, () => send(''))
  assert.deepEqual([done.changed, done.rejectedCount], [changed, 0])
  const again = await send('')
  assert.deepEqual([again.changed, again.unchanged], [0, UNITS * (INDICATORS + 1)])
})

async function timed<T>(what: string, limitMs: number, work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  const result = await work()
  const ms = performance.now() - start
  assert.ok(ms < limitMs, `${what} took ${Math.round(ms)} ms of at most ${limitMs}`)
  return result
}
