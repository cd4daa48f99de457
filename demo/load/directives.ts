import { findDirectives } from '#modules/directives/index.ts'
import type { Db } from '#platform/db/db.ts'

/** Each number of the demo's register means one directive, but the communes' own, which are asked for with their day. */
export async function directiveId(db: Db, number: string, date?: string): Promise<number> {
  const [found, ...more] = await findDirectives(db, { number, date })
  if (!found || more.length > 0) throw new Error(`The demo has ${found ? 'several' : 'no'} ${number}`)
  return found.id
}
