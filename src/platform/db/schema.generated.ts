// Written by `npm run schema` from the migrated database; never by hand.

import type { ColumnType } from 'kysely'

/** Filled in by the database when it is left out. */
type Given<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>
/** Read as a Date, written as a Date or as ISO 8601. */
type Instant = ColumnType<Date, Date | string, Date | string>
/** Read parsed, written as JSON text. */
type Json = ColumnType<unknown, string, string>

export type Accounts = {
  id: Given<number>
  username: string
  password_hash: string
  created_at: Instant
  disabled_at: Instant | null
  display_name: string | null
  must_change_password: Given<boolean>
  sought: Given<string>
  email: string | null
}

export type Appeals = {
  id: Given<number>
  kind: string
  round_id: number | null
  grade_subject: number | null
  result_id: number | null
  new_result_id: number | null
  unit_id: number
  criterion: Given<string>
  claim: string
  state: Given<string>
  due_on: string
  filed_by: string
  filed_by_id: number | null
  filed_for: string | null
  filed_at: Instant
  owner_id: number | null
  owner: string | null
  assigned_by: string | null
  assigned_at: Instant | null
  number: Given<string>
  reason: Given<string>
  decided_on: string | null
  decided_by: string | null
  decided_for: string | null
  decided_at: Instant | null
  revision: Given<number>
}

export type Assessments = {
  id: Given<number>
  scheme_id: number
  period: string
  group_name: string
  scored_to: number
  result: string
  sha256: string
  assessed_by: string
  assessed_at: Instant
}

export type AuditEntries = {
  seq: Given<number>
  at: Instant
  actor_id: number | null
  actor: string
  acting_for: string | null
  action: string
  subject: string
  unit_id: number | null
  details: Given<Json>
  previous_hash: Given<string>
  hash: Given<string>
}

export type Breakdowns = {
  id: number
  key: string
}

export type ClaimRules = {
  id: Given<number>
  claim: string
  value: string
  role: string
  unit_id: number | null
  field: string | null
}

export type CodeApps = {
  account_id: number
  secret: string
  confirmed_at: Instant | null
  last_step: Given<number>
}

export type CutoffExceptions = {
  id: Given<number>
  form_id: number | null
  unit_id: number
  period_id: number
  until: string
  reason: string
  created_by: string
  created_at: Instant
  ended_at: Instant | null
}

export type CutoffRules = {
  id: Given<number>
  form_id: number | null
  frequency: string
  level: number | null
  valid_from: Given<string>
  valid_to: Given<string>
  days: Json
  basis: string
  created_by: string
  created_at: Instant
}

export type DefinitionRevision = {
  revision: number
}

export type Delegations = {
  id: Given<number>
  delegator_id: number
  delegate_id: number
  valid_from: string
  valid_to: string
}

export type DirectiveFiles = {
  directive_id: number
  file_id: string
  position: number
  text: string | null
}

export type DirectiveLinks = {
  from_id: number
  to_id: number
  kind: string
}

export type DirectiveNames = {
  directive_id: number | null
  number: string | null
  excerpt: string | null
  issued_on: string | null
  keeper_unit_id: number | null
}

export type Directives = {
  id: Given<number>
  number: string
  serial: number
  series_year: number | null
  side: string
  type: string
  body: string
  issuer: string
  issuer_unit_id: number | null
  keeper_unit_id: number
  issued_on: string
  excerpt: string
  signer: string | null
  valid_from: string
  valid_to: Given<string>
  revision: Given<number>
  found_by: string
  created_by: string
  created_at: Instant
  changed_at: Instant
}

export type Duties = {
  id: Given<number>
  directive_id: number
  task: string
  product: string
  indicator: string | null
  programme: string | null
  repeats: string | null
  first_due_on: string | null
  last_due_on: string | null
  addressed: Json
  decider_id: number
  created_by: string
  created_at: Instant
  withdrawn_at: Instant | null
  withdrawn_because: string | null
  issued_on: string
  created_for: string | null
}

