// `kill -9` at any moment loses nothing that was acknowledged, leaves nothing half, and needs no repair.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { auditCheck } from '#platform/audit/check.ts'
import { readConfig } from '../src/platform/config.ts'
import type { House } from '../src/platform/db/house.ts'
import { openDatabase } from '../src/platform/db/open.ts'
import { startProcess } from './process.ts'
import { IMPORTED_UNITS, importMany } from './writer.ts'

const WRITER = join(import.meta.dirname, 'writer.ts')
const folder = mkdtempSync(join(tmpdir(), 'songma-kill-'))
after(() => rmSync(folder, { recursive: true, force: true }))

async function look<T>(work: (house: House) => Promise<T>): Promise<T> {
  const house = await openDatabase(readConfig({}, '/', folder))
  try {
    const { differences } = await auditCheck.run(house.db)
    assert.deepEqual(differences, [])
    return await work(house)
  } finally {
    await house.close()
  }
}

test('killed while the database is being made, it is made anew', async () => {
  const writer = startProcess([WRITER, folder, 'saves'])
  await sleep(1_000)
  await writer.end('SIGKILL')
  assert.doesNotMatch(writer.out(), /saved/)
})

for (const [attempt, delayMs] of [0, 130, 370].entries())
  test(`killed in the middle of saves (${attempt + 1})`, async () => {
    const writer = startProcess([WRITER, folder, 'saves'])
    await writer.says(/saved 1\n/)
    await sleep(delayMs)
    await writer.end('SIGKILL')
    const acknowledged = [...writer.out().matchAll(/saved (\d+)\n/g)].map(([, number]) => Number(number))
    assert.ok(acknowledged.length > 0)

    const found = await look(async ({ db }) => {
      const { rows } = await sql<{ number: number; parts: number; audited: number }>`
        select i.rows as number, count(*) as parts, count(e.seq) as audited
        from imports i left join audit_entries e on e.subject = i.file_name || ' ' || i.rows
        where i.file_name = ${`${writer.process.pid}`} group by i.rows order by i.rows`.execute(db)
      return rows
    })
    for (const { number, parts, audited } of found) assert.deepEqual([number, parts, audited], [number, 2, 2])
    const last = acknowledged.at(-1)!
    assert.deepEqual(
      found.map(({ number }) => number).filter((number) => number <= last),
      acknowledged,
    )
    assert.ok(found.length <= last + 1, 'at most the one under way was committed without a word')
  })

/** Imports that went through before the signal: their audit entries stay for ever. */
const wentThrough = { count: 0 }
for (const [attempt, delayMs] of [0, 200].entries())
  test(`killed in the middle of an import (${attempt + 1})`, async () => {
    const writer = startProcess([WRITER, folder, 'import'])
    await writer.says(/began/)
    await sleep(delayMs)
    await writer.end('SIGKILL')
    await look(async ({ db, transact }) => {
      const { rows } = await sql<{ units: number; states: number; entries: number }>`
        select (select count(*) from units) as units, (select count(*) from unit_states) as states,
               (select count(*) from audit_entries where action = 'import.units') as entries`.execute(db)
      const wasCommitted = rows[0]!.units > 0
      if (wasCommitted) wentThrough.count += 1
      const count = wasCommitted ? IMPORTED_UNITS : 0
      assert.deepEqual(rows[0], { units: count, states: count, entries: wentThrough.count })
      assert.ok(wasCommitted || !/done/.test(writer.out()), 'what was acknowledged is there')
      for (const table of ['units', 'unit_states', 'unit_tree'])
        await transact((tx) => sql`truncate ${sql.table(table)} cascade`.execute(tx))
    })
  })

test('and afterwards an import goes through as ever', async () => {
  const { created } = await look((house) => importMany(house, () => {}))
  assert.equal(created, IMPORTED_UNITS)
})
