import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { writeXlsx } from 'hucre/xlsx'
import { BATCH_ROWS } from '#platform/files/read-csv.ts'
import { type Actor, OPERATOR } from '#platform/http/endpoint.ts'
import { translator } from '#platform/i18n/translate.ts'
import { type Scratch, scratchHouse } from '../../../test/scratch.ts'
import { createThings, listThings, thingFormats, thingsFormat } from '../../../test/things-format.ts'
import { importFormat } from './format.ts'
import { importFiles } from './import-files.ts'
import type { ImportRequest } from './run-import.ts'

const folder = await mkdtemp(join(tmpdir(), 'songma-test-'))
after(() => rm(folder, { recursive: true }))

async function shop(): Promise<Scratch> {
  const house = await scratchHouse()
  await house.transact(createThings)
  return house
}

async function bring(
  house: Scratch,
  files: Record<string, string | Uint8Array>,
  asked: Partial<ImportRequest> = {},
) {
  const sources = Object.keys(files).map((name) => ({ name, path: join(folder, name) }))
  for (const { name, path } of sources) await writeFile(path, files[name]!)
  return importFiles(house, sources, {
    formats: thingFormats,
    format: undefined,
    dryRun: false,
    keepGood: false,
    actor: OPERATOR,
    now: new Date('2026-11-22T03:00:00Z'),
    today: '2026-11-22',
    t: translator('vi'),
    ...asked,
  })
}

const audited = async (house: Scratch) =>
  (
    await house.db.selectFrom('audit_entries').select(['action', 'subject', 'actor']).orderBy('seq').execute()
  ).map(({ action, subject, actor }) => `${actor} ${action} ${subject}`)

const GOOD = 'code,name,amount\na,Nhãn,1.5\nb,Xoài,-2\n'
const MIXED = 'code,name,amount\na,Nhãn,1.5\nb,Xoài,"2,5"\n\n,=1+1,x\nd,Na,4\n'

describe('an import', () => {
  test('writes all rows of a good file, and leaves an entry in the audit', async () => {
    await using house = await shop()
    assert.deepEqual(await bring(house, { 'a.csv': GOOD }), {
      format: 'things',
      dryRun: false,
      rows: 2,
      created: 2,
      changed: 0,
      unchanged: 0,
      rejectedCount: 0,
      rejected: [],
    })
    assert.deepEqual(await listThings(house.db), ['a Nhãn 1.5', 'b Xoài -2'])
    assert.deepEqual(await audited(house), ['songma import.things file/a.csv'])
  })

  test('of the same file again changes nothing, says so, and leaves no entry', async () => {
    await using house = await shop()
    await bring(house, { 'a.csv': GOOD })
    const { rows, created, changed, unchanged } = await bring(house, { 'a.csv': GOOD })
    assert.deepEqual({ rows, created, changed, unchanged }, { rows: 2, created: 0, changed: 0, unchanged: 2 })
    assert.equal((await audited(house)).length, 1)
  })

  test('with a bad row writes nothing, and tells every fault in the order of rows', async () => {
    await using house = await shop()
    const { rejected, ...counts } = await bring(house, { 'a.csv': MIXED })
    assert.deepEqual(counts, {
      format: 'things',
      dryRun: false,
      rows: 4,
      created: 0,
      changed: 0,
      unchanged: 0,
      rejectedCount: 2,
    })
    assert.deepEqual(
      rejected.map(({ row, field, code }) => `${row} ${field} ${code}`),
      ['3 amount cell.decimalComma', '5 name cell.formula'],
    )
    assert.deepEqual(await listThings(house.db), [])
    assert.deepEqual(await audited(house), [])
  })

  test('with --keep-good writes the good rows and still tells the bad ones', async () => {
    await using house = await shop()
    const answer = await bring(house, { 'a.csv': MIXED }, { keepGood: true })
    assert.deepEqual([answer.rows, answer.created, answer.rejectedCount], [4, 2, 2])
    assert.deepEqual(await listThings(house.db), ['a Nhãn 1.5', 'd Na 4'])
  })

  test('that is a dry run counts what it would do, and does none of it', async () => {
    await using house = await shop()
    await bring(house, { 'a.csv': GOOD })
    const answer = await bring(house, { 'a.csv': `${GOOD}c,Mận,3\n` }, { dryRun: true })
    assert.deepEqual([answer.dryRun, answer.created, answer.unchanged], [true, 1, 2])
    assert.equal((await listThings(house.db)).length, 2)
    assert.equal((await audited(house)).length, 1)
  })

  test('of a file that breaks off keeps not even its good rows', async () => {
    await using house = await shop()
    const answer = await bring(house, { 'a.csv': `${GOOD}c,"Mận,3\n` }, { keepGood: true })
    assert.deepEqual(
      answer.rejected.map(({ row, code }) => `${row} ${code}`),
      ['4 file.quoteOpen'],
    )
    assert.deepEqual(await listThings(house.db), [])
  })

  test('that fails in the middle is rolled back', async () => {
    await using house = await shop()
    const broken = {
      ...thingsFormat,
      name: 'broken',
      run: async (...args: Parameters<typeof thingsFormat.run>) => {
        await thingsFormat.run(...args)
        throw new Error('power cut')
      },
    }
    await assert.rejects(bring(house, { 'a.csv': GOOD }, { format: broken }), /power cut/)
    assert.deepEqual(await listThings(house.db), [])
  })

  test('by a format that loses count of its rows is a bug, told as one', async () => {
    await using house = await shop()
    const forgetful = importFormat({
      ...thingsFormat,
      async run(_, batches) {
        for await (const _rows of batches);
        return { created: 1, changed: 0, unchanged: 0 }
      },
    })
    await assert.rejects(bring(house, { 'a.csv': GOOD }, { format: forgetful }), /lost count/)
  })

  test('lists at most a thousand faults and counts all', async () => {
    await using house = await shop()
    const rows = Array.from({ length: 6_000 }, (_, i) => `c${i},Nhãn,x${i}\n`)
    const answer = await bring(house, { 'a.csv': `code,name,amount\n${rows.join('')}` })
    assert.deepEqual([answer.rows, answer.rejectedCount, answer.rejected.length], [6_000, 6_000, 1_000])
    assert.deepEqual([answer.rejected[0]?.row, answer.rejected.at(-1)?.row], [2, 1_001])
  })
})

