// What other modules and the application may use of directives.

export { type Decided, type Deciding, decideProposals } from './choosing/decide.ts'
export { discussProposal, makeProposal } from './choosing/propose.ts'
export { coverageOfNumber } from './coverage/of-number.ts'
export { dutyCheck } from './duties/check.ts'
export { type Issued, type Issuing, issueDuty, type NewDuty } from './duties/issue.ts'
export { type Passed, type Passing, passDuties } from './duties/pass.ts'
export { dutyConsequences } from './duties/reform.ts'
export { settleSteps } from './duties/steps.ts'
export { directivesFormat } from './import/directives.ts'
export { dutiesFormat } from './import/duties.ts'
export { carryPlan, passPlan } from './plans/copy.ts'
export { issuePlan, type PlanIssue, type ProgressReport, reportProgress } from './plans/issue.ts'
export { getPlan, makePlan, type PlanDraft } from './plans/write.ts'
export type { DirectiveDraft } from './register/draft.ts'
export { findDirectives } from './register/find-directives.ts'
export { type Doing, getDirective, registerDirective } from './register/register-directive.ts'
export { searchDirectives } from './register/search-directives.ts'
export {
  type Recording,
  recordOne as recordSession,
  recordSheet as recordSessions,
} from './sessions/record.ts'
export { STUDY_ATTENDED, STUDY_INVITED, STUDY_SESSIONS, syncAllStudied } from './sessions/sources.ts'
export { directiveRecords } from './store/directive-records.ts'
export type { DirectiveRow } from './store/directives.ts'
export { dutyRecords } from './store/duty-records.ts'