export type DutyAnswerStates = {
  occurrence_id: number | null
  version: number | null
  kind: string | null
  note: string | null
  sent_by: string | null
  sent_for: string | null
  sent_at: Instant | null
  decision: string | null
  reason: string | null
  decided_by: string | null
  decided_for: string | null
  decided_at: Instant | null
}

export type DutyAnswers = {
  id: Given<number>
  occurrence_id: number
  version: number
  kind: string
  ref: Json
  files: Given<Json>
  note: Given<string>
  sent_by: string
  sent_for: string | null
  sent_at: Instant
  decision: string | null
  reason: string | null
  decided_by: string | null
  decided_for: string | null
  decided_at: Instant | null
}

export type DutyDays = {
  occurrence_id: number | null
  unit_id: number | null
  unit_code: string | null
  unit_name: string | null
  due_on: string | null
  done_on: string | null
  state: string | null
  passed_to_id: number | null
}

export type DutyExtensions = {
  id: Given<number>
  occurrence_id: number
  from_day: string | null
  to_day: string
  reason: string
  made_by: string
  made_for: string | null
  made_at: Instant
}

export type DutyOccurrences = {
  id: Given<number>
  duty_id: number
  directive_id: number
  unit_id: number
  unit_code: string
  unit_name: string
  ordinal: Given<number>
  asked_due_on: string | null
  due_on: string | null
  received_on: string | null
  studied_on: string | null
  planned_on: string | null
  reported_on: string | null
  done_on: string | null
  state: Given<string>
  passed_to_id: number | null
  passed_by_id: number | null
  changed_at: Instant
  revision: Given<number>
  acknowledged_on: string | null
  acknowledged_by: string | null
  acknowledged_for: string | null
  withdrawn_at: Instant | null
  withdrawn_by: string | null
  withdrawn_because: string | null
}

export type DutyPassings = {
  from_id: number
  to_id: number
  directive_id: number
  passed_by: string
  passed_for: string | null
  passed_at: Instant
}

export type DutyReminders = {
  occurrence_id: number
  kind: string
  due_on: string
}

export type DutyStatements = {
  occurrence_id: number
  received_on: string | null
  studied_on: string | null
  planned_on: string | null
  reported_on: string | null
  done_on: string | null
  source: string
  stated_by: string
  stated_at: Instant
  stated_for: string | null
}

export type DutyStates = {
  occurrence_id: number | null
  duty_id: number | null
  directive_id: number | null
  unit_id: number | null
  unit_code: string | null
  unit_name: string | null
  due_on: string | null
  state: string | null
  ordinal: number | null
  done_on: string | null
  changed_at: Instant | null
  task: string | null
  product: string | null
  decider_id: number | null
  created_at: Instant | null
  number: string | null
  excerpt: string | null
}

export type Figures = {
  key: string
  programme_id: number | null
  indicator_id: number
  label: string
  label_en: string
  phrase: string | null
  phrase_en: string | null
  basis: string
  step: string | null
  position: number
}

export type FileChunks = {
  file_id: string
  copy: string
  at: number
  content: Uint8Array
}

export type Files = {
  id: string
  unit_id: number
  name: string
  bytes: number
  received: Given<number>
  sha256: string | null
  media_type: string | null
  width: number | null
  height: number | null
  taken_at: Instant | null
  latitude: string | null
  longitude: string | null
  accuracy_m: string | null
  created_by: string
  created_at: Instant
  touched_at: Instant
  completed_at: Instant | null
  used_at: Instant | null
  copied_at: Instant | null
}

export type FindingDuties = {
  occurrence_id: number
  finding_id: number
  made_by: string
  made_for: string | null
  made_at: Instant
}

export type FindingRechecks = {
  id: Given<number>
  finding_id: number
  checked_on: string
  result: string
  note: string
  files: Given<Json>
  checked_by: string
  checked_for: string | null
  checked_at: Instant
}

export type FormIndicators = {
  form_id: number
  indicator_id: number
  position: number
}

export type FormNames = {
  id: number | null
  code: string | null
  name: string | null
  name_en: string | null
  frequency: string | null
  field: string | null
  is_asked: boolean | null
  asked: number | null
}

export type Forms = {
  id: Given<number>
  code: string
  name: string
  name_en: string | null
  frequency: string
  field: string | null
  is_asked: Given<boolean>
}

