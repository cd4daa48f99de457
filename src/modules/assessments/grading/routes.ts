import type { Endpoint } from '#platform/http/endpoint.ts'
import { decidingEndpoints } from './deciding-routes.ts'
import { gradingEndpoints as wholes } from './grading-routes.ts'
import { recordEndpoints } from './record-routes.ts'
import { gradeSheetEndpoints } from './sheet-routes.ts'

/** Gradings of organisations and people, their sheets, and what is recorded of one person. */
export const gradingEndpoints: Endpoint[] = [
  ...wholes,
  ...decidingEndpoints,
  ...gradeSheetEndpoints,
  ...recordEndpoints,
]
