import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { DayInput } from '#kernel/day.ts'
import { DirectiveTypeCode } from '../rules/types.ts'
import { Product, Side } from '../schema.ts'

const Id = z.string().regex(/^\d{1,15}$/)
const Text = z.string().trim().min(1)
const Ids = z.array(Id).max(50).default([])

/** A directive as others name it. */
export const DirectiveRef = z.object({
  id: z.string(),
  /** Normalised: `05-CT/TW`. */
  number: z.string(),
  side: Side,
  /** A code of the catalogue: `conclusion`. */
  type: z.string(),
  /** Full name of whoever issued it, as on that day. */
  issuer: z.string(),
  /** Code of the issuing unit as on that day; null: outside this installation. */
  issuerCode: z.string().nullable(),
  issuedOn: z.string(),
  excerpt: z.string(),
})
export type DirectiveRef = z.infer<typeof DirectiveRef>

/** Units whose duties count: neither withdrawn nor passed on, and reached by the caller with `duty.read`. */
export const DutyCount = z.object({
  units: z.int(),
  /** Everything that is due by today is done. */
  done: z.int(),
  /** Past the day: still, or when it was done. */
  late: z.int(),
})
export type DutyCount = z.infer<typeof DutyCount>

export const DirectiveLine = DirectiveRef.extend({
  /** Last day of validity; null: open. */
  validTo: z.string().nullable(),
  /** Something that replaces it is in the register. */
  isReplaced: z.boolean(),
  files: z.int(),
  /** Null: nothing is asked of a unit that the caller reaches. */
  duties: DutyCount.nullable(),
})
export type DirectiveLine = z.infer<typeof DirectiveLine>

const File = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  /** `waiting`: its text is not read yet. `unreadable`: a picture, a scan, or a form that is not read. */
  text: z.enum(['waiting', 'read', 'unreadable']),
})
const UnitName = z.object({ id: z.string(), code: z.string(), name: z.string() })
/** Whoever links to it names it in `implementedBy` and so on; the latest first, 200 at most. */
const Links = z.object({
  implements: z.array(DirectiveRef),
  amends: z.array(DirectiveRef),
  replaces: z.array(DirectiveRef),
  implementedBy: z.array(DirectiveRef),
  amendedBy: z.array(DirectiveRef),
  replacedBy: z.array(DirectiveRef),
})
export type Links = z.infer<typeof Links>

export const Directive = DirectiveRef.extend({
  /** Of the number: digits as a number, who issues, and the year where the number names it. */
  serial: z.int(),
  body: z.string(),
  seriesYear: z.int().nullable(),
  signer: z.string().nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  /** Whose register holds it, named as on the day of issue. */
  keeper: UnitName,
  files: z.array(File),
  links: Links,
  duties: DutyCount.nullable(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  /** What the caller may do: `change` it, `issue` duties under it. */
  may: z.array(z.enum(['change', 'issue'])),
})
export type Directive = z.infer<typeof Directive>

const Draft = z
  .object({
    /** As typed; it is kept normalised. */
    number: z.string().trim().min(1).max(100),
    type: DirectiveTypeCode,
    /** Code, as on the day of issue, of the unit whose register holds it. */
    unit: z.string().min(1).max(40),
    /** Full name of an issuer outside this installation; null: that unit issues it. */
    issuer: Text.max(300).nullable().default(null),
    /** Of what the unit issues: its body that signs, where that is not called as the unit is: `Huyện ủy Sông Mã`. */
    issuerName: Text.max(300).nullable().default(null),
    issuedOn: DayInput,
    excerpt: Text.max(2_000),
    signer: z.string().trim().max(200).nullable().default(null),
    /** Null: the day of issue. */
    validFrom: DayInput.nullable().default(null),
    /** Last day; null: open. */
    validTo: DayInput.nullable().default(null),
    implements: Ids,
    amends: Ids,
    replaces: Ids,
    /** Ids of evidence files of that unit, in the order in which they are shown. */
    files: z.array(z.string().max(64)).max(50).default([]),
    /** The mark of secrecy, where there is one: such a document is refused. */
    classification: z.string().trim().max(200).default(''),
  })
  .refine(({ validTo, validFrom, issuedOn }) => validTo === null || validTo >= (validFrom ?? issuedOn), {
    error: 'order',
    path: ['validTo'],
  })
export type DirectiveInput = z.infer<typeof Draft>

/** The register, the latest first. Everyone who is signed in reads all of it. */
export const listDirectives = contract({
  method: 'GET',
  path: '/api/v1/directives',
  summary: 'summary.directive.list',
  input: z.object({
    /** Exactly this number, however it is typed. */
    number: z.string().max(100).optional(),
    /** Words of number, excerpt, issuer, type and text of files, each from its beginning; no tone marks needed. */
    q: z.string().max(200).optional(),
    side: Side.optional(),
    type: DirectiveTypeCode.optional(),
    /** Code of the issuing unit, as held today or last. */
    issuer: z.string().max(40).optional(),
    /** First and last day of issue, both inclusive. */
    from: DayInput.optional(),
    to: DayInput.optional(),
    /** Those that are linked with this directive, either way. */
    linked: Id.optional(),
    /** The `nextCursor` of the page before. */
    after: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2} \d{1,15}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ directives: z.array(DirectiveLine), nextCursor: z.string().nullable() }),
})

export const getDirective = contract({
  method: 'GET',
  path: '/api/v1/directives/:id',
  summary: 'summary.directive.show',
  input: z.object({ id: Id }),
  output: Directive,
})

export const registerDirective = contract({
  method: 'POST',
  path: '/api/v1/directives',
  summary: 'summary.directive.register',
  input: Draft,
  output: Directive,
})

/** `If-Match` with the tag of the reading. The register that holds it does not change. */
export const changeDirective = contract({
  method: 'PUT',
  path: '/api/v1/directives/:id',
  summary: 'summary.directive.change',
  input: Draft.safeExtend({ id: Id }),
  output: Directive,
})

const Node = DirectiveRef.extend({
  /** 0 is the directive asked for; 1 implements it, and so on. */
  level: z.int(),
  /** Ids of nodes of this answer that it implements. */
  parents: z.array(z.string()),
})
export type CascadeNode = z.infer<typeof Node>
const Unanswered = z.object({
  /** The node that asks. */
  directive: z.string(),
  occurrence: z.string(),
  unitCode: z.string(),
  unitName: z.string(),
  task: z.string(),
  product: Product,
  dueOn: z.string().nullable(),
  daysLate: z.int(),
})
export type Unanswered = z.infer<typeof Unanswered>

/**
 * What a directive rests on, all that implements it level by level, and who has not answered: occurrences that are open
 * or were returned, of units that the caller reaches with `duty.read`, those due first first.
 */
export const getCascade = contract({
  method: 'GET',
  path: '/api/v1/directives/:id/cascade',
  summary: 'summary.directive.cascade',
  input: z.object({ id: Id }),
  output: z.object({
    /** What it implements (level 1), what those implement, and so on: the nearest first. 100 at most. */
    above: z.array(DirectiveRef.extend({ level: z.int() })),
    /** The one asked for first, then level by level; 500 at most. */
    nodes: z.array(Node),
    /** There are more nodes than are told. */
    isCut: z.boolean(),
    /** 500 at most; `unansweredCount` counts all. */
    unanswered: z.array(Unanswered),
    unansweredCount: z.int(),
  }),
})
export type Cascade = z.infer<(typeof getCascade)['output']>