export type GradeCommitments = {
  id: Given<number>
  subject_id: number
  text: string
  measure: string
  made_by: string
  made_at: Instant
  outcome: string | null
  result: Given<string>
  reported_by: string | null
  reported_at: Instant | null
  withdrawn_at: Instant | null
}

export type GradeExceptions = {
  id: Given<number>
  grading_id: number
  group_key: string
  level: string
  percent: string
  approver: string
  number: string
  on_day: string
  reason: string
  added_by: string
  added_at: Instant
  withdrawn_at: Instant | null
}

export type GradeFacts = {
  id: Given<number>
  subject_id: number
  step: string
  grade: string | null
  exemption: string | null
  text: string
  body: string
  ballot: Json | null
  number: string
  on_day: string | null
  is_current: Given<boolean>
  said_by: string
  said_by_id: number | null
  said_for: string | null
  said_at: Instant
}

export type GradeRules = {
  id: Given<number>
  code: string
  version: number
  name: string
  subjects: string
  valid_from: string
  valid_to: Given<string>
  basis: string
  definition: string
  sha256: string
  created_by: string
  created_at: Instant
}

export type GradeScores = {
  id: Given<number>
  subject_id: number
  side: string
  part: string
  said: Json
  is_current: Given<boolean>
  said_by: string
  said_at: Instant
}

export type GradingSubjects = {
  id: Given<number>
  grading_id: number
  unit_id: number
  unit_code: string
  unit_name: string
  person_id: number | null
  code: string
  name: string
  title: string
  subject_group: string
  is_head: boolean
  came_from_id: number | null
  served_months: number | null
  erased_at: Instant | null
  revision: Given<number>
}

export type Gradings = {
  id: Given<number>
  rules_id: number
  subjects: string
  period: string
  name: string
  keeper_id: number
  keeper_code: string
  keeper_name: string
  state: Given<string>
  self_due: string | null
  comment_due: string | null
  propose_due: string | null
  decide_on: string | null
  appeal_days: number
  revision: Given<number>
  opened_by: string
  opened_at: Instant
}

export type Grants = {
  account_id: number
  role: string
  unit_id: number | null
  valid_from: Given<string>
  valid_to: Given<string>
  id: Given<number>
  field: string | null
  source: Given<string>
}

export type IdempotencyKeys = {
  key: string
  account_id: number
  request: string
  answer: Json | null
  created_at: Instant
}

export type Imports = {
  id: Given<number>
  format: string
  file_name: string
  sha256: string
  rows: number
  actor: string
  at: Instant
}

export type IndicatorCodes = {
  id: number | null
  code: string | null
}

export type IndicatorValues = {
  indicator_id: number
  period_id: number
  unit_id: number
  breakdown_id: number
  approved: string | null
  submitted: string | null
  approved_quality: number | null
  submitted_quality: number | null
  report_id: number | null
}

export type Indicators = {
  id: Given<number>
  code: string
  name: string
  name_en: string | null
  unit_of_measure: string
  across_units: string
  weight_id: number | null
  across_time: string
  formula: string | null
  minimum: string | null
  breakdown: string | null
  source: string | null
}

export type InspectionFindings = {
  id: Given<number>
  visit_id: number
  key: string
  position: number
  kind: string
  severity: string
  text: string
  asked: string
  files: Given<Json>
}

export type InspectionVisits = {
  id: Given<number>
  inspection_id: number
  unit_id: number
  unit_code: string
  unit_name: string
  programme: string | null
  site: string
  planned_on: string
  inspectors: Json
  cancelled_because: string | null
  visited_on: string | null
  place: Given<string>
  latitude: string | null
  longitude: string | null
  accuracy_m: string | null
  team: Given<Json>
  met: Given<Json>
  summary: Given<string>
  files: Given<Json>
  revision: Given<number>
  recorded_by: string | null
  recorded_for: string | null
  recorded_at: Instant | null
}

export type Inspections = {
  id: Given<number>
  directive_id: number
  owner_id: number
  owner_code: string
  owner_name: string
  name: string
  purpose: string
  starts_on: string
  ends_on: string
  revision: Given<number>
  planned_by: string
  planned_for: string | null
  planned_at: Instant
  conclusion: string | null
  closed_by: string | null
  closed_for: string | null
  closed_at: Instant | null
}

