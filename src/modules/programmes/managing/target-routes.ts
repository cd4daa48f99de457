import type { Db } from '#platform/db/db.ts'
import { type Actor, type Endpoint, type Place, read, write } from '#platform/http/endpoint.ts'
import { Problem } from '#platform/http/problem.ts'
import { AuthProblem } from '#platform/http/problems.ts'
import * as api from '../api/targets.ts'
import { getUnit, readRevisions, readTargets } from './read-targets.ts'
import { saveTargets } from './set-targets.ts'
import { tellCascade } from './tell-cascade.ts'

type Named = { unit: string; period: string }

const atUnit = async (db: Db, { unit, period }: Named) => ({ unit: (await getUnit(db, unit, period)).id })

/**
 * Every unit of the call must be within reach. What is not there is told only to who may set targets everywhere, as
 * `Access` does for a single place.
 */
async function refuseOutside(db: Db, actor: Actor, targets: readonly Named[], today: string): Promise<void> {
  if (await actor.may(db, 'target.set', 'everywhere', today)) return
  const places = new Map(targets.map((target) => [`${target.unit} ${target.period}`, target]))
  for (const target of places.values()) {
    const place = await atUnit(db, target).catch((error: unknown) => {
      throw error instanceof Problem ? AuthProblem.forbidden() : error
    })
    if (!(await actor.may(db, 'target.set', place, today))) throw AuthProblem.forbidden()
  }
}

/** One target by its name, many by what they have in common and how many they are. */
function subjectOf(targets: readonly { indicator: string; unit: string; period: string }[]): string {
  const [first] = targets
  const { indicator, unit, period } = first!
  return targets.length === 1
    ? `target:${indicator}/${unit}/${period}`
    : `target:${indicator}/${period} (${targets.length})`
}

/** Targets are published with the figures; why they were revised is for those who read the unit's reports. */
export const targetEndpoints: Endpoint[] = [
  read(api.listTargets, {
    access: 'anyone',
    handle: async ({ db, input }) => ({ targets: await readTargets(db, input) }),
  }),
  read(api.getCascade, {
    access: { may: 'report.read', at: atUnit },
    async handle({ db, input, actor, today }) {
      const maySet = (unit: number) => actor.may(db, 'target.set', { unit }, today)
      return tellCascade(db, input, maySet, today)
    },
  }),
  read(api.listRevisions, {
    access: { may: 'report.read', at: atUnit },
    handle: ({ db, input }) => readRevisions(db, input),
  }),
  write(api.setTargets, {
    access: { may: 'target.set', at: async (): Promise<Place> => 'somewhere' },
    idempotency: 'required',
    async handle({ tx, input, actor, now, today, audit, discard }) {
      await refuseOutside(tx, actor, input.targets, today)
      const { place, details, ...counts } = await saveTargets(tx, input, { actor: actor.name, at: now })
      if (details.length === 0) discard()
      else
        await audit({
          action: 'target.set',
          subject: subjectOf(details),
          ...(place !== null && { unitId: place }),
          details: { reason: input.reason ?? null, targets: details },
        })
      return counts
    },
  }),
]
