import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultCode, nextTry } from './retry.ts'

const now = new Date('2021-12-16T08:00:00Z')
const cases = [
  ['a server that is away is tried a minute later', { code: 'ECONNREFUSED' }, 1, '2021-12-16T08:01:00.000Z'],
  ['then after five minutes', { code: 'ECONNREFUSED' }, 2, '2021-12-16T08:05:00.000Z'],
  ['"try again later" is tried again', { responseCode: 451 }, 3, '2021-12-16T08:30:00.000Z'],
  ['the fifth failure waits eight hours', { responseCode: 421 }, 5, '2021-12-16T16:00:00.000Z'],
  ['the sixth is the last', { responseCode: 421 }, 6, undefined],
  ['an unknown mailbox is not tried again', { responseCode: 550 }, 1, undefined],
  ['a refused sign-in is ours to mend, so it waits', { responseCode: 535 }, 1, '2021-12-16T08:01:00.000Z'],
] as const

for (const [name, fault, attempts, expected] of cases)
  test(`nextTry: ${name}`, () => assert.equal(nextTry(fault, attempts, now)?.toISOString(), expected))

test('a fault is kept as its code alone', () => {
  assert.equal(faultCode({ responseCode: 550, code: 'EENVELOPE' }), '550')
  assert.equal(faultCode({ code: 'ETIMEDOUT' }), 'ETIMEDOUT')
  assert.equal(faultCode({}), 'unknown')
})
