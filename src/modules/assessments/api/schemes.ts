// Schemes: read as they are in force, written as drafts, tried on a past period, put in force. Every number of a scheme is
// text in these operations (`"max": "1.5"`), so that it is read as it was written; the exported file has numbers.

import * as z from 'zod'
import { contract, FileAnswer } from '#kernel/contract.ts'
import { Scheme } from '../schema.ts'

const SchemeCode = z.string().min(1).max(60)
const Version = z.coerce.number().int().min(1).max(99_999)
const DraftId = z.string().regex(/^\d{1,9}$/)
const PeriodCode = z.string().min(1).max(20)

/** A version, which never changes. Periods that end on its days are scored by it, unless a later version has the day too. */
export const SchemeVersion = z.object({
  version: z.int(),
  name: z.string(),
  validFrom: z.string(),
  /** Null: open. */
  validTo: z.string().nullable(),
  basis: z.string(),
  sha256: z.string(),
  putInForceBy: z.string(),
  putInForceAt: z.string(),
})
export type SchemeVersion = z.infer<typeof SchemeVersion>

/** A scheme in a list; counts and name are of its newest version. */
export const SchemeLine = z.object({
  code: z.string(),
  name: z.string(),
  subjects: Scheme.shape.subjects,
  /** Published by others; nothing is scored by it here. */
  isExternal: z.boolean(),
  max: z.string(),
  areas: z.int(),
  criteria: z.int(),
  /** Newest first. */
  versions: z.array(SchemeVersion),
})
export type SchemeLine = z.infer<typeof SchemeLine>

/** By code. */
export const listSchemes = contract({
  method: 'GET',
  path: '/api/v1/schemes',
  summary: 'summary.scheme.list',
  input: z.object({
    /** The `nextCursor` of the page before: a code. */
    after: SchemeCode.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  output: z.object({ schemes: z.array(SchemeLine), nextCursor: z.string().nullable() }),
})

export const SchemeRead = SchemeVersion.extend({
  scheme: Scheme,
  /** All versions, newest first. */
  versions: z.array(SchemeVersion),
})
export type SchemeRead = z.infer<typeof SchemeRead>

/** One version, the newest when none is named. */
export const getScheme = contract({
  method: 'GET',
  path: '/api/v1/schemes/:code',
  summary: 'summary.scheme.show',
  input: z.object({ code: SchemeCode, version: Version.optional() }),
  output: SchemeRead,
})

/** The version as the file that `import --format scheme` takes. */
export const exportScheme = contract({
  method: 'GET',
  path: '/api/v1/schemes/:code/:version/file',
  summary: 'summary.scheme.export',
  input: z.object({ code: SchemeCode, version: Version }),
  output: FileAnswer,
})

/** What stands against putting it in force (`isBlocking`), or is worth a look. `at` is a code of the scheme, '' the whole. */
export const DraftFault = z.object({
  at: z.string(),
  code: z.string(),
  message: z.string(),
  isBlocking: z.boolean(),
})
export type DraftFault = z.infer<typeof DraftFault>

export const DraftLine = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  subjects: Scheme.shape.subjects,
  /** The version it was made from; null: a new scheme. */
  base: z.int().nullable(),
  startedBy: z.string(),
  startedAt: z.string(),
  changedBy: z.string(),
  changedAt: z.string(),
})
export type DraftLine = z.infer<typeof DraftLine>

export const SchemeDraft = DraftLine.extend({
  scheme: Scheme,
  /** The version that it becomes. */
  nextVersion: z.int(),
  faults: z.array(DraftFault),
  /** Past periods with scores of this scheme, on which it can be tried; newest first. Those of running rounds are not. */
  periods: z.array(z.string()),
})
export type SchemeDraft = z.infer<typeof SchemeDraft>

/** All that are being written; one for each scheme. */
export const listDrafts = contract({
  method: 'GET',
  path: '/api/v1/scheme-drafts',
  summary: 'summary.schemeDraft.list',
  input: z.object({}),
  output: z.object({ drafts: z.array(DraftLine) }),
})

/** A draft with its entity tag. */
export const getDraft = contract({
  method: 'GET',
  path: '/api/v1/scheme-drafts/:id',
  summary: 'summary.schemeDraft.show',
  input: z.object({ id: DraftId }),
  output: SchemeDraft,
})

/**
 * Begins a draft: of a new scheme, or of the next version where the code is known. It may be wrong in whatever the check
 * of a scheme finds; its form must be right.
 */
export const startDraft = contract({
  method: 'POST',
  path: '/api/v1/scheme-drafts',
  summary: 'summary.schemeDraft.start',
  input: z.object({ scheme: Scheme }),
  output: SchemeDraft,
})

/** Takes `If-Match`: two people do not write over each other. Code and subjects of a known scheme stay. */
export const saveDraft = contract({
  method: 'PUT',
  path: '/api/v1/scheme-drafts/:id',
  summary: 'summary.schemeDraft.save',
  input: z.object({ id: DraftId, scheme: Scheme }),
  output: SchemeDraft,
})

export const dropDraft = contract({
  method: 'DELETE',
  path: '/api/v1/scheme-drafts/:id',
  summary: 'summary.schemeDraft.drop',
  input: z.object({ id: DraftId }),
  output: z.object({}),
})

/**
 * Makes the draft the next version, for good. Takes `If-Match`. Refused while the check finds what is wrong, and while a
 * round stands in a period that the version would take over.
 */
export const putInForce = contract({
  method: 'POST',
  path: '/api/v1/scheme-drafts/:id/in-force',
  summary: 'summary.schemeDraft.putInForce',
  input: z.object({ id: DraftId }),
  output: z.object({ code: z.string(), version: z.int() }),
})

/** Of a unit by one scheme. Null: not everything was assessed. */
export const TrialResult = z.object({
  points: z.string().nullable(),
  max: z.string(),
  indexPercent: z.string().nullable(),
  rank: z.int().nullable(),
  class: z.string().nullable(),
})
export type TrialResult = z.infer<typeof TrialResult>

export const Trial = z.object({
  period: z.string(),
  /** The version that ruled the period; null: none did, and `before` of all units is null. */
  version: z.int().nullable(),
  /** All units that were scored, ranked as one group; `rows` are the first of them by the draft's ranks. */
  units: z.int(),
  rows: z.array(
    z.object({
      unit: z.object({ code: z.string(), name: z.string() }),
      before: TrialResult.nullable(),
      after: TrialResult,
    }),
  ),
  moved: z.object({ up: z.int(), down: z.int(), same: z.int(), incomplete: z.int() }),
  /** Criteria of the draft for which nothing that was said then fits the rule: left out of this trial. */
  leftOut: z.array(z.object({ code: z.string(), name: z.string() })),
  /** Criteria by which units get other points, or by which what was said no longer fits the rule. */
  criteria: z.array(z.object({ code: z.string(), name: z.string(), changed: z.int(), notAssessed: z.int() })),
})
export type Trial = z.infer<typeof Trial>

/** What a past period's scores would have given by the draft, beside what they gave by the scheme of then. Kept nowhere. */
export const tryDraft = contract({
  method: 'GET',
  path: '/api/v1/scheme-drafts/:id/trial',
  summary: 'summary.schemeDraft.try',
  input: z.object({
    id: DraftId,
    period: PeriodCode,
    limit: z.coerce.number().int().min(1).max(500).default(200),
  }),
  output: Trial,
})
