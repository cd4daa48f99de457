import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AuditLine, findBreak } from '#platform/audit/chain.ts'
import { translator } from '#platform/i18n/translate.ts'
import { COUNTRY, testHouse } from '../../test/house.ts'
import { auditCommand } from './audit.ts'
import type { CommandContext } from './command.ts'

test('audit: each entry a line that fits to the one before, and the last hash to keep elsewhere', async () => {
  await using house = await testHouse()
  await house.bring('units', COUNTRY)
  await house.bring('units', COUNTRY.replace('Xã Nà Nghịu', 'Phường Nà Nghịu'))
  const lines: AuditLine[] = []
  const documents: unknown[] = []
  const notes: string[] = []
  const context = {
    house,
    t: translator('en'),
    out: (text: string) => lines.push(JSON.parse(text)),
    json: (value: unknown) => documents.push(value),
    note: (text: string) => notes.push(text),
  } as Partial<CommandContext> as CommandContext

  if (auditCommand.needs !== 'database') throw new Error('audit reads the database')
  assert.equal(await auditCommand.run(context), 0)
  assert.equal(lines.length, 2)
  assert.deepEqual(
    lines.map((line, i) => findBreak(line, lines[i - 1])),
    [null, null],
  )
  assert.deepEqual(documents, [{ entries: 2, hash: lines[1]!.hash }])
  assert.ok(notes[0]!.includes(lines[1]!.hash))
})