describe('several files', () => {
  const PRICES = 'code,price\nb,7\n'

  test('are run in the order of their formats, whatever order they come in', async () => {
    await using house = await shop()
    const answer = await bring(house, { 'p.csv': PRICES, 'a.csv': GOOD })
    assert.deepEqual([answer.format, answer.rows, answer.created, answer.changed], ['things,prices', 3, 2, 1])
    assert.deepEqual(
      answer.files?.map(({ file, format, rows }) => `${file} ${format} ${rows}`),
      ['a.csv things 2', 'p.csv prices 1'],
    )
    assert.deepEqual(await listThings(house.db), ['a Nhãn 1.5', 'b Xoài 7'])
  })

  test('are written all or none', async () => {
    await using house = await shop()
    const answer = await bring(house, { 'p.csv': `${PRICES}zz,1\n`, 'a.csv': GOOD })
    assert.deepEqual(
      answer.rejected.map(({ file, row, field }) => `${file} ${row} ${field}`),
      ['p.csv 3 code'],
    )
    assert.deepEqual(await listThings(house.db), [])
  })

  test('are not begun when one cannot be read', async () => {
    await using house = await shop()
    const answer = await bring(house, { 'a.csv': GOOD, 'b.csv': '' }, { keepGood: true })
    assert.deepEqual(
      [answer.rows, answer.rejected.map(({ file, code }) => `${file} ${code}`)],
      [0, ['b.csv file.empty']],
    )
    assert.deepEqual(await listThings(house.db), [])
  })
})

describe('other kinds of files', () => {
  test('a workbook is a table', async () => {
    await using house = await shop()
    const rows = [
      ['name', 'code', 'amount', 'valid_from'],
      ['Nhãn', 'a', 1234.5, new Date('2025-07-01T00:00:00Z')],
    ]
    const answer = await bring(house, { 'a.xlsx': await writeXlsx({ sheets: [{ name: 'S', rows }] }) })
    assert.deepEqual([answer.rejected, answer.created], [[], 1])
    assert.deepEqual(await listThings(house.db), ['a Nhãn 1234.5'])
  })

  test('of GeoJSON each feature is a row', async () => {
    await using house = await shop()
    const feature = (id: string | undefined, properties: object, geometry: object | null) => ({
      type: 'Feature',
      id,
      properties,
      geometry,
    })
    const line = {
      type: 'LineString',
      coordinates: [
        [103.7, 21],
        [103.8, 21.1],
      ],
    }
    const features = [
      feature('x', { code: 'a', name: 'Nà Nghịu', area_km2: 105.99 }, line),
      feature('b', { name: 'Sông Mã', other: '=1' }, line),
      feature('c', { name: 'Bó Sinh' }, null),
    ]
    const json = JSON.stringify({ type: 'FeatureCollection', features })
    const answer = await bring(house, { 'a.geojson': json }, { keepGood: true })
    assert.deepEqual(
      answer.rejected.map(({ row, field, code }) => `${row} ${field} ${code}`),
      ['3 geometry cell.empty'],
    )
    assert.deepEqual(await listThings(house.db), ['a Nà Nghịu 2', 'b Sông Mã 2'])
  })
})

describe('permission', () => {
  const clerk = (may: Actor['may']): Actor => ({ id: null, name: 'clerk', onBehalfOf: null, may })

  test('is asked for each format, at its place, before anything is read', async () => {
    await using house = await shop()
    const asked: string[] = []
    const actor = clerk(async (_db, permission, place) => asked.push(`${permission} ${place}`) > 0)
    await bring(house, { 'a.csv': GOOD, 'p.csv': 'code,price\nb,7\n' }, { actor })
    assert.deepEqual(asked, ['import.things somewhere', 'import.prices everywhere'])
  })

  test('that is missing refuses the whole', async () => {
    await using house = await shop()
    const actor = clerk(async (_db, permission) => permission === 'import.things')
    const both = bring(house, { 'a.csv': GOOD, 'p.csv': 'code,price\nb,7\n' }, { actor })
    await assert.rejects(both, { code: 'auth.forbidden' })
    assert.deepEqual(await listThings(house.db), [])
  })
})

test('progress counts the rows of each file', async () => {
  await using house = await shop()
  const seen: string[] = []
  const rows = Array.from({ length: BATCH_ROWS + 500 }, (_, i) => `c${i % 7},Nhãn,1\n`)
  const progress = (file: string, count: number) => seen.push(`${file} ${count}`)
  await bring(house, { 'a.csv': `code,name,amount\n${rows.join('')}` }, { progress })
  assert.deepEqual(seen, [`a.csv ${BATCH_ROWS - 1}`, `a.csv ${BATCH_ROWS + 500}`])
})
