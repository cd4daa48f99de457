import type { House } from '../db/house.ts'

/** Work that the server does by itself, time and again. A module exports its jobs and `app.ts` lists them. */
export type Job = {
  /** `noun.verb`; the name of its queue. */
  name: `${string}.${string}`
  /** Five fields of cron in Vietnam's time, or a pause between two runs. Several servers on one database take turns. */
  when: { cron: string } | { everySeconds: number }
  /** Run again after a failure, and perhaps twice: doing it twice must do no harm. */
  run(house: House): Promise<void>
}
