import * as z from 'zod'
import { contract, FileAnswer } from '#kernel/contract.ts'
import { BordersInput } from '#modules/indicators/api.ts'
import { ValueState } from '#modules/indicators/schema.ts'
import { FigureAnswer } from '../schema.ts'

/** What every reading looks at: as the address of a dashboard says it. */
const Selected = z.object({
  period: z.string().min(1),
  /** A code; `all` is every root together. Without it, the programme's own unit. */
  unit: z.string().min(1).optional(),
  borders: BordersInput.default('then'),
  state: ValueState.default('approved'),
})

const Named = z.object({ id: z.string(), code: z.string(), name: z.string() })
const Value = z.string().nullable()

const ProgrammeHead = z.object({
  slug: z.string(),
  name: z.string(),
  summary: z.string(),
  /** Its number among the breakthrough contents of the period; null for another programme. */
  breakthrough: z.int().nullable(),
  unit: Named,
  startsOn: z.string(),
  endsOn: z.string(),
})
export type ProgrammeHead = z.infer<typeof ProgrammeHead>

/** How the programmes stand: those that run in the period, each with its figures there. */
export const listStandings = contract({
  method: 'GET',
  path: '/api/v1/standings',
  summary: 'summary.programme.standings',
  input: Selected,
  output: z.object({
    period: z.string(),
    unit: Named,
    borders: z.string(),
    /** `headline` is the key of the figure that a programme is told by; null without any value. */
    programmes: z.array(
      ProgrammeHead.extend({ headline: z.string().nullable(), figures: z.array(FigureAnswer) }),
    ),
  }),
})

const Quality = z.enum(['estimate', 'preliminary', 'official'])
const NotRestated = z.object({ units: z.int(), value: Value }).nullable()
/** A place on the schematic map: `row` from the top, `x` from the left in tiles; odd rows stand on halves. */
const Cell = z.object({ row: z.number(), x: z.number(), name: z.string() })

/** One unit below, with what it came to. Decimals in the unit of measure; null is missing, not zero. */
export const AttainmentRow = z.object({
  unit: Named.extend({
    shortName: z.string(),
    shortCode: z.string(),
    kind: z.string(),
    /** How many units stand directly below it. */
    units: z.int(),
  }),
  /** The units of then that it is made of, where it is another one; `share` 1 is all of one. */
  from: z.array(Named.extend({ share: z.string() })),
  value: Value,
  target: Value,
  attainmentPercent: Value,
  met: z.boolean().nullable(),
  /** 1 is best; equal ones share it. */
  rank: z.int().nullable(),
  reported: z.int(),
  expected: z.int(),
  quality: Quality,
  restated: z.boolean(),
  notRestated: NotRestated,
  /** One value for each point of the course; empty for a unit that is not followed. */
  trend: z.array(Value),
  /** Its tiles, the first with its name; empty when its place is not known. */
  cells: z.array(Cell),
})
export type AttainmentRow = z.infer<typeof AttainmentRow>

const Counted = z.object({ count: z.int(), kinds: z.array(z.string()) })

export const AttainmentAnswer = z.object({
  programme: ProgrammeHead,
  /** All figures of the programme, for choosing another. */
  figures: z.array(z.object({ key: z.string(), label: z.string() })),
  period: z.string(),
  unit: Named,
  /** The unit and those above it, the highest first. */
  above: z.array(Named),
  borders: z.string(),
  state: ValueState,
  below: z.enum(['children', 'leaves']),
  figure: FigureAnswer,
  /** How the figure adds up over units and over time; `formula` is computed from parts that were added up. */
  adds: z.object({ units: z.enum(['sum', 'mean', 'weighted', 'none', 'formula']), time: z.string() }),
  rows: z.array(AttainmentRow),
  /** What lies at the unit itself and at none of those below; null when they add up, or are not to be added. */
  rest: z.string().nullable(),
  trend: z.object({
    /** `growing`: each point takes everything from the beginning; `standing`: how it stood; `before`: periods before this. */
    course: z.enum(['growing', 'standing', 'before']),
    steps: z.array(z.string()),
    values: z.array(Value),
    plan: z.array(Value),
  }),
  /** What may be chosen: the units of then, and what they are now; null when they are the same. */
  ground: z
    .object({ ofThen: Counted, ofNow: Counted, since: z.string().nullable(), basis: z.string().nullable() })
    .nullable(),
  /** Of the rows: units that took over others, of which so many took every one whole. */
  carried: z.object({ units: z.int(), whole: z.int() }).nullable(),
  /** Every unit has a border that can be drawn: `getBorders`. */
  hasBorders: z.boolean(),
  demo: z.boolean(),
})
export type AttainmentAnswer = z.infer<typeof AttainmentAnswer>

const PATH = '/api/v1/programmes/:slug/attainment'
const AttainmentInput = Selected.extend({
  slug: z.string(),
  /** Key of one of its figures; without it, the one that most units have a target or a report for. */
  figure: z.string().optional(),
  below: z.enum(['children', 'leaves']).default('children'),
})

/** One figure at a unit and at every unit below it, against the targets. Rows by code. */
export const getAttainment = contract({
  method: 'GET',
  path: PATH,
  summary: 'summary.programme.attainment',
  input: AttainmentInput,
  output: AttainmentAnswer,
})

/** The same as a table, with a line that says where it comes from. */
export const getAttainmentCsv = contract({
  method: 'GET',
  path: `${PATH}.csv`,
  summary: 'summary.programme.attainmentCsv',
  input: AttainmentInput,
  output: FileAnswer,
})
export const getAttainmentXlsx = contract({
  method: 'GET',
  path: `${PATH}.xlsx`,
  summary: 'summary.programme.attainmentXlsx',
  input: AttainmentInput,
  output: FileAnswer,
})

/** The borders of the units below one, as imported (WGS 84); units without one are left out. */
export const getBorders = contract({
  method: 'GET',
  path: '/api/v1/borders',
  summary: 'summary.borders.get',
  input: Selected.omit({ state: true }).extend({
    unit: z.string().min(1),
    below: z.enum(['children', 'leaves']).default('children'),
  }),
  output: z.object({
    borders: z.array(
      z.object({
        unitId: z.string(),
        onDate: z.string(),
        source: z.string(),
        geometry: z.looseObject({ type: z.string() }),
      }),
    ),
  }),
})
