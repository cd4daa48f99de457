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

async function settle(house: House, now: Date): Promise<number> {
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
  return Number(await house.transact((tx) => insertDirective(tx)))
}

test('sessions recorded at once all count', async () => {
  const house = await keptHouse()
  const at = new Date('2022-01-15T02:00:00Z')
  const directiveId = await settle(house, at)
  const recording = { by: 'x', at, today: '2022-01-15', mayAt: async () => true }
  const attendance = [{ kind: 'people' as const, invited: 3, attended: 2 }]
  const record = (n: number) => {
    const row = { unit: 'A', cell: `Tổ ${n}`, heldOn: '2021-06-10', form: 'online', attendance }
    return house.transact((tx) => recordOne(tx, { directiveId, ...row }, recording))
  }
  await Promise.all(Array.from({ length: RECORDERS }, (_, n) => record(n)))
  const { differences, checked } = await studyCheck.run(house.db)
  assert.deepEqual([checked, differences], [1, []])
})
