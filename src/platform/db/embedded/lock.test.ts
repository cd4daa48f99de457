import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, describe, test } from 'node:test'
import { announceHolder, lockFolder, readHolder } from './lock.ts'

const folder = mkdtempSync(join(tmpdir(), 'songma-lock-'))
const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})
after(() => rmSync(folder, { recursive: true, force: true }))

/** Another process that has the folder; `socket` as a server would announce it. */
async function holdElsewhere(socket: string | null = null): Promise<ChildProcess> {
  const script = `
    import { announceHolder, lockFolder } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))}
    await lockFolder(${JSON.stringify(folder)})
    announceHolder(${JSON.stringify(folder)}, ${JSON.stringify(socket)})
    console.log('held')
    setInterval(() => {}, 1_000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  await once(child.stdout!, 'data')
  return child
}

describe('a folder', () => {
  test('is held by one process; the second is told by whom', async () => {
    const { pid } = await holdElsewhere()
    await assert.rejects(lockFolder(folder), { code: 'database.held', details: { folder, pid: String(pid) } })
  })

  test('is not opened twice in one process either', async () => {
    const lock = await lockFolder(folder)
    await assert.rejects(lockFolder(folder), { code: 'database.held' })
    lock.release()
    ;(await lockFolder(folder)).release()
  })

  test('that a server holds is refused at once', async () => {
    await holdElsewhere('/tmp/commands')
    const started = performance.now()
    await assert.rejects(lockFolder(folder), { code: 'database.served' })
    assert.ok(performance.now() - started < 1_000)
  })

  test('is free as soon as its holder was killed, whatever the holder left behind', async () => {
    const child = await holdElsewhere('/tmp/commands')
    child.kill('SIGKILL')
    await once(child, 'exit')
    assert.equal(readHolder(folder)?.pid, child.pid)

    const lock = await lockFolder(folder)
    assert.deepEqual(readHolder(folder), { pid: process.pid, socket: null })
    lock.release()
    assert.equal(readHolder(folder), undefined)
  })

  test('is waited for when a short command has it', async () => {
    const lock = await lockFolder(folder)
    setTimeout(lock.release, 300)
    ;(await lockFolder(folder)).release()
  })

  test('is not taken for held because a file says so', async () => {
    announceHolder(folder, '/tmp/commands')
    ;(await lockFolder(folder)).release()
    writeFileSync(join(folder, 'holder.json'), '{"pid":')
    ;(await lockFolder(folder)).release()
  })
})
