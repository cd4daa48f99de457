import { type ConstructorOptions, PgBoss } from 'pg-boss'
import type { House } from '../db/house.ts'
import type { Job } from './job.ts'

const TIME_ZONE = 'Asia/Ho_Chi_Minh'
const IDLE_POLL_SECONDS = 30
/** A job whose process was killed is taken for lost after this long without a sign of life. */
const HEARTBEAT_SECONDS = 30
/** Runs that are over are forgotten within the hour; what they did is in the data. */
const KEPT_SECONDS = 3_600
const STOP_PATIENCE_MS = 10_000

export type RunningJobs = {
  /** Lets the jobs that are running finish, ten seconds at most, and begins no more. */
  stop(): Promise<void>
}

/**
 * Runs the jobs until they are stopped. What goes wrong in one is told to `log`; it runs again at its next time.
 * The queues live in the database, so several servers on one database share the work.
 */
export async function startJobs(
  house: House,
  jobs: readonly Job[],
  log: (text: string) => void,
): Promise<RunningJobs> {
  const boss = new PgBoss({
    ...connection(house),
    registerInstance: false,
    monitorVacuum: false,
    maintenanceIntervalSeconds: KEPT_SECONDS,
  })
  boss.on('error', (error) => log(`jobs: ${error.stack ?? error}`))
  await boss.start()
  for (const job of jobs) await startJob(boss, house, job, log)
  return { stop: () => boss.stop({ graceful: true, timeout: STOP_PATIENCE_MS }) }
}

/** On the embedded engine through the house, in turn with everybody else; on a server over two connections. */
function connection({ ownSql, config }: House): ConstructorOptions {
  if (!ownSql) return { connectionString: config.databaseUrl!, max: 2 }
  const executeSql = (text: string, values?: unknown[]) => ownSql(text, values)
  return { db: { executeSql }, backend: 'pglite', reindex: false }
}

async function startJob(boss: PgBoss, house: House, job: Job, log: (text: string) => void): Promise<void> {
  // At most one waits; several servers that ask for the same run get one
  await boss.createQueue(job.name, {
    policy: 'short',
    retryLimit: 0,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    deleteAfterSeconds: KEPT_SECONDS,
  })
  const { when } = job
  const runOnce = async () => {
    await job.run(house).catch((error) => log(`${job.name}: ${error.stack ?? error}`))
    if ('everySeconds' in when) await boss.send(job.name, null, { startAfter: when.everySeconds })
  }
  await boss.work(job.name, { pollingIntervalSeconds: pollSeconds(when) }, runOnce)
  if ('cron' in when) await boss.schedule(job.name, when.cron, null, { tz: TIME_ZONE })
  else await boss.send(job.name, null)
}

const pollSeconds = (when: Job['when']) =>
  'cron' in when ? IDLE_POLL_SECONDS : Math.min(when.everySeconds, IDLE_POLL_SECONDS)
