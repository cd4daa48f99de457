import type { Tx } from '#platform/db/db.ts'

/** What must follow, in the same transaction, when units, their parents or their identities have changed. */
export type TreeListener = (tx: Tx) => Promise<void>

const listeners = new Set<TreeListener>()

/** For modules that keep what they worked out along the tree; called once, by the application. */
export function registerTreeListener(listener: TreeListener): void {
  listeners.add(listener)
}

export async function tellTreeListeners(tx: Tx): Promise<void> {
  for (const listener of listeners) await listener(tx)
}
