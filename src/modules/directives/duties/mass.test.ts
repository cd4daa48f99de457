// A duty to every commune of the country at once.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unitByCode } from '#modules/organisation/index.ts'
import { testHouse } from '../../../../test/house.ts'
import { registerDirective } from '../index.ts'
import { issueDuty } from './issue.ts'
import { settleSteps } from './steps.ts'

test('3,321 units are asked, and their steps settled, in statements and not one by one', async () => {
  await using house = await testHouse()
  const communes = Array.from({ length: 3_321 }, (_, n) => `C${n},Xã ${n},xã,P,,`)
  await house.bring(
    'units',
    `code,name,kind,parent_code,valid_from,valid_to\nP,Tỉnh,tỉnh,,,\n${communes.join('\n')}\n`,
  )
  const day = '2022-01-15'
  const keeperUnitId = (await unitByCode(house.db, 'P', { startsOn: day, endsOn: day }))!.id
  const draft = { number: '12-KH/TU', type: 'plan', issuer: null, issuedOn: '2021-01-04', excerpt: 'x' }
  const doing = { by: 'x', at: house.clock.now, today: day }
  const { id } = await house.transact((tx) => registerDirective(tx, { ...draft, keeperUnitId }, doing))
  const repeats = { repeats: 'quarter', dueOn: '2022-03-31', lastDueOn: '2022-12-31' } as const
  const to = { by: 'below', unit: 'P' } as const
  const started = performance.now()
  const made = await house.transact((tx) =>
    issueDuty(tx, id, { task: 't', product: 'report', to, ...repeats }, doing),
  )
  assert.deepEqual([made.units, made.occurrences.length], [3_321, 13_284])
  await house.transact((tx) => settleSteps(tx, id, 'all'))
  const took = performance.now() - started
  assert.ok(took < 15_000, `${took} ms`)
})
