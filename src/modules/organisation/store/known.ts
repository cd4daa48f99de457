import { plain } from '#kernel/decimal.ts'
import type { Known } from '../rules/plan.ts'
import type { Snapshot } from './snapshot.ts'

/** What is stored, as the rules read it: by codes. A unit holds one code through its life. */
export function knownOf(snapshot: Pick<Snapshot, 'lives' | 'states' | 'links'>): Known {
  const codeOf = new Map(snapshot.states.map((state) => [state.unitId, state.code]))
  return {
    units: [...snapshot.lives].map(([id, life]) => ({ id, code: codeOf.get(id)!, ...life })),
    states: snapshot.states.map(({ unitId: _, parentId, ...state }) => ({
      ...state,
      parentCode: parentId === null ? null : codeOf.get(parentId)!,
    })),
    successions: snapshot.links.map(({ from, into, date, share, kind, basis }) => ({
      oldCode: codeOf.get(from)!,
      newCode: codeOf.get(into)!,
      date,
      share: share === null ? null : plain(share),
      kind,
      basis,
    })),
  }
}
