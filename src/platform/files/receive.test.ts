import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { readCsv } from './read-csv.ts'
import { readGeoJson } from './read-geojson.ts'
import { receive } from './receive.ts'
import { removeStale } from './temporary-folder.ts'

const folder = await mkdtemp(join(tmpdir(), 'songma-test-'))
after(() => rm(folder, { recursive: true }))
process.env.TMPDIR = folder // so that what other processes leave there is not counted

const bodyOf = (content: Buffer) => new Blob([new Uint8Array(content)]).stream()
const faultOf = async (content: Buffer | string) => {
  await using file = await receive({ name: 'file', body: bodyOf(Buffer.from(content)) })
  return file.fault && `${file.fault.code} ${file.fault.row}`
}
const rowsOf = async (content: Buffer) => {
  await using file = await receive({ name: 'file', body: bodyOf(content) })
  assert.ok(!file.fault && file.kind === 'table')
  return (await Array.fromAsync(readCsv(file.path))).flat()
}
const TABLE = 'mã,tên\r\n04198,Nà Nghịu\r\n'
const ROWS = [
  ['mã', 'tên'],
  ['04198', 'Nà Nghịu'],
]

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()

describe('a text is told by its bytes', () => {
  test('UTF-8 with and without a mark, UTF-16 of both kinds with a mark', async () => {
    for (const content of [
      Buffer.from(TABLE),
      Buffer.from(`\ufeff${TABLE}`),
      Buffer.from(`\ufeff${TABLE}`, 'utf16le'),
      utf16be(`\ufeff${TABLE}`),
    ])
      assert.deepEqual(await rowsOf(content), ROWS)
  })

  test('letters in an old code page are refused with their line, however far into the file', async () => {
    const windows1258 = Buffer.from([0x4e, 0xe0, 0x20, 0x4e, 0x67, 0x68, 0xec, 0xf2, 0x75]) // 'Nà Nghịu'
    assert.equal(
      await faultOf(Buffer.concat([Buffer.from('code,name\n04198,'), windows1258])),
      'file.notUtf8 2',
    )
    const start = Buffer.from(`code,name\n${'04198,Nà Nghịu\n'.repeat(40_000)}1,`)
    assert.equal(
      await faultOf(Buffer.concat([start, windows1258, Buffer.from('\n2,x\n')])),
      'file.notUtf8 40002',
    )
  })

  test('a letter cut in two at the very end is not UTF-8 either', async () => {
    assert.equal(await faultOf(Buffer.from(`${TABLE}ị`).subarray(0, -1)), 'file.notUtf8 3')
  })

  const refused: [what: string, content: Buffer | string, fault: string][] = [
    ['nothing', '', 'file.empty 1'],
    ['nothing but a mark', '\ufeff', 'file.empty 1'],
    ['empty lines', '\n \r\n\n', 'file.empty 1'],
    ['a zero byte', 'code,name\n1,\0\n', 'file.notText 1'],
    ['UTF-16 without a mark', Buffer.from(TABLE, 'utf16le'), 'file.notText 1'],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), 'file.notText 1'],
    ['half a UTF-16 letter', Buffer.from([0xff, 0xfe, 0x61, 0, 0x62]), 'file.notText 1'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'file.notText 1'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'file.oldExcel 1'],
    ['a web page called .xls', '\n<html><table><tr><td>1', 'file.webPage 1'],
  ]
  for (const [what, content, fault] of refused)
    test(`${what} is refused`, async () => assert.equal(await faultOf(content), fault))
})

describe('a file is taken in', () => {
  test('with the hash of the bytes that came, and leaves nothing behind', async () => {
    const before = ownFolders()
    for (const content of [Buffer.from(TABLE), utf16be(`\ufeff${TABLE}`)]) {
      await using file = await receive({ name: 'a.csv', body: bodyOf(content) })
      assert.ok(!file.fault)
      const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(content))
      assert.equal(file.sha256, Buffer.from(digest).toString('hex'))
      assert.equal(ownFolders().length, before.length + 1)
    }
    assert.equal(await faultOf(''), 'file.empty 1')
    assert.deepEqual(ownFolders(), before)
  })

  test('from its place, which is left as it is', async () => {
    const path = join(folder, 'here.csv')
    await writeFile(path, TABLE)
    await (await receive({ name: 'here.csv', path }))[Symbol.asyncDispose]()
    assert.equal(await readFile(path, 'utf8'), TABLE)
  })

  test('and what killed processes left of theirs is removed after a day', async () => {
    await using file = await receive({ name: 'a.csv', body: bodyOf(Buffer.from(TABLE)) })
    assert.ok(!file.fault)
    const now = Date.now()
    await removeStale(now + 23 * 3_600_000)
    assert.equal(ownFolders().length, 1)
    await removeStale(now + 25 * 3_600_000)
    assert.deepEqual(ownFolders(), [])
  })

  test('or told that it cannot be opened', async () => {
    for (const path of [join(folder, 'absent.csv'), folder]) {
      await using file = await receive({ name: 'x', path })
      assert.equal(file.fault?.code, 'file.unreadable')
    }
  })
})

describe('GeoJSON', () => {
  const path = join(folder, 'a.geojson')
  const featuresOf = async (json: unknown) => {
    await writeFile(path, typeof json === 'string' ? json : JSON.stringify(json))
    return readGeoJson(path)
  }
  const point = { type: 'Point', coordinates: [103.75, 21.05] }

  test('is features with their attributes', async () => {
    const features = [
      { type: 'Feature', id: '04168', properties: { name: 'Sông Mã' }, geometry: point },
      { type: 'Feature', properties: null, geometry: null },
    ]
    const read = await featuresOf(`\ufeff${JSON.stringify({ type: 'FeatureCollection', features })}`)
    assert.deepEqual(read, [
      { id: '04168', properties: { name: 'Sông Mã' }, geometry: JSON.stringify(point) },
      { id: '', properties: {}, geometry: '' },
    ])
  })

  test('and nothing else', async () => {
    for (const json of ['{', { type: 'Feature', properties: {}, geometry: point }, { features: [] }])
      await assert.rejects(featuresOf(json), { code: 'file.notGeojson', row: 1 })
    const features = [{ type: 'Feature', properties: {}, geometry: point }, point]
    await assert.rejects(featuresOf({ type: 'FeatureCollection', features }), {
      code: 'file.notFeature',
      row: 2,
    })
  })
})

const ownFolders = () => readdirSync(folder).filter((name) => name.startsWith('songma-file-'))
