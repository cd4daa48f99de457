// The nouns of directives, what they ask, and how far units are (`domain.md` §6).

import * as z from 'zod'
import type { Day } from '#kernel/day.ts'

/** Whose document: the Party's, the State's, or the Fatherland Front's and its member organisations'. */
export const SIDES = ['party', 'state', 'front'] as const
export const Side = z.enum(SIDES)
export type Side = z.infer<typeof Side>

export const LinkKind = z.enum(['implements', 'amends', 'replaces'])
export type LinkKind = z.infer<typeof LinkKind>

/** What a duty asks for: a document, a figure in a report, a report in words, or something that is held. */
export const Product = z.enum(['document', 'figure', 'report', 'event'])
export type Product = z.infer<typeof Product>

export const Repeats = z.enum(['month', 'quarter', 'half', 'year'])
export type Repeats = z.infer<typeof Repeats>

/** The steps of carrying a directive out, in their order. */
export const STEPS = ['received', 'studied', 'planned', 'reported', 'done'] as const
export const Step = z.enum(STEPS)
export type Step = z.infer<typeof Step>
/** When each step was first reached; null: not yet, or not known. */
export type StepDays = Record<Step, Day | null>

/**
 * Where an occurrence stands. `returned`: an answer came and was sent back. `passed`: its unit ended and a successor
 * has it. `withdrawn`: the office no longer asks.
 */
export const DutyState = z.enum(['open', 'answered', 'returned', 'accepted', 'passed', 'withdrawn'])
export type DutyState = z.infer<typeof DutyState>

export const AnswerKind = z.enum(['document', 'plan', 'report', 'session', 'figure', 'event'])
export type AnswerKind = z.infer<typeof AnswerKind>

/** How a study session was held. */
export const SessionForm = z.enum(['in-person', 'online', 'mixed'])
export type SessionForm = z.infer<typeof SessionForm>

/** Who was asked to study: each person is counted under one kind, a leader who is a Party member as a leader. */
export const PARTICIPANTS = [
  'leaders',
  'party-members',
  'officials',
  'association-members',
  'people',
] as const
export const Participants = z.enum(PARTICIPANTS)
export type Participants = z.infer<typeof Participants>

/** Where a proposed breakthrough content stands; `withdrawn` by whoever proposed it, before it was decided. */
export const ProposalState = z.enum(['proposed', 'chosen', 'rejected', 'withdrawn'])
export type ProposalState = z.infer<typeof ProposalState>

/** A plan is for a whole term or for one year, as its period says. */
export const PlanHorizon = z.enum(['term', 'year'])
export type PlanHorizon = z.infer<typeof PlanHorizon>

/** `issued`: it is a directive of its unit and stays as signed; `withdrawn`: never issued, kept with the reason. */
export const PlanState = z.enum(['draft', 'issued', 'withdrawn'])
export type PlanState = z.infer<typeof PlanState>

/** How a task stands, as last reported; `dropped` with a reason, and not counted any more. */
export const TaskState = z.enum(['going', 'done', 'dropped'])
export type TaskState = z.infer<typeof TaskState>

/** Where a plan was copied from: the same unit's plan of an earlier period, or that of a unit that ended. */
export const PlanOrigin = z.enum(['carried', 'passed'])
export type PlanOrigin = z.infer<typeof PlanOrigin>
