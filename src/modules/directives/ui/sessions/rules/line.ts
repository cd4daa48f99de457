// A session as somebody types it: one in a form, many in a sheet. Numbers stay text until they are sent.

import type { FullRow, StudySession } from '../../../api/sessions.ts'
import { PARTICIPANTS, type Participants } from '../../../schema.ts'

export type Count = { invited: string; attended: string }
export type Line = {
  /** Tells lines apart on the screen; never sent. */
  key: string
  unit: string
  cell: string
  /** A day, or what was pasted in the place of one. */
  heldOn: string
  form: string
  materials: string
  files: readonly string[]
  counts: Readonly<Partial<Record<Participants, Count>>>
}

export type Defaults = { heldOn: string; form: string }

export const NO_COUNT: Count = { invited: '', attended: '' }

export const emptyLine = (key: string, unit: string, { heldOn, form }: Defaults): Line => ({
  key,
  unit,
  cell: '',
  heldOn,
  form,
  materials: '',
  files: [],
  counts: {},
})

export const lineOf = (session: StudySession): Line => ({
  key: session.id,
  unit: session.unit.code,
  cell: session.cell,
  heldOn: session.heldOn,
  form: session.form,
  materials: session.materials,
  files: session.files,
  counts: Object.fromEntries(
    session.attendance.map(({ kind, invited, attended }) => [
      kind,
      { invited: String(invited), attended: String(attended) },
    ]),
  ),
})

const GROUPED = /^\d{1,3}([.,\s\u00a0]\d{3})+$/

/** A count of people as it is written: `40`, `1.250`, `1 250`. Null when it is none: `-3`, `4,5`, `khoảng 40`. */
export function readCount(text: string): number | null {
  const bare = text.trim()
  const digits = GROUPED.test(bare) ? bare.replace(/[.,\s\u00a0]/g, '') : bare
  return /^\d{1,8}$/.test(digits) ? Number(digits) : null
}

export type CountFault = 'number' | 'missing' | 'more'

/** What is wrong in the count of a kind; undefined: nothing, or nobody of the kind was asked. */
export function faultOfCount({ invited, attended }: Count): CountFault | undefined {
  if (invited.trim() === '' && attended.trim() === '') return undefined
  if (invited.trim() === '' || attended.trim() === '') return 'missing'
  const [asked, came] = [readCount(invited), readCount(attended)]
  if (asked === null || came === null) return 'number'
  return came > asked ? 'more' : undefined
}

/** Kinds of which something is entered, in their order. */
const kindsOf = ({ counts }: Line): Participants[] =>
  PARTICIPANTS.filter((kind) => {
    const { invited, attended } = counts[kind] ?? NO_COUNT
    return invited.trim() !== '' || attended.trim() !== ''
  })

/** The first count that cannot be sent as it stands. */
export const faultyKind = (line: Line): { kind: Participants; fault: CountFault } | undefined =>
  kindsOf(line).flatMap((kind) => {
    const fault = faultOfCount(line.counts[kind]!)
    return fault ? [{ kind, fault }] : []
  })[0]

/** Nobody has entered how many came. */
export const isBlank = (line: Line): boolean => kindsOf(line).length === 0

/** What is sent of a line without faulty counts. */
export const rowOf = (line: Line): FullRow => ({
  unit: line.unit.trim(),
  cell: line.cell.trim(),
  heldOn: line.heldOn,
  form: line.form,
  materials: line.materials.trim(),
  files: [...line.files],
  attendance: kindsOf(line).map((kind) => ({
    kind,
    invited: readCount(line.counts[kind]!.invited) ?? 0,
    attended: readCount(line.counts[kind]!.attended) ?? 0,
  })),
})

/** Of all kinds together, of what can be read. */
export function sumOf(line: Line): { invited: number; attended: number } {
  const list = rowOf(line).attendance
  return {
    invited: list.reduce((sum, { invited }) => sum + invited, 0),
    attended: list.reduce((sum, { attended }) => sum + attended, 0),
  }
}
