// Many who record sessions of one unit and month at the same time: nobody's is left out of the count. On PostgreSQL
// they really meet.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { saveIndicators } from '#modules/indicators/index.ts'
import { unitsFormat } from '#modules/organisation/index.ts'
import type { House } from '#platform/db/house.ts'
import { OPERATOR } from '#platform/http/endpoint.ts'
import { translator } from '#platform/i18n/translate.ts'
import { importFiles } from '#platform/imports/import-files.ts'
import { COUNTRY } from '../../../../test/house.ts'
import { keptHouse } from '../../../../test/scratch.ts'
import { insertDirective } from '../../../../test/study-house.ts'
import { recordOne } from './record.ts'
import { STUDY_ATTENDED, studyCheck } from './sources.ts'

const RECORDERS = 8
const CAME = {
  code: 'came',
  name: 'Số lượt người dự quán triệt',
  nameEn: null,
  unitOfMeasure: 'lượt',
  acrossUnits: 'sum' as const,
  weight: null,
  acrossTime: 'sum' as const,
  formula: null,
  minimum: null,
  breakdown: null,
  source: STUDY_ATTENDED,
}

/** As many directives as recorders: under one directive they would wait for each other anyway. */
async function settle(house: House, now: Date): Promise<number[]> {
  await importFiles(house, [{ name: 'units.csv', body: new Blob([COUNTRY]).stream() }], {
    formats: [unitsFormat],
    format: unitsFormat,
    dryRun: false,
    keepGood: false,
    actor: OPERATOR,
    now,
    today: '2022-01-15',
    t: translator('en'),
  })
  await house.transact((tx) => saveIndicators(tx, [CAME]))
  const numbers = Array.from({ length: RECORDERS }, (_, n) => `${n + 1}-KL/TW`)
  return house.transact(async (tx) => {
    const ids: number[] = []
    for (const number of numbers) ids.push(Number(await insertDirective(tx, { number })))
    return ids
  })
}

test('sessions recorded at once all count', async () => {
  const house = await keptHouse()
  const at = new Date('2022-01-15T02:00:00Z')
  const directiveIds = await settle(house, at)
  const recording = { by: 'x', at, today: '2022-01-15', mayAt: async () => true }
  const attendance = [{ kind: 'people' as const, invited: 3, attended: 2 }]
  const row = { unit: 'A', heldOn: '2021-06-10', form: 'online', attendance }
  // The first brings the period; after it nothing but the count itself keeps them apart
  for (const among of [directiveIds.slice(0, 1), directiveIds.slice(1)])
    await Promise.all(
      among.map((directiveId) => house.transact((tx) => recordOne(tx, { directiveId, ...row }, recording))),
    )
  const { differences, checked } = await studyCheck.run(house.db)
  assert.deepEqual([checked, differences], [1, []])
})
