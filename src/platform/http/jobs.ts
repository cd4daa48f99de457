import type { Job } from '#platform/jobs/job.ts'
import { forgetKeys } from './store.ts'

const KEPT_DAYS = 30

/** Idempotency keys are kept for thirty days: an outbox that was offline for longer asks a person. */
export const forgetKeysJob: Job = {
  name: 'idempotency.forget',
  when: { cron: '30 2 * * *' },
  async run(house) {
    const before = new Date(Date.now() - KEPT_DAYS * 86_400_000)
    await house.transact((tx) => forgetKeys(tx, before))
  },
}
