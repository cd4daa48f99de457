import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import { type ReadyScheme, readyScheme } from '../rules/sheet.ts'
import type { Scheme } from '../schema.ts'

/** Schemes that a process remembers made ready, by the hash of their definition, which never changes. */
const REMEMBERED = 16
const known = new Map<string, ReadyScheme>()

/** The version of a scheme that rules a period which ends on that day, ready to judge by; undefined: there is none. */
export async function loadReadyScheme(
  db: Db,
  code: string,
  day: Day,
): Promise<{ version: number; ready: ReadyScheme } | undefined> {
  const head = await db
    .selectFrom('schemes')
    .select(['id', 'version', 'sha256'])
    .where('code', '=', code)
    .where('valid_from', '<=', day)
    .where('valid_to', '>=', day)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!head) return undefined
  const ready = known.get(head.sha256) ?? (await prepareScheme(db, head.id))
  known.delete(head.sha256)
  known.set(head.sha256, ready)
  for (const old of [...known.keys()].slice(0, -REMEMBERED)) known.delete(old)
  return { version: head.version, ready }
}

async function prepareScheme(db: Db, id: number): Promise<ReadyScheme> {
  const { definition } = await db
    .selectFrom('schemes')
    .select('definition')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return readyScheme(JSON.parse(definition) as Scheme)
}
