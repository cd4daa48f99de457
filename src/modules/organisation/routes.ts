import { type Endpoint, read } from '#platform/http/endpoint.ts'
import * as api from './api.ts'
import { STATE } from './schema.ts'
import { tellTimeline } from './tell-timeline.ts'
import { tellUnits } from './tell-units.ts'

/** Units are public: their names and places are published by law. */
export const organisationEndpoints: Endpoint[] = [
  read(api.listUnits, {
    access: 'anyone',
    handle: ({ db, today, input: { on = today, hierarchy = STATE } }) => tellUnits(db, on, hierarchy),
  }),
  read(api.getTimeline, {
    access: 'anyone',
    handle: ({ db, input }) => tellTimeline(db, input.id),
  }),
]
