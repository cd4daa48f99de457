import { compareNames } from '#kernel/collate.ts'
import { type Endpoint, read } from '#platform/http/endpoint.ts'
import * as api from './api.ts'
import { findDirectives } from './find-directives.ts'
import { findUnits } from './find-units.ts'
import { findWords } from './find-words.ts'
import { readQuery } from './rules/match.ts'

/** Among equally good answers. */
const ORDER: Record<api.Found['kind'], number> = {
  unit: 0,
  programme: 1,
  figure: 2,
  indicator: 3,
  form: 4,
  directive: 5,
}

/** Everything that is found is known to all who sign in: no report, no person and no value is looked in. */
export const searchEndpoints: Endpoint[] = [
  read(api.search, {
    access: 'signed-in',
    async handle({ db, input: { q, limit }, lang, today }) {
      const query = readQuery(q)
      if (!query) return { found: [] }
      const graded = [
        ...(await findUnits(db, query, lang, today, limit)),
        ...(await findWords(db, query, lang)),
        ...(await findDirectives(db, q, query, limit)),
      ]
      graded.sort(
        (a, b) =>
          a.grade - b.grade ||
          ORDER[a.found.kind] - ORDER[b.found.kind] ||
          compareNames(a.found.name, b.found.name),
      )
      return { found: graded.slice(0, limit).map(({ found }) => found) }
    },
  }),
]
