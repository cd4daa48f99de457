// Sends the outbox: by one tab at a time, in order, each item under its own key until an answer has come.

import { ApiProblem, NoNetwork, request } from './call.ts'
import { sendFile } from './files.ts'
import { outboxNow, reload, settle, show } from './outbox.ts'
import { afterRefusal, filesOf, type Item, sendable, withFiles } from './outbox-item.ts'
import { store } from './store.ts'

const LOCK = 'songma-outbox'
const PATIENCE_MS = [500, 2_000, 5_000, 15_000, 60_000]
const state = { failures: 0, timer: 0, isBusy: false, isAskedAgain: false }

/** Sends whatever may go; called when something was written, when the network is back, and after a pause. */
export function wakeSender(): void {
  clearTimeout(state.timer)
  if (state.isBusy) {
    state.isAskedAgain = true
    return
  }
  state.isBusy = true
  navigator.locks
    .request(LOCK, drain)
    .catch(() => 'later' as const)
    .then(async (end) => {
      state.isBusy = false
      await reload()
      for (const { id } of outboxNow().items) settle(id, { state: 'waiting' })
      state.failures = end === 'later' ? state.failures + 1 : 0
      if (state.isAskedAgain) {
        state.isAskedAgain = false
        wakeSender()
      } else if (end === 'later') {
        const pause = PATIENCE_MS[Math.min(state.failures - 1, PATIENCE_MS.length - 1)]
        state.timer = window.setTimeout(wakeSender, pause)
      }
    })
}

async function drain(): Promise<'empty' | 'later'> {
  // What has not gone out may still be added to: nothing is begun while the device knows that there is no network
  if (!navigator.onLine) return 'later'
  for (;;) {
    const items = sendable(await (await store()).getAll('outbox'))
    if (items.length === 0) return 'empty'
    for (const item of items) if ((await sendItem(item)) === 'later') return 'later'
  }
}

async function sendItem({ id }: Item): Promise<'done' | 'later'> {
  const db = await store()
  try {
    const item = await seal(id)
    if (!item) return 'done'
    await reload()
    const { data, etag } = await request(item.method, item.path, item.input, {
      key: id,
      ifMatch: item.ifMatch ?? undefined,
    })
    await db.delete('outbox', id)
    await passOn(item, etag)
    const { label, unit } = item
    const sent = [{ id, label, unit, at: new Date().toISOString() }, ...outboxNow().sent].slice(0, 50)
    show({ sent, needsSignIn: false })
    settle(id, { state: 'sent', data, etag })
    return 'done'
  } catch (error) {
    if (error instanceof NoNetwork) {
      const kept = await db.get('outbox', id)
      if (kept) await db.put('outbox', { ...kept, state: 'waiting' })
      return 'later'
    }
    if (!(error instanceof ApiProblem)) throw error
    const after = afterRefusal(error.told)
    if (after === 'later') {
      show({ needsSignIn: error.told.status === 401 })
      return 'later'
    }
    const kept = await db.get('outbox', id)
    if (kept) await db.put('outbox', { ...kept, state: after, problem: error.told })
    settle(id, { state: after, problem: error.told })
    return 'done'
  } finally {
    await reload()
  }
}

/** Sends the item's files, then closes it: from now on nothing is merged into it. Undefined when it is gone. */
async function seal(id: string): Promise<Item | undefined> {
  const db = await store()
  const names = new Map<string, string>()
  for (;;) {
    const tx = db.transaction(['outbox', 'files'], 'readwrite')
    const outbox = tx.objectStore('outbox')
    const item = await outbox.get(id)
    if (!item) return undefined
    const named = withFiles(item.input, names)
    const left = filesOf(named)
    if (left.length === 0) {
      const sealed: Item = { ...item, input: named, state: 'sending', tried: true }
      await outbox.put(sealed)
      for (const file of names.keys()) await tx.objectStore('files').delete(file)
      await tx.done
      return sealed
    }
    await tx.done
    for (const file of left) names.set(file, await sendKept(file))
  }
}

/** Sends one file, from where it broke off; answers its name at the server. A file that is gone names nothing. */
async function sendKept(id: string): Promise<string> {
  const db = await store()
  const file = await db.get('files', id)
  if (!file) return ''
  const onCreated = async (sentAs: string) => {
    await db.put('files', { ...file, sentAs })
  }
  return (await sendFile(file.blob, file, { key: id, resume: file.sentAs, onCreated })).id
}

/** What follows in the group was written by the same hand on top of this: it builds on the tag that came back. */
async function passOn({ group }: Item, etag: string | null): Promise<void> {
  const db = await store()
  for (const next of await db.getAll('outbox'))
    if (next.group === group && !next.tried && etag) await db.put('outbox', { ...next, ifMatch: etag })
}
