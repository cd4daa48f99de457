// What other modules and the application may use of the organisation: units, their trees and successions.

export { type CodeFinder, type Days, placeDay } from './rules/codes.ts'
export { type Landing, land } from './rules/restate.ts'
export type { Link, Succession } from './rules/succession.ts'
export type { Tree } from './rules/tree.ts'
export type { UnitRef, UnitState } from './schema.ts'
export {
  findUnit,
  listUnitNames,
  loadCodes,
  loadSuccession,
  loadTree,
  unitByCode,
  unitStateOn,
} from './store/tree.ts'
