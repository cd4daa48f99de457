import * as z from 'zod'
import { contract, FileAnswer } from '#kernel/contract.ts'
import { DayInput } from '#kernel/day.ts'

/** What to look for; nothing given finds everything. */
const Filter = z.object({
  /** Code of a unit: what was done at it and below. Without it, everything, for whoever reads the log everywhere. */
  unit: z.string().min(1).optional(),
  /** Account name of who did it, or for whom it was done. */
  who: z.string().min(1).max(200).optional(),
  /** `report.approve`, or a whole noun: `report`. */
  action: z
    .string()
    .regex(/^[a-zA-Z-]+(\.[a-zA-Z-]+)?$/)
    .optional(),
  /** How the subject begins: `report:fruit_areas/04198`. */
  subject: z.string().min(1).max(300).optional(),
  /** Days of Vietnam, both inclusive. */
  from: DayInput.optional(),
  to: DayInput.optional(),
})

export const AuditEntryTold = z.object({
  seq: z.int(),
  at: z.iso.datetime(),
  actor: z.string(),
  actingFor: z.string().nullable(),
  action: z.string(),
  subject: z.string(),
  unit: z.object({ code: z.string(), name: z.string() }).nullable(),
  /** What was before and after. */
  details: z.record(z.string(), z.unknown()),
})
export type AuditEntryTold = z.infer<typeof AuditEntryTold>

export const listAudit = contract({
  method: 'GET',
  path: '/api/v1/audit',
  summary: 'summary.audit.list',
  input: Filter.extend({
    /** Entries before this number: `nextBefore` of the page before. */
    before: z.coerce.number().int().min(1).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  /** Newest first. */
  output: z.object({ entries: z.array(AuditEntryTold), nextBefore: z.int().nullable() }),
})

/** The same as a file, oldest first: `csv` for people, `ndjson` with the hashes of the chain for checking. */
export const exportAudit = contract({
  method: 'GET',
  path: '/api/v1/audit/export',
  summary: 'summary.audit.export',
  input: Filter.extend({ format: z.enum(['csv', 'ndjson']).default('csv') }),
  output: FileAnswer,
})

/** Reads the chain of the whole log: nothing changed, nothing taken out. */
export const checkAudit = contract({
  method: 'GET',
  path: '/api/v1/audit/check',
  summary: 'summary.audit.check',
  input: z.object({}),
  output: z.object({
    ok: z.boolean(),
    checked: z.int(),
    differences: z.array(z.object({ seq: z.int(), fault: z.string() })),
    /** Hash of the last entry: whoever keeps it can prove later that nothing before it was changed. */
    lastHash: z.string().nullable(),
  }),
})
