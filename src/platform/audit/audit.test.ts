import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Tx } from '#platform/db/db.ts'
import { OPERATOR } from '#platform/http/endpoint.ts'
import { type Scratch, scratchHouse } from '../../../test/scratch.ts'
import { findBreak } from './chain.ts'
import { auditCheck } from './check.ts'
import { readAudit, writeAudit } from './store.ts'

const AT = new Date('2022-01-15T02:03:04.056Z')
const CLERK = { id: 7, name: 'văn "phòng"|\\' }

async function write(house: Scratch, count = 3) {
  await house.transact(async (tx) => {
    for (let n = 1; n <= count; n++)
      await writeAudit(tx, n % 2 ? CLERK : OPERATOR, AT, {
        action: 'unit.rename',
        subject: `unit/${n}\nxã Nà Nghịu`,
        ...(n % 2 && { unitId: n }),
        details: { before: { tên: 'Thị trấn Sông Mã' }, after: [1.5, null] },
      })
  })
}

/** What somebody with all rights on the server could do. */
async function forge(house: Scratch, work: (tx: Tx) => Promise<unknown>) {
  await house.transact(async (tx) => {
    await sql`alter table audit_entries disable trigger user`.execute(tx)
    await work(tx)
    await sql`alter table audit_entries enable trigger user`.execute(tx)
  })
}

describe('the audit log', () => {
  test('holds together: the hashes of the database are those that the published rule gives', async () => {
    await using house = await scratchHouse()
    await write(house, 5)
    assert.deepEqual(await auditCheck.run(house.db), { checked: 5, differences: [] })
  })

  test('is exported as lines that a third party can check without this software', async () => {
    await using house = await scratchHouse()
    await write(house)
    const lines = (await Array.fromAsync(readAudit(house.db))).map((line) => JSON.stringify(line))
    const read = lines.map((line) => JSON.parse(line))
    assert.deepEqual(
      read.map((entry, i) => findBreak(entry, read[i - 1])),
      [null, null, null],
    )
    assert.equal(read[0].at, '2022-01-15T02:03:04.056Z')
    assert.equal(read[0].actor, CLERK.name)
    assert.equal(read[1].actorId, null)
  })

  for (const [what, statement] of [
    ['an update', `update audit_entries set actor = 'x'`],
    ['a deletion', 'delete from audit_entries'],
    ['a truncation', 'truncate audit_entries'],
  ] as const)
    test(`is kept by the database against ${what}`, async () => {
      await using house = await scratchHouse()
      await write(house)
      await assert.rejects(
        house.transact((tx) => sql.raw(statement).execute(tx)),
        /audit entries are never changed or removed/,
      )
      assert.equal((await auditCheck.run(house.db)).checked, 3)
    })

  test('names the entry that was changed behind its back', async () => {
    await using house = await scratchHouse()
    await write(house)
    await forge(house, (tx) =>
      tx.updateTable('audit_entries').set({ details: '{}' }).where('seq', '=', 2).execute(),
    )
    assert.deepEqual((await auditCheck.run(house.db)).differences, [{ seq: 2, fault: 'hash' }])
  })

  test('names the place where an entry was taken out', async () => {
    await using house = await scratchHouse()
    await write(house)
    await forge(house, (tx) => tx.deleteFrom('audit_entries').where('seq', '=', 2).execute())
    assert.deepEqual((await auditCheck.run(house.db)).differences, [{ seq: 3, fault: 'gap' }])
  })

  test('names the entry that no longer follows the one before, when that one was rewritten with a fitting hash', async () => {
    await using house = await scratchHouse()
    await write(house)
    await forge(house, (tx) =>
      sql`update audit_entries e set actor = 'x', hash = audit_entry_hash(
            (select row(r.*)::audit_entries from (select seq, at, actor_id, 'x' as actor, acting_for, action, subject,
              unit_id, details, previous_hash, hash from audit_entries where seq = 1) r)) where seq = 1`.execute(
        tx,
      ),
    )
    assert.deepEqual((await auditCheck.run(house.db)).differences, [{ seq: 2, fault: 'previousHash' }])
  })
})
