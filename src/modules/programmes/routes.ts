import { type Endpoint, read } from '#platform/http/endpoint.ts'
import * as api from './api.ts'
import { attainmentEndpoints } from './attainment/routes.ts'
import { getFigures } from './figures.ts'
import { figureLineage } from './index.ts'

export const programmeEndpoints: Endpoint[] = [
  read(api.getFigures, {
    access: 'anyone',
    handle: ({ db, input, today, lang }) => getFigures(db, { ...input, today, lang }),
  }),
  read(api.getLineage, {
    access: 'anyone',
    handle: async ({ db, input, today }) => ({ ...(await figureLineage(db, { ...input, today })) }),
  }),
  ...attainmentEndpoints,
]
