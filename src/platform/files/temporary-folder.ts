import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PREFIX = 'songma-file-'
/** No file is worked on for so long. */
const STALE_MS = 24 * 3_600_000

const swept = { done: undefined as Promise<void> | undefined }

/** A folder that only this account can read, for one file. The caller removes it. */
export async function makeTemporaryFolder(): Promise<string> {
  swept.done ??= removeStale(Date.now())
  await swept.done
  return mkdtemp(join(tmpdir(), PREFIX))
}

/** Removes what processes that were killed have left behind: it may hold what nobody else should read. */
export async function removeStale(now: number): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue
    const path = join(tmpdir(), name)
    // Another process may be tidying up too, and another account's folder is not ours to remove.
    const age = await stat(path).then(
      ({ mtimeMs }) => now - mtimeMs,
      () => 0,
    )
    if (age > STALE_MS) await rm(path, { recursive: true, force: true }).catch(() => {})
  }
}
