// One process at a time opens a folder: two would lose each other's rows without an error. The lock is the operating
// system's own, taken through SQLite on a file that stays empty: it goes with the process that held it, however that
// ended, knows nothing of process numbers (which are reused, and differ between containers), and cannot be raced.

import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseProblem } from '../problems.ts'

/** Who holds a folder. `socket` is where a server takes commands for it; null when a command holds it. */
export type Holder = { pid: number; socket: string | null }
export type FolderLock = { release(): void }

const SQLITE_BUSY = 5
const PATIENCE_MS = 2_000
const STEP_MS = 100

/**
 * Takes the folder for this process. Waits two seconds for a short command to finish; then throws database.held,
 * or at once database.served.
 * A lock whose process was killed is free at once.
 */
export async function lockFolder(dataDir: string): Promise<FolderLock> {
  for (let waited = 0; ; waited += STEP_MS) {
    const lock = tryLock(dataDir)
    if (lock) return lock
    if (waited >= PATIENCE_MS || readHolder(dataDir)?.socket) throw heldBy(dataDir)
    await sleep(STEP_MS)
  }
}

/** The lock, or undefined when another process (or an earlier opening in this one) has it. */
function tryLock(dataDir: string): FolderLock | undefined {
  const file = new DatabaseSync(join(dataDir, 'lock'), { timeout: 0 })
  try {
    file.exec('pragma journal_mode = off; begin exclusive')
  } catch (error) {
    file.close()
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return undefined
    throw error
  }
  announceHolder(dataDir, null)
  return {
    release() {
      rmSync(join(dataDir, HOLDER), { force: true })
      file.close()
    },
  }
}

const HOLDER = 'holder.json'

/** Tells others who holds the folder, and where to send their commands. Only for whoever holds the lock. */
export function announceHolder(dataDir: string, socket: string | null): void {
  const aside = join(dataDir, `${HOLDER}.new`)
  writeFileSync(aside, JSON.stringify({ pid: process.pid, socket } satisfies Holder), { mode: 0o600 })
  renameSync(aside, join(dataDir, HOLDER))
}

/** Whoever announced itself last. It may have been killed since: only the lock says that the folder is held. */
export function readHolder(dataDir: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(join(dataDir, HOLDER), 'utf8'))
  } catch {
    return undefined
  }
}

function heldBy(dataDir: string) {
  const holder = readHolder(dataDir)
  const details = { folder: dataDir, pid: String(holder?.pid ?? 'none') }
  return holder?.socket ? DatabaseProblem.served(details) : DatabaseProblem.held(details)
}
