// What other modules and the application may use of outreach.

export { outreachChecks } from './checks.ts'
export { type ActivityDraft, type Recorder, recordActivity } from './recording/record.ts'
export { recountAllOutreach, recountOutreach } from './recording/recount.ts'
export { outreachRecords } from './store/records.ts'
export { type OutreachSource, registerOutreach } from './store/sources.ts'
