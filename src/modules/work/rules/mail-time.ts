import { type Day, dayOf } from '#kernel/day.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** Mails sent at once to one person: at least this far apart; what comes between goes together. */
const APART_MINUTES = 10
/** Hour of Vietnam's clock from which the day's digest goes. */
const DIGEST_HOUR = 7
/** News older than this is no news: it stays in the list and is not mailed (a server that was off, a database brought in). */
const FRESH_DAYS = 3
/** What happened longer ago than this is in the list from the beginning as read. */
const RECENT_DAYS = 30

/** @param last when the last one went; null: never. */
export const isTimeForMail = (last: Date | null, now: Date): boolean =>
  last === null || now.getTime() - last.getTime() >= APART_MINUTES * MINUTE_MS

/**
 * The day whose digest goes now, at 7 in Vietnam or at the first chance after it; null when it is too early or that
 * day's has gone.
 *
 * @param last day of the last digest; null: never.
 */
export function digestDay(last: Day | null, now: Date): Day | null {
  const today = dayOf(now)
  const hour = new Date(now.getTime() + 7 * 3_600_000).getUTCHours()
  return hour >= DIGEST_HOUR && last !== today ? today : null
}

export const isFresh = (at: Date, now: Date): boolean => now.getTime() - at.getTime() <= FRESH_DAYS * DAY_MS
export const isRecent = (at: Date, now: Date): boolean => now.getTime() - at.getTime() <= RECENT_DAYS * DAY_MS
/** News that happened before this instant is not mailed any more. */
export const freshSince = (now: Date): Date => new Date(now.getTime() - FRESH_DAYS * DAY_MS)
