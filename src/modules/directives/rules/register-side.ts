import type { Side } from '../schema.ts'
import type { NumberSide } from './number.ts'

/** In whose part of the register a number stands: laws and letters are the State's. */
export const registerSide = (side: NumberSide): Side =>
  side === 'party' || side === 'front' ? side : 'state'
