import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openTestDatabase } from '../../../test/database.ts'
import type { Job } from './job.ts'
import { startJobs } from './run.ts'

const house = await openTestDatabase()
after(() => house.close())

test('a job runs again and again, also after it failed, and not after stop', async () => {
  const log: string[] = []
  const ran: number[] = []
  const count: Job = {
    name: 'test.count',
    when: { everySeconds: 1 },
    async run() {
      ran.push(Date.now())
      if (ran.length === 1) throw new Error('the first time goes wrong')
    },
  }
  const jobs = await startJobs(house, [count], (text) => log.push(text))
  for (let waited = 0; ran.length < 3 && waited < 100; waited++) await sleep(100)
  await jobs.stop()
  const atStop = ran.length
  await sleep(1_500)

  assert.ok(atStop >= 3, `it ran ${atStop} times in ten seconds`)
  assert.equal(ran.length, atStop)
  assert.equal(log.length, 1)
  assert.match(log[0]!, /^test\.count: Error: the first time goes wrong/)
})

test('what a library leaves open after an error does not reach the next one', async () => {
  const { ownSql } = house
  if (!ownSql) return
  await assert.rejects(ownSql('begin; select 1/0; commit'), /division by zero/)
  assert.deepEqual((await ownSql('select 1 as a; select 2 as b')).rows, [{ a: 1 }, { b: 2 }])
})
