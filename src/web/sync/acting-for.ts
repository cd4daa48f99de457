// For whom the person acts in this tab; the server decides whether they may. Without it they act as themselves.

const KEPT = 'songma.actingFor'

/** The account that is acted for in this tab; null for nobody. */
export const actedForHere = (): string | null => globalThis.sessionStorage?.getItem(KEPT) ?? null

/** Whoever signs in next begins as themselves. */
export const forgetActing = (): void => sessionStorage.removeItem(KEPT)

/** Begins the workspace again, for somebody or (null) as oneself: what is on the screen is of the other person. */
export function actFor(username: string | null): void {
  if (username === null) sessionStorage.removeItem(KEPT)
  else sessionStorage.setItem(KEPT, username)
  location.assign('/app/')
}