export type Installation = {
  id: Given<number>
  demo: Given<boolean>
}

export type Mails = {
  id: Given<number>
  account_id: number
  key: string
  state: Given<string>
  subject: string | null
  body_text: string | null
  body_html: string | null
  attempts: Given<number>
  next_at: Instant
  fault: string | null
  created_at: Instant
  sent_at: Instant | null
}

export type NoticeCursor = {
  seq: number
}

export type NoticeSettings = {
  account_id: number
  lang: Given<string>
  ways: Given<Json>
  mailed_at: Instant | null
  last_digest_on: string | null
}

export type Notices = {
  id: Given<number>
  account_id: number
  kind: string
  thing: string
  form: string | null
  period: string | null
  unit_id: number | null
  units: Given<number>
  version: number | null
  by_name: string | null
  reason: string | null
  due_on: string | null
  at: Instant
  read_at: Instant | null
  mail: string
  duty_id: number | null
  occurrence_id: number | null
  step: string | null
  judged_id: number | null
  judged_name: string | null
  keeper_code: string | null
}

export type Openings = {
  id: Given<number>
  form_id: number
  unit_id: number
  period_id: number
  due_on: string | null
  closes_on: string | null
  created_by: string
  created_at: Instant
}

export type OrganisationRevision = {
  revision: number
}

export type OutreachActivities = {
  id: string
  unit_id: number
  unit_code: string
  unit_name: string
  form: string
  subject: string
  held_on: string
  place: string
  reached: number | null
  programme: string | null
  directive_id: number | null
  revision: Given<number>
  recorded_by: string
  recorded_at: Instant
  withdrawn_at: Instant | null
  withdrawn_because: string | null
}

export type OutsideIdentities = {
  issuer: string
  subject: string
  account_id: number
}

export type Passkeys = {
  credential: string
  account_id: number
  name: string
  public_key: string
  counter: number
  transports: Given<Json>
  created_at: Instant
  used_at: Instant | null
}

export type People = {
  id: Given<number>
  code: string
  name: string
  sought: string
  account_id: number | null
  revision: Given<number>
  created_by: string
  created_at: Instant
}

export type PeriodCodes = {
  id: number | null
  code: string | null
  starts_on: string | null
  ends_on: string | null
}

export type Periods = {
  id: Given<number>
  code: string
  kind: string
  starts_on: string
  ends_on: string
}

export type PlanAnswers = {
  plan_id: number
  directive_id: number
}

export type PlanItems = {
  id: Given<number>
  plan_id: number
  goal_id: number | null
  position: number
  text: string
  responsible: Given<string>
  starts_on: string | null
  due_on: string | null
  resources: Given<string>
  indicator: string | null
  target_unit_id: number | null
  target_period: string | null
  from_id: number | null
}

export type PlanProgress = {
  id: Given<number>
  item_id: number
  on_day: string
  state: string
  percent: number
  note: Given<string>
  made_by: string
  made_for: string | null
  made_at: Instant
}

export type Plans = {
  id: Given<number>
  unit_id: number
  unit_code: string
  unit_name: string
  horizon: string
  period: string
  starts_on: string
  ends_on: string
  title: string
  state: Given<string>
  directive_id: number | null
  origin: string | null
  from_id: number | null
  passed_by_id: number | null
  withdrawn_because: string | null
  revision: Given<number>
  made_by: string
  made_for: string | null
  made_at: Instant
  changed_by: string
  changed_at: Instant
}

export type Posts = {
  id: Given<number>
  person_id: number
  unit_id: number
  unit_code: string
  unit_name: string
  title: string
  post_group: string
  is_head: boolean
  valid_from: string
  valid_to: string
}

export type Programmes = {
  id: Given<number>
  slug: string
  name: string
  name_en: string
  summary: Given<string>
  summary_en: Given<string>
  unit_id: number
  starts_on: string
  ends_on: string
  breakthrough: Given<boolean>
  position: number
}

