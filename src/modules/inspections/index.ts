// What other modules, the application and the demo may use of inspections. Each names who does it and when (`Doing`).

export {
  type DutyDraft,
  makeDutyOfFinding,
  type RecheckDraft,
  recheckFinding,
} from './follow-up.ts'
export { planInspection } from './plan.ts'
export { recordVisit } from './record.ts'
export { type FindingRow, listFindingsOf } from './store/findings.ts'
export type { Doing } from './store/inspections.ts'
export { inspectionRecords } from './store/records.ts'
export { listVisitsOf } from './store/visits.ts'
