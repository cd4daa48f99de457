// What the audit log says of gradings. It is never erased, so of people it holds ids and steps, no names and no words.

import type { AuditEntry, Permission } from '#platform/http/endpoint.ts'
import type { GradeSubjectRow } from '../store/grading-subjects.ts'
import type { GradingRow } from '../store/gradings.ts'

export const entryOfGrading = (action: Permission, grading: GradingRow, details: object): AuditEntry => ({
  action,
  subject: `grading:${grading.id}`,
  unitId: grading.keeperId,
  details: { period: grading.period, ...details },
})

export const steered = ({
  name,
  state,
  selfDue,
  commentDue,
  proposeDue,
  decideOn,
  appealDays,
}: GradingRow) => ({
  name,
  state,
  selfDue,
  commentDue,
  proposeDue,
  decideOn,
  appealDays,
})

type Subject = Pick<GradeSubjectRow, 'id' | 'gradingId' | 'unitId' | 'personId'>
export const entryOfSubject = (action: Permission, subject: Subject, details: object): AuditEntry => ({
  action,
  subject: `grade:${subject.id}`,
  unitId: subject.unitId,
  details: {
    grading: subject.gradingId,
    ...(subject.personId !== null && { person: subject.personId }),
    ...details,
  },
})

/** Somebody read what is recorded of one person. */
export const entryOfReading = (person: number, unitId: number, what: string): AuditEntry => ({
  action: 'person.read',
  subject: `person:${person}`,
  unitId,
  details: { what },
})
