// Nobody judges what they answer for (`design.md` §3, separation of duties).

/** What ties somebody to subjects: `attached` are units at which, or below which, they or whom they act for hold a role. */
export type Ties = { attached: ReadonlySet<number>; claimed: ReadonlySet<number> }

/**
 * True for somebody who may verify or decide a subject: no role at it or below it, and no word said for it, neither in
 * their own name nor in that of whom they act for. A role that holds everywhere is at no unit.
 */
export const standsApart = (unitId: number, { attached, claimed }: Ties): boolean =>
  !attached.has(unitId) && !claimed.has(unitId)
