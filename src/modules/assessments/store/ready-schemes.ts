import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import { type ReadyScheme, readyScheme } from '../rules/sheet.ts'
import type { Scheme } from '../schema.ts'

/** Schemes that a process remembers made ready, by the hash of their definition, which never changes. */
const REMEMBERED = 16
const known = new Map<string, ReadyScheme>()

type Loaded = { version: number; ready: ReadyScheme }
type Head = { id: number; version: number; sha256: string }

const heads = (db: Db, code: string) =>
  db.selectFrom('schemes').select(['id', 'version', 'sha256']).where('code', '=', code)

/** The version of a scheme that rules a period which ends on that day, ready to judge by; undefined: there is none. */
export async function loadReadyScheme(db: Db, code: string, day: Day): Promise<Loaded | undefined> {
  const head = await heads(db, code)
    .where('valid_from', '<=', day)
    .where('valid_to', '>=', day)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return head && remember(db, head)
}

/** One version of a scheme, which was in force once. */
export async function loadReadyVersion(db: Db, code: string, version: number): Promise<Loaded> {
  return remember(db, await heads(db, code).where('version', '=', version).executeTakeFirstOrThrow())
}

async function remember(db: Db, { id, version, sha256 }: Head): Promise<Loaded> {
  const ready = known.get(sha256) ?? (await prepareScheme(db, id))
  known.delete(sha256)
  known.set(sha256, ready)
  for (const old of [...known.keys()].slice(0, -REMEMBERED)) known.delete(old)
  return { version, ready }
}

async function prepareScheme(db: Db, id: number): Promise<ReadyScheme> {
  const { definition } = await db
    .selectFrom('schemes')
    .select('definition')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return readyScheme(JSON.parse(definition) as Scheme)
}
