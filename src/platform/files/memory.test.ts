import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { promisify } from 'node:util'

const path = join(tmpdir(), `songma-test-${process.pid}.csv`)
after(() => rm(path, { force: true }))

/** Measured in a process of its own, where nothing else takes memory. */
const MEASURE = `
  import { readCsv } from ${JSON.stringify(import.meta.resolve('./read-csv.ts'))}
  import { receive } from ${JSON.stringify(import.meta.resolve('./receive.ts'))}
  const before = process.memoryUsage.rss()
  let peak = before
  let rows = 0
  await using file = await receive({ name: 'big.csv', path: process.argv[1] })
  for await (const batch of readCsv(file.path)) {
    rows += batch.length
    peak = Math.max(peak, process.memoryUsage.rss())
  }
  console.log(JSON.stringify({ rows, grown: peak - before }))`

test('a file of 60 MB is taken in and read in flat memory', async () => {
  const block = 'nhan,04198,2021,7430.5,"xã Nà Nghịu, huyện Sông Mã"\n'.repeat(10_000)
  const blocks = Math.ceil((60 * 1024 * 1024) / Buffer.byteLength(block))
  await using file = await open(path, 'w')
  for (let i = 0; i < blocks; i++) await file.write(block)

  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', MEASURE, path])
  const { rows, grown } = JSON.parse(stdout) as { rows: number; grown: number }
  assert.equal(rows, blocks * 10_000)
  assert.ok(grown < 150 * 1024 * 1024, `memory grew by ${Math.round(grown / 1024 / 1024)} MB`)
})
