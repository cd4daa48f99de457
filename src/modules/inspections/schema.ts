// The nouns of inspections: visits to units and projects, what is found there, and whether it was mended.

import * as z from 'zod'

/** What a finding is about. */
export const FINDING_KINDS = [
  'organising',
  'progress',
  'figures',
  'money',
  'quality',
  'records',
  'conduct',
  'other',
] as const
export const FindingKind = z.enum(FINDING_KINDS)
export type FindingKind = z.infer<typeof FindingKind>

/** How heavy it weighs, the lightest first. A `remark` may be left without a duty. */
export const SEVERITIES = ['remark', 'fault', 'serious'] as const
export const Severity = z.enum(SEVERITIES)
export type Severity = z.infer<typeof Severity>

/** What a re-check saw. `dropped`: it is no longer asked for, with the reason. */
export const RECHECK_RESULTS = ['fixed', 'partly', 'not-fixed', 'dropped'] as const
export const RecheckResult = z.enum(RECHECK_RESULTS)
export type RecheckResult = z.infer<typeof RecheckResult>

/**
 * Where a finding stands. `noted`: nobody was asked to mend it yet; `assigned`, `answered`: its duty is open, or
 * answered; `done`: the duty is accepted and a re-check is to come; `persists`: a re-check after that saw it still there.
 */
export const FINDING_STATES = [
  'noted',
  'assigned',
  'answered',
  'done',
  'persists',
  'fixed',
  'dropped',
] as const
export const FindingState = z.enum(FINDING_STATES)
export type FindingState = z.infer<typeof FindingState>

export const VisitState = z.enum(['planned', 'recorded', 'cancelled'])
export type VisitState = z.infer<typeof VisitState>
