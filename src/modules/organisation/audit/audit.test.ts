import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { entryHash } from '#platform/audit/chain.ts'
import { writeAudit } from '#platform/audit/store.ts'
import { COUNTRY, type TestHouse, testHouse } from '../../../../test/house.ts'
import { unitByCode } from '../store/lookup.ts'

async function houseWithTraces(): Promise<TestHouse> {
  const house = await testHouse()
  await house.bring('units', COUNTRY)
  await house.bring(
    'indicators',
    'code,name,unit_of_measure,across_units,across_time\nlongan,Nhãn,ha,sum,sum\n',
  )
  await house.bring('values', 'indicator,unit_code,period,value\nlongan,A,2021,1\nlongan,B,2021,2\n')
  return house
}

const entriesOf = async (answer: Response) =>
  (await answer.json()) as {
    entries: { seq: number; action: string; unit: { code: string } | null }[]
    nextBefore: number | null
  }

describe('the audit log', () => {
  test('is read newest first, page by page, by action and by person', async () => {
    await using house = await houseWithTraces()
    const auditor = house.as('auditor')
    const all = await entriesOf(await auditor.get('/api/v1/audit'))
    assert.ok(all.entries.length >= 3)
    assert.deepEqual(
      all.entries.map(({ seq }) => seq),
      [...all.entries.map(({ seq }) => seq)].sort((a, b) => b - a),
    )
    const first = await entriesOf(await auditor.get('/api/v1/audit?limit=1'))
    const second = await entriesOf(await auditor.get(`/api/v1/audit?limit=1&before=${first.nextBefore}`))
    assert.deepEqual(
      [first.entries[0]!.seq, second.entries[0]!.seq],
      [all.entries[0]!.seq, all.entries[1]!.seq],
    )
    const imports = await entriesOf(await auditor.get('/api/v1/audit?action=import'))
    assert.ok(
      imports.entries.length >= 3 && imports.entries.every(({ action }) => action.startsWith('import.')),
    )
    assert.deepEqual((await entriesOf(await auditor.get('/api/v1/audit?who=nobody-here'))).entries, [])
    assert.deepEqual((await entriesOf(await auditor.get('/api/v1/audit?from=2030-01-01'))).entries, [])
  })

  test('of a unit holds what was done there and below, and nothing of its neighbours', async () => {
    await using house = await houseWithTraces()
    await house.transact(async (tx) => {
      for (const code of ['A', 'B']) {
        const unit = await unitByCode(tx, code, { startsOn: '2022-01-01', endsOn: '2022-01-01' })
        const entry = { action: 'report.save' as const, subject: `report:x/${code}`, unitId: unit!.id }
        await writeAudit(tx, { id: null, name: 'someone' }, house.clock.now, entry)
      }
    })
    const found = await entriesOf(await house.as('auditor', 'D1').get('/api/v1/audit?unit=D1'))
    assert.deepEqual(
      found.entries.map(({ unit }) => unit?.code),
      ['A'],
    )
    assert.equal((await house.as('auditor', 'D1').get('/api/v1/audit')).status, 403)
    assert.equal((await house.as('auditor', 'D1').get('/api/v1/audit?unit=B')).status, 403)
    assert.equal((await house.as('auditor', 'D1').get('/api/v1/audit?unit=nowhere')).status, 403)
  })

  test('leaves as lines that anybody can check, and as a sheet in which nothing is a formula', async () => {
    await using house = await houseWithTraces()
    const auditor = house.as('auditor')
    const lines = await (await auditor.get('/api/v1/audit/export?format=ndjson')).text()
    const entries = lines
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    assert.ok(entries.length >= 3)
    for (const entry of entries) assert.equal(entryHash(entry), entry.hash)
    const csv = await (await auditor.get('/api/v1/audit/export')).text()
    assert.equal(csv.trim().split('\r\n').length, entries.length + 1)
    assert.doesNotMatch(csv, /,"[=+@]/)
  })

  test('says whether its chain holds', async () => {
    await using house = await houseWithTraces()
    const answer = (await (await house.as('auditor').get('/api/v1/audit/check')).json()) as {
      ok: boolean
      checked: number
    }
    assert.equal(answer.ok, true)
    assert.ok(answer.checked >= 3)
  })
})
