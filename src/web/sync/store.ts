// What one person keeps on one device: answers for reading without a network, and what waits to be sent. Each person
// has a database of their own, which goes when they sign out.

import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import type { Sent } from './call.ts'
import type { Item, KeptFile } from './outbox-item.ts'

interface Kept extends DBSchema {
  answers: { key: string; value: Sent<unknown> & { at: string } }
  outbox: { key: string; value: Item }
  files: { key: string; value: KeptFile }
}

const PERSON = 'songma.person'
const opened: { person: string | null; db: Promise<IDBPDatabase<Kept>> | null } = { person: null, db: null }

/** Who works on this device, also after a start without a network; null before anybody has signed in. */
export const personHere = (): string | null => localStorage.getItem(PERSON)

/**
 * From now on this person works here. What somebody else could read on this device goes; what they have not sent yet
 * waits for them, under their own name.
 */
export async function setPersonHere(username: string): Promise<void> {
  const other = personHere()
  if (other === username) return
  if (other) {
    const db = await store()
    await db.clear('answers')
    const isEmpty = (await db.count('outbox')) === 0
    db.close()
    opened.person = null
    opened.db = null
    if (isEmpty) await deleteDB(databaseOf(other))
  }
  localStorage.setItem(PERSON, username)
}

export function store(): Promise<IDBPDatabase<Kept>> {
  const person = personHere()
  if (!person) return Promise.reject(new Error('Nobody has signed in on this device'))
  if (opened.person === person && opened.db) return opened.db
  opened.person = person
  opened.db = openDB<Kept>(databaseOf(person), 1, {
    upgrade(db) {
      db.createObjectStore('answers')
      db.createObjectStore('outbox', { keyPath: 'id' })
      db.createObjectStore('files', { keyPath: 'id' })
    },
  })
  return opened.db
}

/** Removes everything that this person kept on this device. */
export async function wipe(): Promise<void> {
  const person = personHere()
  if (!person) return
  ;(await opened.db)?.close()
  opened.person = null
  opened.db = null
  await deleteDB(databaseOf(person))
  localStorage.removeItem(PERSON)
}

export async function keepAnswer(name: string, sent: Sent<unknown>): Promise<void> {
  if (personHere()) await (await store()).put('answers', { ...sent, at: new Date().toISOString() }, name)
}

export async function recallAnswer<O>(name: string): Promise<Sent<O> | undefined> {
  return personHere() ? ((await (await store()).get('answers', name)) as Sent<O> | undefined) : undefined
}

const databaseOf = (person: string) => `songma ${person}`
