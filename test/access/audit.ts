import type { Row } from './people.ts'

export const auditAccess: Row[] = [
  ['GET /api/v1/audit', '/api/v1/audit?unit={unit}', 'administrator auditor'],
  ['GET /api/v1/audit/export', '/api/v1/audit/export?unit={unit}', 'administrator auditor'],
  ['GET /api/v1/audit/check', '/api/v1/audit/check', 'administrator auditor'],
]
