import * as z from 'zod'

/** Over units: `weighted` is the mean weighted by another indicator; `none` keeps to each unit's own value. */
export const AcrossUnits = z.enum(['sum', 'mean', 'weighted', 'none'])
export type AcrossUnits = z.infer<typeof AcrossUnits>

/** Over time: flows `sum`, stocks `last`, levels `mean`; `none` answers only for the period that was reported. */
export const AcrossTime = z.enum(['sum', 'last', 'mean', 'none'])
export type AcrossTime = z.infer<typeof AcrossTime>

/** Something measured. Exactly one of reported, `formula` and `source` says where its values come from. */
export type Indicator = {
  id: number
  code: string
  name: string
  nameEn: string | null
  unitOfMeasure: string
  acrossUnits: AcrossUnits
  /** Code of the weighting indicator; null unless `acrossUnits` is `weighted`. */
  weight: string | null
  acrossTime: AcrossTime
  /** Computed from rolled-up parts, never reported. */
  formula: string | null
  /** The least value a cell may hold, in the unit of measure. */
  minimum: string | null
  /** Dimension and, when closed, its items: `channel:domestic|processing|export`. */
  breakdown: string | null
  /** Computed from another module's records under this name, never reported. */
  source: string | null
}

/** How sure a value is: estimate (ước), preliminary (sơ bộ), official (chính thức). Stored by its place in this list. */
export const QUALITIES = ['estimate', 'preliminary', 'official'] as const
export const Quality = z.enum(QUALITIES)
export type Quality = (typeof QUALITIES)[number]

/** Life of a report: the state of its latest version, or `locked`. */
export const ReportState = z.enum(['draft', 'submitted', 'returned', 'approved', 'locked'])
export type ReportState = z.infer<typeof ReportState>

/** Which values a reading takes: approved ones, or whatever units have submitted (approved included). */
export const ValueState = z.enum(['approved', 'submitted'])
export type ValueState = z.infer<typeof ValueState>

/** `then`: as reported. A day: restated in the borders of that day. */
export const Borders = z.union([z.literal('then'), z.string()])
export type Borders = string

/** `self`, `children`, or an absolute level of the tree (1 is a root). */
export type Level = 'self' | 'children' | number

/** One rolled-up value. Decimals are strings in the unit of measure; `value` null is missing, which is not zero. */
export type RollupRow = {
  unitId: string
  unitCode: string
  unitName: string
  indicator: string
  period: string
  value: string | null
  /** Units with a value, of the units expected to have one. */
  reported: number
  expected: number
  /** A value was carried to a successor (or predecessor) unit. */
  restated: boolean
  /** Values of units that reach into this one but could not be shared out; they count from their lowest common unit up. */
  notRestated: { units: number; value: string | null } | null
  /** Of the reported values: how many are not official. */
  estimates: number
  preliminary: number
  /** Why a formula has no value: the part that is missing, or a division by zero. */
  reason?: string
}

/** A cell by name: an indicator, whole or one item of its breakdown (`{ channel: 'export' }`). */
export const CellName = z.object({
  indicator: z.string(),
  breakdown: z.record(z.string(), z.string()).optional(),
})
export type CellName = z.infer<typeof CellName>

/** What is written into a cell. What is left out stays as it was; `evidence` names kept files and replaces the list. */
export const ReportValue = CellName.extend({
  value: z.string().nullable(),
  comment: z.string().max(2_000).optional(),
  evidence: z.array(z.string().max(64)).max(50).optional(),
})
export type ReportValue = z.infer<typeof ReportValue>

/** A file that a value rests on. */
export const EvidenceFile = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  /** SHA-256 of the bytes as they came, hex. */
  sha256: z.string(),
})
export type EvidenceFile = z.infer<typeof EvidenceFile>

/** A cell as it is read: with its evidence and, while it waits to be corrected, why it was returned. */
export const ReportCell = CellName.extend({
  value: z.string().nullable(),
  comment: z.string().optional(),
  evidence: z.array(EvidenceFile).optional(),
  returned: z.string().optional(),
})
export type ReportCell = z.infer<typeof ReportCell>

export const REPORT_ACTIONS = ['save', 'submit', 'return', 'approve', 'lock', 'reopen'] as const
export const ReportAction = z.enum(REPORT_ACTIONS)
export type ReportAction = z.infer<typeof ReportAction>

/** Why a report, or some of its cells, was sent back; null: each cell says its own reason. */
export const Returned = z.object({ reason: z.string().nullable(), by: z.string(), at: z.iso.datetime() })
export type Returned = z.infer<typeof Returned>

export const Report = z.object({
  form: z.string(),
  unit: z.string(),
  period: z.string(),
  version: z.int(),
  state: ReportState,
  quality: Quality,
  values: z.array(ReportCell),
  /** What the unit was asked to correct: of a returned version, and of the draft that corrects it. */
  returned: Returned.optional(),
  /** The version whose values count in every approved figure; null while none was approved. */
  inForce: z.object({ version: z.int() }).nullable(),
  /** What the caller may do with the report now: rights, life cycle, cut-off and separation of duties together. */
  may: z.array(ReportAction),
})
export type Report = z.infer<typeof Report>

/** One version of a report. Names are account names; `…For`: on whose behalf. */
export const ReportVersion = z.object({
  version: z.int(),
  state: ReportState,
  quality: Quality,
  /** Counts in every approved figure. */
  isInForce: z.boolean(),
  /** Came from a file that an office brought in. */
  isImported: z.boolean(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  /** Who changed it last before it was sent, and when. */
  savedBy: z.string(),
  savedAt: z.iso.datetime(),
  submittedBy: z.string().nullable(),
  submittedFor: z.string().nullable(),
  submittedAt: z.iso.datetime().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  /** Why it was sent back as a whole; cells have their own. */
  reason: z.string().nullable(),
  values: z.array(ReportCell),
})
export type ReportVersion = z.infer<typeof ReportVersion>

type UnitName = { id: string; code: string; name: string }

/** The version of a report in force behind a value. Instants are ISO 8601 in UTC; null: not submitted by the unit itself. */
export type LeafReport = {
  form: string
  period: string
  version: number
  state: string
  submittedAt: string | null
  approvedAt: string | null
}

/** Where a figure ends: one unit's value for one period. `share` and `whole` stand where only a part of it counts. */
export type LineageLeaf = {
  indicator: string
  unit: UnitName
  value: string
  share?: string
  whole?: string
  /** Null for a value computed from another module's records. */
  report: LeafReport | null
  /** The files that the version in force names for this indicator's cells. */
  evidence: EvidenceFile[]
  /** What a computed value was counted from, where its module tells: how many records of which kind, of this period. */
  records?: { kind: string; count: number; period: string }
}

/** A figure and what it is made of. `key` is the figure's, at the top; `formula` is set when it is computed from parts. */
export type LineageNode = {
  key: string | null
  indicator: string
  unit: UnitName
  period: string
  value: string | null
  formula: string | null
  parts: (LineageNode | LineageLeaf)[]
}
