import type { Db } from '#platform/db/db.ts'
import { type Endpoint, type ReadContext, read } from '#platform/http/endpoint.ts'
import * as api from '../api/work.ts'
import { groupOf, openContext } from './groups.ts'
import { readQuestion } from './question.ts'
import type { HeldBy } from './scope.ts'
import { sideOf } from './side.ts'

type Named = { unit?: string | undefined; period?: string | undefined; view?: 'mine' | 'units' | undefined }

/**
 * Whoever is signed in asks for their own work: what they hold decides what is looked for, and a unit beyond it leaves
 * the list empty. `heldBy` says where somebody holds a permission.
 */
export function listEndpoints(heldBy: HeldBy): Endpoint[] {
  const ask = ({ db, actor, input, now, today, lang }: ReadContext<Named> & { db: Db }) => {
    const { unit, period, view = 'mine' } = input
    return readQuestion({ db, actor, heldBy, unit, period, view, now, today, lang })
  }
  return [
    read(api.getWork, {
      access: 'signed-in',
      async handle(c) {
        const context = await openContext(await ask(c))
        const groups: api.WorkGroup[] = []
        for (const kind of api.WORK_GROUPS) groups.push(await groupOf(context, kind, null))
        return { on: c.today, groups: groups.filter(({ count }) => count > 0) }
      },
    }),
    read(api.getWorkGroup, {
      access: 'signed-in',
      handle: async (c) => groupOf(await openContext(await ask(c)), c.input.group, c.input.after ?? null),
    }),
    read(api.getWorkSide, {
      access: 'signed-in',
      handle: async (c) => sideOf(await ask({ ...c, input: { ...c.input, view: 'units' } })),
    }),
  ]
}
