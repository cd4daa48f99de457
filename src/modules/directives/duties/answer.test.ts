import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unitByCode } from '#modules/organisation/index.ts'
import { COUNTRY, testHouse } from '../../../../test/house.ts'
import { registerDirective } from '../index.ts'
import { issueDuty } from './issue.ts'

test('an answer must link what its kind asks for, and only what is the unit’s own', async () => {
  await using house = await testHouse()
  await house.bring('units', COUNTRY)
  const doing = { by: 'vanphong', at: house.clock.now, today: '2022-01-15' }
  const register = async (number: string, unit: string) => {
    const days = { startsOn: '2021-06-01', endsOn: '2021-06-01' }
    const keeperUnitId = (await unitByCode(house.db, unit, days))!.id
    const draft = { number, type: 'plan', keeperUnitId, issuer: null, issuedOn: '2021-06-01', excerpt: 'x' }
    return (await house.transact((tx) => registerDirective(tx, draft, doing))).id
  }
  const asked = { task: 't', product: 'report', dueOn: null, to: { by: 'below', unit: 'D1' } } as const
  const directive = await register('12-KH/HU', 'D1')
  const { occurrences } = await house.transact((tx) => issueDuty(tx, directive, asked, doing))
  const theirs = String(await register('09-BC/ĐU', 'A2'))
  const mine = String(await register('10-BC/ĐU', 'A'))
  const send = async (draft: object) => {
    const at = `/api/v1/duties/${occurrences[0]!.id}/answer`
    const answer = await house.as('officer').post(at, draft)
    return ((await answer.json()) as { errors?: { path: string }[] }).errors?.[0]?.path ?? answer.status
  }
  assert.equal(await send({ kind: 'plan', note: 'x' }), 'ref')
  assert.equal(await send({ kind: 'report', note: 'x' }), 'ref')
  assert.equal(await send({ kind: 'document', ref: { directive: theirs } }), 'ref')
  assert.equal(await send({ kind: 'report', ref: { form: 'none', period: '2021' } }), 'ref')
  assert.equal(await send({ kind: 'event', note: 'x', files: ['nothing'] }), 'files')
  assert.equal(await send({ kind: 'document', ref: { directive: mine } }), 200)
})
