import type { Row } from './people.ts'

/** Without a unit, whoever reads duties anywhere is answered with their own: `coverage/routes.test.ts`. */
export const coverageAccess: Row[] = [
  ['GET /api/v1/directives/:id/coverage', '/api/v1/directives/1/coverage?unit={unit}', 'signed-in'],
  ['GET /api/v1/directives/:id/coverage.csv', '/api/v1/directives/1/coverage.csv?unit={unit}', 'signed-in'],
  ['GET /api/v1/directives/:id/coverage.xlsx', '/api/v1/directives/1/coverage.xlsx?unit={unit}', 'signed-in'],
  ['GET /api/v1/coverage', '/api/v1/coverage?unit={unit}', 'signed-in'],
  ['GET /api/v1/coverage.csv', '/api/v1/coverage.csv?unit={unit}', 'signed-in'],
  ['GET /api/v1/coverage.xlsx', '/api/v1/coverage.xlsx?unit={unit}&by=directives', 'signed-in'],
]
