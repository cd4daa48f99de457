import type { Row } from './people.ts'

const FILE = '/api/v1/files/none'

/** Of a file that is not there only who may see everything is told so; real ones: `files/kept/access.test.ts`. */
export const fileAccess: Row[] = [
  [
    'POST /api/v1/files',
    '/api/v1/files?unit={unit}',
    'officer collector office verifier',
    { name: 'nhà.jpg', bytes: 10 },
  ],
  ['PUT /api/v1/files/:id/content', `${FILE}/content`, ''],
  ['GET /api/v1/files/:id', FILE, ''],
  ['GET /api/v1/files/:id/content', `${FILE}/content`, ''],
]
