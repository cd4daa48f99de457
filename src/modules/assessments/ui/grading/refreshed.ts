import { listYears } from '../../api/grade-years.ts'
import { getGradeSheet, listMyGrades } from '../../api/grading-sheet.ts'
import { getGrading, listGradeSubjects, listGradings } from '../../api/gradings.ts'
import { getMyRecord, getPersonRecord } from '../../api/people-record.ts'

/** What is read again after something was done in a grading. */
export const REFRESHED = [
  listGradings,
  getGrading,
  listGradeSubjects,
  getGradeSheet,
  listMyGrades,
  listYears,
  getMyRecord,
  getPersonRecord,
]
