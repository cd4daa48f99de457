import { dayOrNull } from '#kernel/day.ts'
import type { Rejection } from '#platform/imports/format.ts'
import { MAX_DEPTH } from '../rules/place.ts'
import type { Fault, Refusal } from '../rules/plan.ts'
import { spansText } from '../rules/spans.ts'
import type { FileSuccession } from './succession.ts'
import type { UnitRow } from './units.ts'

/** Longer lists end with their number. */
const LISTED = 10

/** The sentence of a row that cannot be taken, and the cell that it is about. */
export function rejectionOf(refusal: Refusal<UnitRow, FileSuccession>): Rejection {
  const { fault, own } = refusal
  if ('state' in refusal) return { row: refusal.state.row, ...(own ? ofState(fault) : ofOthers(fault)) }
  return { row: refusal.succession.row, ...ofSuccession(fault) }
}

type Told = Omit<Rejection, 'row'>

/** The row itself is wrong. */
function ofState(fault: Fault): Told {
  if (fault.code !== 'parentAbsent') return ofOthers(fault)
  const { state, day, held } = fault
  const details = { parent: state.parentCode, hierarchy: state.hierarchy }
  if (held.length === 0) return { field: 'parent_code', code: 'unit.parentUnknown', details }
  return {
    field: 'parent_code',
    code: 'unit.parentAbsent',
    details: { ...details, day: dayText(day), held: spansText(held) },
  }
}

/** The row would take away what something known stands on. */
function ofOthers(fault: Fault): Told {
  if (fault.code === 'recordsLeft') return ofRecords(fault, 'valid_to')
  if (fault.code === 'parentAbsent')
    return {
      field: 'valid_to',
      code: 'unit.childrenLeft',
      details: { who: fault.state.code, day: dayText(fault.day) },
    }
  if ('state' in fault)
    return {
      field: 'parent_code',
      code: fault.code === 'cycle' ? 'unit.cycle' : 'unit.tooDeep',
      details: { code: fault.state.code, day: dayText(fault.day), most: MAX_DEPTH },
    }
  const { oldCode, newCode, date } = fault.succession
  return {
    field: 'valid_to',
    code: 'unit.successionLeft',
    details: { who: `${oldCode} → ${newCode}`, day: date },
  }
}

function ofSuccession(fault: Fault): Told {
  if (fault.code === 'sharesDoNotAddUp')
    return {
      field: 'share',
      code: 'succession.sharesDoNotAddUp',
      details: { code: fault.succession.oldCode, sum: fault.sum },
    }
  if (fault.code === 'recordsLeft') return ofRecords(fault, 'old_code')
  if (fault.code !== 'codeAbsent') throw new Error(`A succession cannot cause ${fault.code}`)

  const { field, succession, day, held } = fault
  const code = field === 'old_code' ? succession.oldCode : succession.newCode
  if (held.length === 0) return { field, code: 'succession.codeUnknown', details: { code } }
  return { field, code: 'succession.codeAbsent', details: { code, day, held: spansText(held) } }
}

function ofRecords({ loss, kind, records }: Fault & { code: 'recordsLeft' }, field: string): Told {
  const more = records.length > LISTED ? ` … (${records.length})` : ''
  return {
    field,
    code: 'unit.recordsLeft',
    details: {
      code: loss.unit.code,
      day: dayText(loss.from),
      kind,
      records: records.slice(0, LISTED).join(', ') + more,
    },
  }
}

/** An open beginning has no date to write; the sentences say so in words. */
const dayText = (day: string): string => dayOrNull(day) ?? 'open'
