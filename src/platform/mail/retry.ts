const MINUTE_MS = 60_000
/** Pauses after the first, second … failed try; after the last there is no further try. */
const PAUSES_MINUTES = [1, 5, 30, 120, 480]

/** What the mail server said: its three digits, or a word of Node's (`ECONNREFUSED`) when it said nothing. */
export type Fault = { responseCode?: number | undefined; code?: string | undefined }

/**
 * When a mail is tried again that the server did not take.
 *
 * @param attempts tries so far, the failed one included.
 * @returns null when it never will be: the server refused it for good (5xx, but not 530–538: that is the sign-in to the
 *   server, which an administrator mends), or it was tried six times.
 */
export function nextTry({ responseCode = 0 }: Fault, attempts: number, now: Date): Date | null {
  const isSignIn = responseCode >= 530 && responseCode <= 538
  if (responseCode >= 500 && !isSignIn) return null
  const minutes = PAUSES_MINUTES[attempts - 1]
  return minutes === undefined ? null : new Date(now.getTime() + minutes * MINUTE_MS)
}

/** A fault as it is kept and logged: the server's own text may hold an address, so it is left out. */
export const faultCode = ({ responseCode, code }: Fault): string =>
  responseCode ? String(responseCode) : (code ?? 'unknown')
