// What `songma coverage` says is what the board says.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { layDirective } from '../../../test/coverage-house.ts'
import { COUNTRY, type TestHouse, testHouse } from '../../../test/house.ts'
import { translator } from '../../platform/i18n/translate.ts'
import { type CommandContext, UsageError } from '../command.ts'
import { coverageCommand } from './coverage.ts'

type Told = { answers: unknown[]; lines: string[] }

async function run(house: TestHouse, args: string[], options: Record<string, string> = {}): Promise<Told> {
  const told: Told = { answers: [], lines: [] }
  const context = {
    house,
    args,
    options,
    lang: 'vi',
    t: translator('vi'),
    now: () => house.clock.now,
    json: (value: unknown) => told.answers.push(value),
    out: (line: string) => told.lines.push(line),
  } as unknown as CommandContext
  assert.equal(coverageCommand.needs, 'database')
  if (coverageCommand.needs === 'database') assert.equal(await coverageCommand.run(context), 0)
  return told
}
const failure = (code: string) => (error: unknown) =>
  (error as { code: string }).code === code || assert.fail(String(error))

test('gives the same document as the operation, however the number is typed', async () => {
  await using house = await testHouse()
  await house.bring('units', COUNTRY)
  const id = await layDirective(house, {}, [
    { unit: 'A', due: '2022-01-10', received: '2021-12-01' },
    { unit: 'B', due: '2022-01-10', done: '2022-01-09' },
  ])
  const answer = await house.as('office').get(`/api/v1/directives/${id}/coverage`)
  const { answers, lines } = await run(house, ['1-kl/tw'])
  assert.deepEqual(answers[0], await answer.json())
  assert.match(lines.join('\n'), /01-KL\/TW.*2022-01-15[\s\S]*A\s+Đơn vị A\s+2021-12-01.*5/)
  const [one] = (await run(house, ['01-KL/TW'], { unit: 'D1', on: '2022-01-12' })).answers
  assert.deepEqual((one as { units: { unitCode: string; daysLate: number }[] }).units.length, 1)
})

test('asks which one is meant, when two terms have the number', async () => {
  await using house = await testHouse()
  await house.bring('units', COUNTRY)
  await layDirective(house, { issuedOn: '2016-05-15' }, [{ unit: 'A' }])
  await layDirective(house, { issuedOn: '2021-05-18' }, [{ unit: 'B' }])
  await assert.rejects(run(house, ['01-KL/TW']), failure('coverage.severalDirectives'))
  const [answer] = (await run(house, ['01-KL/TW'], { date: '2016-05-15' })).answers
  assert.equal((answer as { issuedOn: string }).issuedOn, '2016-05-15')
  await assert.rejects(run(house, ['02-KL/TW']), failure('coverage.numberNotFound'))
  await assert.rejects(run(house, ['01-KL/TW'], { unit: 'none' }), failure('coverage.severalDirectives'))
  await assert.rejects(run(house, []), UsageError)
  await assert.rejects(run(house, ['01-KL/TW'], { on: '2021-02-30' }), UsageError)
})
