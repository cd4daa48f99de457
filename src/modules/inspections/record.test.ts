// A visit is sent from a phone, maybe twice, maybe late, maybe after somebody else.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { markComplete, noteReceived } from '#platform/files/kept/store.ts'
import {
  answerOf,
  finding,
  inspectionHouse,
  makeDuty,
  pathOf,
  plan,
  RECORD,
  recorded,
} from '../../../test/inspection-house.ts'
import type { Visit } from './api/visits.ts'

const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code
const faultsOf = async (answer: Response) =>
  ((await answer.json()) as { errors: { path: string }[] }).errors.map(({ path }) => path)

describe('recording a visit', () => {
  test('says who went, where, and what was found; the unit reads it, another does not', async () => {
    await using house = await inspectionHouse()
    const position = { lat: 21.05123, lon: 103.7021, accuracyM: 12 }
    const { list } = await plan(house)
    const draft = { ...RECORD, position, met: ['Cà Thị Bình, bí thư'], findings: [finding()] }
    const visit: Visit = await answerOf(await house.as('verifier').put(pathOf(list[0]!), draft))
    assert.deepEqual(visit.record?.position, position)
    assert.deepEqual(
      visit.found.map(({ state, text }) => [state, text]),
      [['noted', 'Chưa có sổ theo dõi']],
    )
    assert.deepEqual(visit.may, ['record', 'recheck'])
    assert.equal((await house.auditActions()).at(-1), 'inspection.record')

    const seen: Visit = await answerOf(await house.as('officer').get(pathOf(visit)))
    assert.equal(seen.found.length, 1)
    assert.deepEqual(seen.may, [])
    assert.equal((await house.as('outsider').get(pathOf(visit))).status, 403)
    assert.equal((await house.as('officer').put(pathOf(visit), draft)).status, 403)
  })

  test('sent again under its key it is done once; what it finds keeps its name when it is written over', async () => {
    await using house = await inspectionHouse()
    const { list } = await plan(house)
    const found = finding()
    const send = (findings: object[], key: string) =>
      house.as('verifier').put(pathOf(list[0]!), { ...RECORD, findings }, { 'idempotency-key': key })
    const first: Visit = await answerOf(await send([found], 'a'))
    const again: Visit = await answerOf(await send([found], 'a'))
    assert.deepEqual(again, first)
    assert.equal((await house.auditActions()).filter((action) => action === 'inspection.record').length, 1)
    const later: Visit = await answerOf(
      await send([finding({ text: 'Khác' }), { ...found, text: 'Sửa' }], 'b'),
    )
    assert.deepEqual(
      later.found.map(({ text }) => text),
      ['Khác', 'Sửa'],
    )
    assert.equal(later.found[1]!.id, first.found[0]!.id)
  })

  test('against an older version it is refused as a conflict', async () => {
    await using house = await inspectionHouse()
    const { list } = await plan(house)
    const path = pathOf(list[0]!)
    const seen = (await house.as('verifier').get(path)).headers.get('etag')!
    await answerOf(await house.as('verifier').put(path, RECORD, { 'if-match': seen }))
    const stale = await house.as('office').put(path, RECORD, { 'if-match': seen })
    assert.deepEqual([stale.status, await codeOf(stale)], [412, 'inspection.stale'])
  })

  test('is not before its day, nor of a file of another unit', async () => {
    await using house = await inspectionHouse()
    const { list } = await plan(house)
    const send = (change: object) => house.as('verifier').put(pathOf(list[0]!), { ...RECORD, ...change })
    assert.deepEqual(await faultsOf(await send({ visitedOn: '2022-03-11' })), ['visitedOn'])
    const file = await house
      .as('office')
      .post('/api/v1/files', { name: 'anh.jpg', bytes: 3, unit: 'B' })
      .then((answer) => answerOf<{ id: string }>(answer))
    const proved = { sha256: '0'.repeat(64), mediaType: 'image/jpeg', width: 1, height: 1 }
    await house.transact(async (tx) => {
      await noteReceived(tx, file.id, 3, house.clock.now)
      await markComplete(tx, file.id, proved, house.clock.now)
    })
    const strange = await send({ findings: [finding({ files: [file.id] })] })
    assert.deepEqual(await faultsOf(strange), ['findings.0.files'])
    const { list: others } = await plan(house)
    const own = await house.as('office').put(pathOf(others[1]!), { ...RECORD, files: [file.id] })
    assert.deepEqual((await answerOf<Visit>(own)).record?.files[0]?.name, 'anh.jpg')
  })

  test('a finding with a duty stays as it is; others go', async () => {
    await using house = await inspectionHouse()
    const kept = finding()
    const visit = await recorded(house, [kept, finding({ text: 'Nhầm' })])
    await makeDuty(house, visit.found[0]!)
    const send = (findings: object[]) => house.as('verifier').put(pathOf(visit), { ...RECORD, findings })
    assert.deepEqual(await faultsOf(await send([])), ['findings'])
    assert.deepEqual(await faultsOf(await send([{ ...kept, severity: 'remark' }])), ['findings'])
    assert.equal((await answerOf<Visit>(await send([kept]))).found.length, 1)
  })

  test('a cancelled one is not recorded', async () => {
    await using house = await inspectionHouse()
    const visits = [{ unit: 'A', plannedOn: '2022-03-01', cancelledBecause: 'Mưa lũ' }]
    const { list } = await plan(house, { visits })
    const refused = await house.as('verifier').put(pathOf(list[0]!), RECORD)
    assert.equal(await codeOf(refused), 'inspection.cancelled')
  })
})