export type ProposalRemarks = {
  id: Given<number>
  proposal_id: number
  text: string
  made_by: string
  made_for: string | null
  made_at: Instant
}

export type ProposalTargets = {
  proposal_id: number
  position: number
  indicator: string
  period: string
  value: string
  kind: string | null
}

export type Proposals = {
  id: Given<number>
  unit_id: number
  unit_code: string
  unit_name: string
  chooser_id: number
  chooser_code: string
  chooser_name: string
  name: string
  name_en: Given<string>
  why: string
  summary: Given<string>
  summary_en: Given<string>
  starts_on: string
  ends_on: string
  state: Given<string>
  revision: Given<number>
  made_by: string
  made_for: string | null
  made_at: Instant
  directive_id: number | null
  programme: string | null
  because: string | null
  decided_by: string | null
  decided_for: string | null
  decided_at: Instant | null
}

export type RecoveryCodes = {
  code_hash: string
  account_id: number
}

export type ReportStates = {
  report_id: number | null
  version: number | null
  is_latest: boolean | null
  state: string | null
  locked_at: Instant | null
  form_id: number | null
  form: string | null
  field: string | null
  is_asked: boolean | null
  unit_id: number | null
  period_id: number | null
  period: string | null
  starts_on: string | null
  ends_on: string | null
  created_by: string | null
  created_at: Instant | null
  submitted_by: string | null
  submitted_for: string | null
  submitted_at: Instant | null
  decided_by: string | null
  decided_at: Instant | null
  reason: string | null
  returned_cells: number | null
  filled: number | null
}

export type ReportVersions = {
  report_id: number
  version: number
  state: string
  quality: Given<number>
  cells: Json
  comments: Json | null
  created_by: string
  created_at: Instant
  submitted_by: string | null
  submitted_at: Instant | null
  decided_by: string | null
  decided_at: Instant | null
  reason: string | null
  returned_cells: Json | null
  import_id: number | null
  evidence: Json | null
  submitted_for: string | null
  decided_for: string | null
  saved_by: string | null
  saved_at: Instant | null
}

export type Reports = {
  id: Given<number>
  form_id: number
  unit_id: number
  period_id: number
  latest_version: Given<number>
  submitted_version: number | null
  approved_version: number | null
  revision: Given<number>
  locked_at: Instant | null
}

export type ResultUnits = {
  result_id: number
  unit_id: number
  unit_code: string
  unit_name: string
  points: string
  max: string
  index_percent: string | null
  rank: number | null
  class: string | null
  complete: boolean
  adjusted: string
  areas: Json
  criteria: Json
}

export type Results = {
  id: Given<number>
  round_id: number
  ordinal: number
  kind: string
  assessment_id: number
  version: number
  decision: string
  decided_on: string
  reason: string
  published_by: string
  published_for: string | null
  published_at: Instant
}

export type RollupPending = {
  id: Given<number>
  period_id: number
  indicator_ids: number[]
}

export type Rollups = {
  indicator_id: number
  period_id: number
  unit_id: number
  breakdown_id: number
  approved_total: string | null
  approved_reported: number
  approved_outside: number
  approved_estimate: number
  approved_preliminary: number
  submitted_total: string | null
  submitted_reported: number
  submitted_outside: number
  submitted_estimate: number
  submitted_preliminary: number
}

export type RoundSubjects = {
  round_id: number
  unit_id: number
  unit_code: string
  unit_name: string
  sent_at: Instant | null
  sent_by: string | null
  explained_at: Instant | null
  explained_by: string | null
}

export type Rounds = {
  id: Given<number>
  scheme: string
  period: string
  group_name: Given<string>
  name: string
  keeper_id: number
  keeper_code: string
  keeper_name: string
  state: Given<string>
  self_due: string | null
  verify_due: string | null
  explain_due: string | null
  council_on: string | null
  appeal_days: Given<number>
  published_on: string | null
  decision: Given<string>
  revision: Given<number>
  opened_by: string
  opened_at: Instant
}

export type SchemeDrafts = {
  id: Given<number>
  code: string
  name: string
  subjects: string
  base: number | null
  definition: string
  revision: Given<number>
  started_by: string
  started_at: Instant
  changed_by: string
  changed_at: Instant
}

