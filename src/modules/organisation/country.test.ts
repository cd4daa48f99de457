// The real country, where its files are at hand: SONGMA_COUNTRY names the folder with country-units.csv and
// country-succession.csv. They are not part of the project; without them these tests are passed over.

import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { Big } from '#kernel/decimal.ts'
import { OPERATOR } from '#platform/http/endpoint.ts'
import { translator } from '#platform/i18n/translate.ts'
import { importFiles } from '#platform/imports/import-files.ts'
import { scratchHouse } from '../../../test/scratch.ts'
import {
  countUnits,
  land,
  loadSuccession,
  loadTree,
  organisationChecks,
  organisationFormats,
  unitByCode,
} from './index.ts'

const FOLDER = process.env.SONGMA_COUNTRY
const [UNITS, SUCCESSION] = ['country-units.csv', 'country-succession.csv']

async function openCountry(...commands: string[][]) {
  const house = await scratchHouse()
  const bring = (names: string[]) =>
    importFiles(
      house,
      names.map((name) => ({ name, path: join(FOLDER!, name) })),
      {
        formats: organisationFormats,
        format: undefined,
        dryRun: false,
        keepGood: false,
        actor: OPERATOR,
        now: new Date('2026-05-01T00:00:00Z'),
        today: '2026-05-01',
        t: translator('en'),
      },
    )
  for (const names of commands) assert.deepEqual((await bring(names)).rejected, [])
  const on = (day: string) => loadTree(house.db, day)
  const idOn = async (code: string, day: string) =>
    (await unitByCode(house.db, code, { startsOn: day, endsOn: day }))?.id
  return Object.assign(house, { bring, on, idOn })
}

describe('the country of 2024 to 2026', { skip: !FOLDER }, () => {
  const orders = [[[UNITS!, SUCCESSION!]], [[SUCCESSION!, UNITS!]], [[UNITS!], [SUCCESSION!]]]
  for (const commands of orders)
    test(`counts as it did, imported as ${JSON.stringify(commands)}`, async () => {
      await using house = await openCountry(...commands)
      const levels = async (day: string) => countUnits(await house.on(day)).byLevel
      assert.deepEqual(await levels('2024-01-01'), { 1: 63, 2: 705, 3: 10_598 })
      assert.deepEqual(await levels('2025-06-30'), { 1: 63, 2: 696, 3: 10_035 })
      assert.deepEqual(await levels('2025-07-01'), { 1: 34, 2: 3_321 })
      const { byKind } = countUnits(await house.on('2025-07-01'))
      assert.deepEqual([byKind.xã, byKind.phường, byKind['đặc khu']], [2_621, 687, 13])
      const [check] = organisationChecks
      assert.deepEqual((await check!.run(house.db)).differences, [])
    })

  test('is unchanged by the same files', async () => {
    await using house = await openCountry([UNITS!, SUCCESSION!])
    const again = await house.bring([UNITS!, SUCCESSION!])
    assert.deepEqual([again.created, again.changed, again.unchanged], [0, 0, 15_334 + 10_647])
  })

  test('keeps ten xã that became phường, and apart what only shares a code', async () => {
    await using house = await openCountry([UNITS!, SUCCESSION!])
    const [before, after] = [await house.on('2026-04-29'), await house.on('2026-04-30')]
    const retyped = [...after.units.values()].filter(
      ({ id, kind }) => kind === 'phường' && before.units.get(id)?.kind === 'xã',
    )
    assert.equal(retyped.length, 10)
    for (const code of ['04204', '04168', '04075'])
      assert.notEqual(await house.idOn(code, '2025-06-30'), await house.idOn(code, '2025-07-01'))
    assert.equal(await house.idOn('14', '2025-06-30'), await house.idOn('14', '2025-07-01'))
  })

  test('restates every old commune: nothing guessed, nothing lost', async () => {
    await using house = await openCountry([UNITS!, SUCCESSION!])
    const [then, now] = [await house.on('2025-06-30'), await house.on('2025-07-01')]
    const succession = await loadSuccession(house.db)
    const communes = [...then.units.values()].filter((unit) => unit.level === 3)
    const landings = communes.map(({ id }) => land(id, succession, now))
    const split = landings.filter((landing) => landing.kind === 'unknown')
    assert.equal(split.length, 447)
    for (const { at, successors } of split) {
      assert.ok(successors.length > 1 && at !== null)
      assert.ok(successors.every((unit) => now.subtree(at).includes(unit)))
    }
    const known = landings.flatMap((landing) => (landing.kind === 'shares' ? [landing.parts] : []))
    for (const parts of known)
      assert.equal(parts.reduce((sum, part) => sum.plus(part.share), new Big(0)).toFixed(), '1')
    assert.equal(landings.filter((landing) => landing.kind === 'same').length, 132)
    assert.equal(known.length + split.length + 132, 10_035)
  })
})
