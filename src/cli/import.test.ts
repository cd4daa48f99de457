import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { type Lang, translator } from '#platform/i18n/translate.ts'
import type { ImportAnswer } from '#platform/imports/api.ts'
import { type Scratch, scratchHouse } from '../../test/scratch.ts'
import { createThings, listThings, thingFormats } from '../../test/things-format.ts'
import { type CommandContext, type Options, UsageError } from './command.ts'
import { importCommandFor } from './import.ts'

const cwd = await mkdtemp(join(tmpdir(), 'songma-test-'))
after(() => rm(cwd, { recursive: true }))
await writeFile(join(cwd, 'good.csv'), 'code,name,amount\na,Nhãn,1.5\n')
await writeFile(join(cwd, 'bad.csv'), 'code,name,amount\na,Nhãn,1.5\nb,Xoài,"1.234,5"\nc,Na\n')

const command = importCommandFor(thingFormats, async () => {})

async function type(house: Scratch, args: string[], options: Options = {}, lang: Lang = 'vi') {
  const lines: string[] = []
  const documents: ImportAnswer[] = []
  const seen: string[] = []
  const context = {
    house,
    args,
    options,
    cwd,
    lang,
    t: translator(lang),
    now: () => new Date('2026-11-22T03:00:00Z'),
    out: (text: string) => lines.push(text),
    json: (value: ImportAnswer) => documents.push(value),
    progress: (text: string) => seen.push(text),
  } as unknown as CommandContext
  assert.ok(command.needs === 'database')
  const exit = await command.run(context)
  return { exit, lines, documents, seen }
}

async function shop(): Promise<Scratch> {
  const house = await scratchHouse()
  await house.transact(createThings)
  return house
}

describe('songma import', () => {
  test('tells what it did, and what it did not have to do', async () => {
    await using house = await shop()
    const first = await type(house, ['good.csv'])
    assert.deepEqual(
      [first.exit, first.lines],
      [0, ['good.csv (things): 1 dòng, thêm 1, sửa 0, giữ nguyên 0, sai 0.']],
    )
    assert.deepEqual(first.seen, ['good.csv: 1 dòng'])
    assert.equal(first.documents[0]?.created, 1)

    const again = await type(house, [join(cwd, 'good.csv')], {}, 'en')
    assert.equal(again.exit, 0)
    assert.deepEqual(again.lines, [
      'good.csv (things): 1 row, 0 created, 0 changed, 1 unchanged, 0 refused.',
      'All of it was there already: nothing has changed.',
    ])
  })

  test('tells each bad row with its place, writes nothing and exits with 1', async () => {
    await using house = await shop()
    const { exit, lines } = await type(house, ['bad.csv'])
    assert.equal(exit, 1)
    assert.deepEqual(lines, [
      'bad.csv: 3 dòng, 2 dòng sai.',
      '  dòng 3, cột amount: “1.234,5” không phải số viết đúng. Dùng dấu chấm cho phần thập phân và không dùng dấu phân cách nghìn, ví dụ 1234.5.',
      '  dòng 4: Dòng có 2 ô, dòng tiêu đề có 3 cột.',
      'Chưa ghi gì. Hãy sửa các dòng sai rồi nhập lại; nếu chỉ muốn ghi các dòng đúng, thêm --keep-good.',
    ])
    assert.deepEqual(await listThings(house.db), [])
  })

  test('with --keep-good writes the good rows, and still exits with 1', async () => {
    await using house = await shop()
    const { exit, lines } = await type(house, ['bad.csv'], { 'keep-good': true })
    assert.deepEqual([exit, lines[0]], [1, 'bad.csv (things): 3 dòng, thêm 1, sửa 0, giữ nguyên 0, sai 2.'])
    assert.deepEqual(await listThings(house.db), ['a Nhãn 1.5'])
  })

  test('with --dry-run says that nothing was written', async () => {
    await using house = await shop()
    const { exit, lines } = await type(house, ['good.csv'], { 'dry-run': true, format: 'things' })
    assert.deepEqual([exit, lines.at(-1)], [0, 'Chạy thử: chưa ghi gì.'])
    assert.deepEqual(await listThings(house.db), [])
  })

  test('shows the first faults of many, and how many there are', async () => {
    await using house = await shop()
    await writeFile(join(cwd, 'many.csv'), `code,name,amount\n${'a,b,c\n'.repeat(1_500)}`)
    const { lines, documents } = await type(house, ['many.csv'])
    assert.equal(lines.length, 1 + 20 + 1 + 1)
    assert.equal(lines[21], '  … và 1.480 lỗi nữa; --json liệt kê 1.000 lỗi đầu.')
    assert.equal(documents[0]?.rejected.length, 1_000)
  })

  test('a file that is not there is refused; no file, or an unknown format, is wrong usage', async () => {
    await using house = await shop()
    const { exit, documents } = await type(house, ['absent.csv'])
    assert.deepEqual([exit, documents[0]?.rejected[0]?.code], [1, 'file.unreadable'])
    await assert.rejects(type(house, []), UsageError)
    await assert.rejects(type(house, ['good.csv'], { format: 'thing' }), UsageError)
  })
})