export type Schemes = {
  id: Given<number>
  code: string
  version: number
  name: string
  subjects: string
  valid_from: string
  valid_to: Given<string>
  basis: string
  definition: string
  sha256: string
  created_by: string
  created_at: Instant
}

export type ScoreEvidence = {
  id: Given<number>
  scheme: string
  period: string
  unit_id: number
  number: string
  issuer: Given<string>
  issued_on: string | null
  page: Given<string>
  file_id: string | null
  link: Given<string>
  added_by: string
  added_by_id: number | null
  added_at: Instant
  withdrawn_at: Instant | null
}

export type ScoreEvidenceCriteria = {
  evidence_id: number
  criterion: string
}

export type Scores = {
  id: Given<number>
  scheme: string
  period: string
  unit_id: number
  criterion: string
  stage: string
  input: string
  reason: string
  is_current: Given<boolean>
  said_by: string
  said_at: Instant
  note: Given<string>
  said_by_id: number | null
  said_for: string | null
  source: string | null
}

export type Sessions = {
  token_hash: string
  account_id: number
  created_at: Instant
  expires_at: Instant
  id: Given<number>
  seen_at: Instant
  idle_seconds: number
  renewed_at: Instant
  next_salt: string | null
  next_hash: string | null
  previous_hash: string | null
  previous_until: Instant | null
  address: Given<string>
  agent: Given<string>
}

export type SignInAttempts = {
  name_hash: string
  attempts: number
  since: Instant
}

export type SignInChallenges = {
  id_hash: string
  kind: string
  account_id: number | null
  asked: Json
  expires_at: Instant
}

export type StudyAttendance = {
  session_id: number
  kind: string
  invited: number
  attended: number
}

export type StudySessions = {
  id: Given<number>
  directive_id: number
  unit_id: number
  unit_code: string
  unit_name: string
  held_on: string
  form: string
  materials: Given<string>
  files: Given<Json>
  recorded_by: string
  recorded_at: Instant
  changed_at: Instant
  withdrawn_at: Instant | null
  withdrawn_because: string | null
  cell: Given<string>
  revision: Given<number>
  withdrawn_by: string | null
}

export type Successions = {
  old_unit_id: number
  new_unit_id: number
  on_date: string
  share: string | null
  kind: string
  basis: string | null
}

export type SurveyPapers = {
  survey_id: number
  unit_id: number
  group_code: string
  number: number
}

export type SurveyTallies = {
  survey_id: number
  unit_id: number
  group_code: string
  question: number
  option: number
  n: number
}

export type SurveyTokens = {
  sha256: string
  survey_id: number
  unit_id: number
  group_code: string
  is_used: Given<boolean>
}

export type Surveys = {
  id: Given<number>
  round_id: number
  name: string
  intro: Given<string>
  intro_en: Given<string>
  groups: Json
  questions: Json
  last_day: string | null
  state: Given<string>
  revision: Given<number>
  opened_by: string
  opened_at: Instant
  started_at: Instant | null
  closed_by: string | null
  closed_at: Instant | null
}

export type TargetRevisions = {
  target_id: number
  revision: number
  value: string | null
  reason: string | null
  actor: string
  at: Instant
  kind: string | null
}

export type Targets = {
  id: Given<number>
  indicator_id: number
  unit_id: number
  period_id: number
  kind: string
  value: string | null
}

export type UnitBorders = {
  unit_id: number
  on_date: string
  geometry: Json
  source: string
}

export type UnitCodes = {
  unit_id: number
  scheme: string
  code: string
  valid_from: Given<string>
  valid_to: Given<string>
}

export type UnitHolders = {
  hierarchy: string | null
  ancestor_id: number | null
  unit_id: number | null
  depth: number | null
  valid_from: string | null
  valid_to: string | null
}

export type UnitLives = {
  unit_id: number | null
  begins_on: string | null
  ends_on: string | null
  last_code: string | null
  last_name: string | null
}

export type UnitNeighbours = {
  unit_id: number
  neighbour_id: number
}

export type UnitRevision = {
  revision: number | null
}

