// What counts in signing in: pure, so that each limit can be tried at its edge.

export const HOUR = 3_600_000

/** A session of a shared desk ends with the working day; one that is kept serves people who are long on the road. */
export const LIVES = {
  day: { seconds: 12 * 3_600, idleSeconds: 12 * 3_600 },
  kept: { seconds: 30 * 86_400, idleSeconds: 72 * 3_600 },
} as const

/** A token serves for a day; then the next one is handed out. */
export const isRenewalDue = (renewedAt: Date, now: Date): boolean =>
  now.getTime() - renewedAt.getTime() >= 24 * HOUR

/** When a session was last used is noted no more often than this: most requests write nothing. */
export const isTouchDue = (seenAt: Date, now: Date): boolean => now.getTime() - seenAt.getTime() >= HOUR / 6

/** Ten attempts in a quarter of an hour: enough for somebody who forgot, too few for somebody who guesses. */
export const MAX_ATTEMPTS = 10
export const ATTEMPT_MINUTES = 15

/**
 * The network that an address stands for: an IPv6 subscriber holds a /64, so that its addresses count as one.
 * `::ffff:10.0.0.1` is `10.0.0.1`.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped) return mapped[1]!
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('%')[0]!.toLowerCase().split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  const middle =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
  return [...left, ...middle, ...right]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':')
}
