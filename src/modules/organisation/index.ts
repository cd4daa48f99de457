// What other modules and the application may use of the organisation: units, their trees and successions.

import { bordersFormat } from './import/borders.ts'
import { peopleFormat } from './import/people.ts'
import { successionFormat } from './import/succession.ts'
import { unitsFormat } from './import/units.ts'

export { organisationChecks } from './checks.ts'
export { isOwnPerson, placeOfPerson } from './people/judge.ts'
export { PersonProblem } from './people/problems.ts'
export { AccessProblem } from './problems.ts'
export { organisationEndpoints } from './routes.ts'
export { type CodeFinder, placeDay } from './rules/codes.ts'
export { countUnits } from './rules/count.ts'
export { land } from './rules/restate.ts'
export type { Succession } from './rules/succession.ts'
export type { Tree } from './rules/tree.ts'
export { type Below, byCode, unitsUnder } from './rules/under.ts'
export type { UnitRef, UnitState } from './schema.ts'
export { listCodes, setCodes } from './store/codes.ts'
export {
  type ChangedUnit,
  type ConsequenceTeller,
  registerConsequences,
  type Sample,
  type SampleAsked,
} from './store/consequences.ts'
export { mayActFor } from './store/delegations.ts'
export { addGrant, type Grant, listGrants, reaches } from './store/grants.ts'
export { type Holder, listHolders } from './store/holders.ts'
export { registerTreeListener, type TreeListener } from './store/listeners.ts'
export {
  findUnit,
  listUnitNames,
  loadCodes,
  recallUnitByCode,
  unitByCode,
  unitStateOn,
} from './store/lookup.ts'
export {
  countBorders,
  listBorders,
  listNeighbours,
  listTiles,
  setNeighbours,
  setTiles,
} from './store/map.ts'
export { listNamesEver, type UnitName } from './store/names.ts'
export {
  accountsOfPeople,
  deletePerson,
  findPersonById,
  findPersonOfAccount,
  listPosted,
  listPostsOf,
  type PersonRow,
  type PostedPerson,
  type PostRow,
} from './store/people.ts'
export { type RecordLookup, type RecordOnUnit, registerRecordLookup } from './store/records.ts'
export { loadSuccession, loadTree, loadTrees } from './store/tree.ts'
export { getTree, tellUnits } from './tell-units.ts'

export { bordersFormat, successionFormat, unitsFormat }
export const organisationFormats = [unitsFormat, successionFormat, bordersFormat, peopleFormat]