export type UnitStates = {
  unit_id: number
  hierarchy: string
  code: string
  name: string
  name_en: string | null
  alt_names: string | null
  kind: string
  parent_id: number | null
  valid_from: string
  valid_to: string
}

export type UnitTiles = {
  unit_id: number
  tile_row: number
  tile_x: string
  bank: Given<string>
  river_order: Given<number>
}

export type UnitTree = {
  hierarchy: string
  ancestor_id: number
  unit_id: number
  depth: number
  valid_from: string
  valid_to: string
}

export type Units = {
  id: Given<number>
  begins_on: Given<string>
  ends_on: Given<string>
}

export type Database = {
  accounts: Accounts
  appeals: Appeals
  assessments: Assessments
  audit_entries: AuditEntries
  breakdowns: Breakdowns
  claim_rules: ClaimRules
  code_apps: CodeApps
  cutoff_exceptions: CutoffExceptions
  cutoff_rules: CutoffRules
  definition_revision: DefinitionRevision
  delegations: Delegations
  directive_files: DirectiveFiles
  directive_links: DirectiveLinks
  directive_names: DirectiveNames
  directives: Directives
  duties: Duties
  duty_answer_states: DutyAnswerStates
  duty_answers: DutyAnswers
  duty_days: DutyDays
  duty_extensions: DutyExtensions
  duty_occurrences: DutyOccurrences
  duty_passings: DutyPassings
  duty_reminders: DutyReminders
  duty_statements: DutyStatements
  duty_states: DutyStates
  figures: Figures
  file_chunks: FileChunks
  files: Files
  finding_duties: FindingDuties
  finding_rechecks: FindingRechecks
  form_indicators: FormIndicators
  form_names: FormNames
  forms: Forms
  grade_commitments: GradeCommitments
  grade_exceptions: GradeExceptions
  grade_facts: GradeFacts
  grade_rules: GradeRules
  grade_scores: GradeScores
  grading_subjects: GradingSubjects
  gradings: Gradings
  grants: Grants
  idempotency_keys: IdempotencyKeys
  imports: Imports
  indicator_codes: IndicatorCodes
  indicator_values: IndicatorValues
  indicators: Indicators
  inspection_findings: InspectionFindings
  inspection_visits: InspectionVisits
  inspections: Inspections
  installation: Installation
  mails: Mails
  notice_cursor: NoticeCursor
  notice_settings: NoticeSettings
  notices: Notices
  openings: Openings
  organisation_revision: OrganisationRevision
  outreach_activities: OutreachActivities
  outside_identities: OutsideIdentities
  passkeys: Passkeys
  people: People
  period_codes: PeriodCodes
  periods: Periods
  plan_answers: PlanAnswers
  plan_items: PlanItems
  plan_progress: PlanProgress
  plans: Plans
  posts: Posts
  programmes: Programmes
  proposal_remarks: ProposalRemarks
  proposal_targets: ProposalTargets
  proposals: Proposals
  recovery_codes: RecoveryCodes
  report_states: ReportStates
  report_versions: ReportVersions
  reports: Reports
  result_units: ResultUnits
  results: Results
  rollup_pending: RollupPending
  rollups: Rollups
  round_subjects: RoundSubjects
  rounds: Rounds
  scheme_drafts: SchemeDrafts
  schemes: Schemes
  score_evidence: ScoreEvidence
  score_evidence_criteria: ScoreEvidenceCriteria
  scores: Scores
  sessions: Sessions
  sign_in_attempts: SignInAttempts
  sign_in_challenges: SignInChallenges
  study_attendance: StudyAttendance
  study_sessions: StudySessions
  successions: Successions
  survey_papers: SurveyPapers
  survey_tallies: SurveyTallies
  survey_tokens: SurveyTokens
  surveys: Surveys
  target_revisions: TargetRevisions
  targets: Targets
  unit_borders: UnitBorders
  unit_codes: UnitCodes
  unit_holders: UnitHolders
  unit_lives: UnitLives
  unit_neighbours: UnitNeighbours
  unit_revision: UnitRevision
  unit_states: UnitStates
  unit_tiles: UnitTiles
  unit_tree: UnitTree
  units: Units
}
