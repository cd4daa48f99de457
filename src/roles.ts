import type { Permission } from '#platform/http/endpoint.ts'

// Who may do what. Where they may do it is the unit that the role is held at (`organisation`), and its subtree.

const READS = [
  'report.read',
  'file.read',
  'duty.read',
  'inspection.read',
  'outreach.read',
  'score.read',
  'survey.read',
] as const
const IMPORTS = [
  'import.units',
  'import.indicators',
  'import.targets',
  'import.values',
  'import.directives',
  'import.duties',
  'import.scheme',
  'import.scores',
] as const

/** What is decided for the whole, by whoever holds it everywhere. */
const SHAPES = ['unit.change', 'definition.change', 'scheme.change'] as const
/** What an office decides for the units below it. */
const PLANS = ['target.set', 'programme.change'] as const

/** When reports are due and taken, and what is let through after the close. */
const CUTOFFS = ['cutoff.add', 'cutoff.end', 'exception.add', 'exception.end', 'opening.create'] as const

/** What is asked of the units below, and what becomes of it. */
const STEERS = [
  'duty.issue',
  'duty.decide',
  'duty.extend',
  'duty.pass',
  'proposal.decide',
  'inspection.plan',
  'inspection.close',
] as const
/** Scoring and grading the units and people below: opened, followed and decided; not scored by whoever asks. */
const JUDGES = [
  'round.steer',
  'score.feed',
  'score.decide',
  'result.publish',
  'survey.open',
  'appeal.assign',
  'appeal.decide',
  'grading.steer',
  'grade.propose',
  'grade.decide',
] as const
/** People by name, their posts and what is recorded of their work; each reading is logged. */
const PERSONNEL = ['person.read', 'person.change', 'grade.read'] as const
/** What a unit does of its own, an office's as well. */
const CARRIES_OUT = [
  'directive.register',
  'plan.save',
  'plan.issue',
  'session.record',
  'proposal.make',
  'proposal.discuss',
  'outreach.record',
] as const
/** What a unit says of its own work and its own people. */
const ANSWERS_FOR = [
  'score.say',
  'score.send',
  'appeal.file',
  'survey.enter',
  'grade.comment',
  'grade.propose',
] as const

/** Accounts, and which roles may be given: one by one, so that less than all of them can be given on. */
const PEOPLE = [
  'account.manage',
  'grant.manage',
  'give.administrator',
  'give.office',
  'give.verifier',
  'give.unit-officer',
  'give.collector',
  'give.leader',
  'give.auditor',
] as const
/** Power over people is not handed on: whoever acts for an administrator gives no roles. */
export const isHandedOn = (permission: Permission): boolean =>
  !(PEOPLE as readonly Permission[]).includes(permission)

/** The permissions of each role. A collector writes but does not submit; nobody approves what they submitted. */
export const ROLES = {
  administrator: [...READS, ...IMPORTS, ...SHAPES, ...PEOPLE, 'person.read', 'person.erase', 'audit.read'],
  office: [
    ...READS,
    ...IMPORTS,
    ...SHAPES,
    ...PLANS,
    ...CUTOFFS,
    ...STEERS,
    ...CARRIES_OUT,
    ...JUDGES,
    ...PERSONNEL,
    'file.add',
    'grade.comment',
    'inspection.record',
    'survey.enter',
    'report.return',
    'report.approve',
    'report.lock',
    'report.reopen',
  ],
  verifier: [
    ...READS,
    'file.add',
    'inspection.record',
    'proposal.discuss',
    'report.return',
    'report.approve',
    'score.verify',
    'appeal.decide',
  ],
  'unit-officer': [
    ...READS,
    ...CARRIES_OUT,
    ...ANSWERS_FOR,
    ...PERSONNEL,
    'file.add',
    'duty.answer',
    'report.save',
    'report.submit',
  ],
  collector: [...READS, 'file.add', 'outreach.record', 'report.save', 'survey.enter'],
  leader: [...READS],
  /** Reads who did what, and the reports that it was done to; changes nothing. */
  auditor: [...READS, 'audit.read'],
} as const satisfies Record<string, readonly Permission[]>

export type Role = keyof typeof ROLES

export const isRole = (text: string): text is Role => Object.hasOwn(ROLES, text)

/** A role that is no longer known may do nothing. */
export const permissionsOf = (role: string): readonly Permission[] => (isRole(role) ? ROLES[role] : [])

export const roleMay = (role: string, permission: Permission): boolean =>
  permissionsOf(role).includes(permission)
