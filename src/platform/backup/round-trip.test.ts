// What goes into a backup comes out of it, byte for byte, on either engine and from one to the other.

import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { openTestDatabase } from '../../../test/database.ts'
import { auditCheck } from '../audit/check.ts'
import { writeAudit } from '../audit/store.ts'
import { readConfig } from '../config.ts'
import type { House } from '../db/house.ts'
import { openDatabase } from '../db/open.ts'
import { appendContent, readWhole } from '../files/kept/content.ts'
import { insertFile } from '../files/kept/store.ts'
import { readBackup } from './read.ts'
import { restoreBackup } from './restore.ts'
import { writeBackup } from './write.ts'

const folder = mkdtempSync(join(tmpdir(), 'songma-backup-'))
const at = new Date('2022-01-15T02:00:00Z')
const [first, second] = [join(folder, 'first.gz'), join(folder, 'second.gz')]
/** Every byte there is, in pieces and lines longer than what is read at once. */
const PHOTO = Buffer.from(Array.from({ length: 300_000 }, (_, n) => (n * 7) % 256))
const quiet = { force: false, progress: () => {} }
const embedded = readConfig({}, folder, 'restored')
const source = await openTestDatabase()

before(async () => {
  await fillOddly(source)
  await writeBackup(source, first, at, () => {})
})
after(async () => {
  await source.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Values that a careless backup would bend: long decimals, open dates, jsonb, bytes, identities with a gap, a ring of rows. */
async function fillOddly({ transact }: House): Promise<void> {
  await transact(async (tx) => {
    await sql`insert into units (begins_on, ends_on) values (default, default), ('2025-07-01', 'infinity')`.execute(
      tx,
    )
    await sql`delete from units where id = 2`.execute(tx)
    await sql`insert into unit_states (unit_id, hierarchy, code, name, kind, parent_id, valid_from, valid_to)
      values (1, 'state', '04198', ${'Xã Nà Nghịu "cũ"\n'}, 'xã', 1, '-infinity', 'infinity')`.execute(tx)
    await sql`insert into indicator_values (indicator_id, period_id, unit_id, breakdown_id, approved, submitted)
      values (1, 1, 1, 0, 12345678901234567890.0123456789, 1.10)`.execute(tx)
    await sql`insert into rollup_pending (period_id, indicator_ids) values (1, '{3,1,2}')`.execute(tx)
    const about = { id: 'f', unitId: 1, name: 'Nhà.jpg', bytes: PHOTO.length, sha256: null, takenAt: at }
    await insertFile(tx, { ...about, position: { lat: 21.05, lon: 103.74, accuracyM: 8 } }, 'donvi', at)
    await appendContent(tx, 'f', 'original', 0, PHOTO)
    const details = { b: [1.5, null], a: 'đơn vị \u0001' }
    await writeAudit(tx, { id: null, name: 'songma' }, at, { action: 'test.one', subject: 'A', details })
    await writeAudit(tx, { id: null, name: 'songma' }, at, { action: 'test.two', subject: 'B' })
  })
}

const contentOf = (file: string) => gunzipSync(readFileSync(file)).toString()

describe('a backup', () => {
  test('is restored into an embedded database as it was, decimals, hashes and next numbers included', async () => {
    const told = await restoreBackup(embedded, first, quiet)
    const restored = await openDatabase(embedded)
    try {
      await writeBackup(restored, second, at, () => {})
      assert.equal(contentOf(second), contentOf(first))
      assert.equal(
        told.rows,
        contentOf(first)
          .split('\n')
          .filter((line) => line.startsWith('{')).length,
      )
      assert.match(contentOf(first), /12345678901234567890\.0123456789/)

      const { checked, differences } = await auditCheck.run(restored.db)
      assert.deepEqual([checked, differences], [2, []])
      assert.deepEqual(await readWhole(restored.db, 'f', 'original'), PHOTO)
      const next = await restored.db
        .insertInto('units')
        .defaultValues()
        .returning('id')
        .executeTakeFirstOrThrow()
      assert.equal(next.id, 3)
      await assert.rejects(sql`delete from audit_entries`.execute(restored.db), /never changed or removed/)
      await assert.rejects(
        sql`update unit_states set parent_id = 99`.execute(restored.db),
        (error: { constraint?: string }) => error.constraint === 'unit_states_parent_id_fkey',
      )
    } finally {
      await restored.close()
    }
  })

  const onServer = process.env.DATABASE_URL !== undefined
  if (onServer)
    test('goes back into the kind of database it came from', async () => {
      await using target = {
        ...(await openTestDatabase()),
        async [Symbol.asyncDispose]() {
          await this.close()
        },
      }
      await restoreBackup(target.config, second, quiet)
      const third = join(folder, 'third.gz')
      await writeBackup(target, third, at, () => {})
      assert.equal(contentOf(third), contentOf(first))
      await assert.rejects(restoreBackup(target.config, second, quiet), { code: 'backup.notEmpty' })
      await restoreBackup(target.config, second, { ...quiet, force: true })
    })
})

describe('a restore is refused, and what is there stays,', () => {
  const refused = async (file: string, code: string, force = true) => {
    await assert.rejects(restoreBackup(embedded, file, { ...quiet, force }), { code })
    const house = await openDatabase(embedded)
    try {
      const { count } = await house.db
        .selectFrom('audit_entries')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      assert.equal(count, 2)
    } finally {
      await house.close()
    }
  }
  const changed = (name: string, change: (lines: string[]) => string[]) => {
    const file = join(folder, name)
    writeFileSync(file, gzipSync(change(contentOf(first).split('\n')).join('\n')))
    return file
  }

  test('when the database is in use already', () => refused(first, 'backup.notEmpty', false))

  test('when the file is missing', () => refused(join(folder, 'missing'), 'backup.unreadable'))

  test('when the file is no backup', async () => {
    writeFileSync(join(folder, 'text'), 'code,name\n')
    await refused(join(folder, 'text'), 'backup.notABackup')
    await refused(
      changed('csv.gz', () => ['code,name', 'A,B']),
      'backup.notABackup',
    )
  })

  test('when the bytes break off', async () => {
    const cut = join(folder, 'cut.gz')
    writeFileSync(cut, readFileSync(first).subarray(0, -100))
    await refused(cut, 'backup.incomplete')
  })

  test('when a later version made it', () =>
    refused(
      changed('later.gz', ([head, ...rest]) => [
        head!.replace(/"schema":"[^"]*"/, '"schema":"29991231-01-fly"'),
        ...rest,
      ]),
      'backup.newer',
    ))
})

test('a backup that ends between two lines is told from a whole one', async () => {
  const short = join(folder, 'short.gz')
  writeFileSync(short, gzipSync(contentOf(first).split('\n').slice(0, -2).join('\n')))
  await assert.rejects(Array.fromAsync(readBackup(short)), { code: 'backup.incomplete' })
})

test('a backup of an earlier version is brought up to date', async () => {
  const early = join(folder, 'early.gz')
  const [top, ...tables] = contentOf(first).split(/^(?=\["table"|\["end")/m)
  const head = top!.replace(/"schema":"[^"]*"/, '"schema":"20261122-02-create-accounts"')
  const known = tables.filter((table) => /^\["table",\{"name":"(accounts|audit_entries)"/.test(table))
  writeFileSync(early, gzipSync([head, ...known, '["end",{"rows":2}]\n'].join('')))

  assert.equal((await restoreBackup(embedded, early, { ...quiet, force: true })).rows, 2)
  const house = await openDatabase(embedded)
  const { differences } = await auditCheck.run(house.db)
  const units = await house.db.selectFrom('units').selectAll().execute()
  await house.close()
  assert.deepEqual([differences, units], [[], []])
})

test('killed between putting the old database away and the new one in its place, the old one holds', async () => {
  renameSync(join(embedded.dataDir, 'database'), join(embedded.dataDir, 'database.old'))
  const house = await openDatabase(embedded)
  const { checked } = await auditCheck.run(house.db)
  await house.close()
  assert.equal(checked, 2)
})
