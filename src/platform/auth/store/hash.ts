import { createHash } from 'node:crypto'

/** How secrets that a browser or a person keeps are known here. For long ones of pure chance only, never a password. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
