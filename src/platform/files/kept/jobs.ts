import type { House } from '#platform/db/house.ts'
import type { Job } from '#platform/jobs/job.ts'
import type { FileCopy } from '../api.ts'
import { appendContent, readWhole } from './content.ts'
import { drawCopy } from './picture.ts'
import { deleteForgotten, type KeptFile, listUncopied, markCopied } from './store.ts'

const DAY_MS = 86_400_000
/** A telephone that was off for so long has its photo still, and begins it anew. */
const UNFINISHED_DAYS = 14
/** So long may a report be a draft before it names its files. */
const UNUSED_DAYS = 60
const COPIES_AT_ONCE = 20
const COPIES: readonly FileCopy[] = ['public', 'small']

/** Removes files that were never finished, and those that no record ever named. */
export const forgetFilesJob: Job = {
  name: 'file.forget',
  when: { cron: '45 2 * * *' },
  run: (house) => forgetFiles(house, new Date()),
}

export async function forgetFiles(house: House, now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS)
  await house.transact((tx) => deleteForgotten(tx, before(UNFINISHED_DAYS), before(UNUSED_DAYS)))
}

/** Draws the copies of new pictures. Drawing takes its time, and so is done outside of transactions. */
export const copyFilesJob: Job = {
  name: 'file.copy',
  when: { everySeconds: 20 },
  run: (house) => copyFiles(house, new Date()),
}

export async function copyFiles(house: House, now: Date): Promise<void> {
  for (const file of await listUncopied(house.db, COPIES_AT_ONCE)) await copyFile(house, file, now)
}

/** A picture that cannot be drawn keeps its original alone. */
async function copyFile(house: House, { id }: KeptFile, now: Date): Promise<void> {
  const content = await readWhole(house.db, id, 'original')
  const copies = await Promise.all(COPIES.map((copy) => drawCopy(content, copy))).catch(() => [])
  await house.transact(async (tx) => {
    for (const [n, drawn] of copies.entries()) await appendContent(tx, id, COPIES[n]!, 0, drawn)
    await markCopied(tx, id, now)
  })
}
