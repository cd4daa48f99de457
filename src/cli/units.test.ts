import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { translator } from '#platform/i18n/translate.ts'
import { COUNTRY, testHouse } from '../../test/house.ts'
import { type CommandContext, type Options, UsageError } from './command.ts'
import { unitsCommand } from './units.ts'

const DIVIDED = COUNTRY.replace('B,Xã Mường Bú,xã,D2,,', 'B,Xã Mường Bú,xã,D2,,2024-12-31')

/** Runs the command in a small country; what it printed, and the one document of --json. */
async function units(options: Options) {
  await using house = await testHouse()
  await house.bring('units', DIVIDED)
  const lines: string[] = []
  const documents: unknown[] = []
  const context = {
    house,
    options,
    t: translator('en'),
    now: () => new Date('2024-06-01T00:00:00Z'),
    out: (text: string) => lines.push(text),
    json: (value: unknown) => documents.push(value),
  } as Partial<CommandContext> as CommandContext
  if (unitsCommand.needs !== 'database') throw new Error('units reads the database')
  const exit = await unitsCommand.run(context)
  return { exit, lines, document: documents[0] as Record<string, unknown> }
}

describe('songma units', () => {
  test('prints the tree of the day, each level set in', async () => {
    const { exit, lines } = await units({ on: '2025-01-01' })
    assert.equal(exit, 0)
    assert.deepEqual(lines, [
      'P Tỉnh Sơn La',
      '  D1 Huyện Sông Mã',
      '    A Xã Nà Nghịu',
      '    A2 Xã Chiềng Cang',
      '  D2 Huyện Mường La',
    ])
  })

  test('takes today when no day is given', async () => {
    const { document } = await units({})
    assert.equal(document.on, '2024-06-01')
    assert.equal((document.units as unknown[]).length, 6)
  })

  test('counts by level and by kind', async () => {
    const { lines, document } = await units({ on: '2024-12-31', count: true })
    assert.deepEqual(document, {
      on: '2024-12-31',
      total: 6,
      byLevel: { 1: 1, 2: 2, 3: 3 },
      byKind: { xã: 3, huyện: 2, tỉnh: 1 },
    })
    assert.equal(lines[0], 'On 2024-12-31: 6 units')
    assert.deepEqual(lines.slice(1, 3), ['  level 1: 1', '  level 2: 2'])
  })

  test('refuses what is no day as wrong usage, and a hierarchy that nobody knows', async () => {
    await assert.rejects(units({ on: '2025-02-30' }), UsageError)
    await assert.rejects(units({ hierarchy: 'party' }), { code: 'organisation.treeNotFound' })
  })
})
