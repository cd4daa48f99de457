import { type Endpoint, read, STRANGER } from '#platform/http/endpoint.ts'
import { AuthProblem } from '#platform/http/problems.ts'
import * as api from './api.ts'
import { placesOf, readQuery, rollup } from './roll-up.ts'
import { boardEndpoints } from './routes/board.ts'
import { cutoffEndpoints } from './routes/cutoff.ts'
import { formEndpoints } from './routes/forms.ts'
import { reportEndpoints } from './routes/reports.ts'

export const indicatorEndpoints: Endpoint[] = [
  read(api.getRollup, {
    access: 'anyone',
    async handle({ db, input, today, actor }) {
      const query = { ...readQuery(input), today }
      // What is approved is public; what is only submitted may be read by whoever reads those units' reports.
      if (input.state === 'submitted')
        for (const place of await placesOf(db, query))
          if (!(await actor.may(db, 'report.read', place, today)))
            throw actor === STRANGER ? AuthProblem.required() : AuthProblem.forbidden()
      return { rows: await rollup(db, query) }
    },
  }),
  ...reportEndpoints,
  ...formEndpoints,
  ...boardEndpoints,
  ...cutoffEndpoints,
]
