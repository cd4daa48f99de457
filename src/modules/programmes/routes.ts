import { type Endpoint, read } from '#platform/http/endpoint.ts'
import * as api from './api.ts'
import { attainmentEndpoints } from './attainment/routes.ts'
import { getFigures } from './figures.ts'
import { lineageEndpoint } from './routes/lineage.ts'

export const programmeEndpoints: Endpoint[] = [
  read(api.getFigures, {
    access: 'anyone',
    handle: ({ db, input, today, lang }) => getFigures(db, { ...input, today, lang }),
  }),
  lineageEndpoint,
  ...attainmentEndpoints,
]
