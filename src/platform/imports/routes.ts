import { type Endpoint, write } from '#platform/http/endpoint.ts'
import { InputProblem } from '#platform/http/problems.ts'
import { translator } from '#platform/i18n/translate.ts'
import * as api from './api.ts'
import type { ImportFormat } from './format.ts'
import { runImport } from './run-import.ts'
import { receiveUpload } from './upload.ts'

/** Signed in is all that is asked at first: the permission is the format's, which the header of the file may tell. */
export const importEndpoints = (formats: readonly ImportFormat[]): Endpoint[] => [
  write(api.importFile, {
    access: 'signed-in',
    body: 'raw',
    async receive({ http, input }) {
      findFormat(formats, input.format)
      return receiveUpload(http)
    },
    async handle({ tx, input, received, actor, now, today, lang, http, audit, discard }) {
      const dryRun = input.dryRun === 'true'
      const { answer, keep } = await runImport(tx, {
        formats,
        files: [received],
        format: findFormat(formats, input.format),
        dryRun,
        keepGood: input.keepGood === 'true',
        actor,
        now,
        today,
        t: translator(lang),
        audit,
      })
      if (!keep) discard()
      if (answer.rejectedCount > 0 && !keep && !dryRun) http.answer.status = 422
      return answer
    },
  }),
]

/** @throws input.invalid for a name that no format has. */
function findFormat(formats: readonly ImportFormat[], name: string | undefined): ImportFormat | undefined {
  const format = formats.find((candidate) => candidate.name === name)
  if (format || name === undefined) return format
  const values = formats.map((candidate) => candidate.name).join(', ')
  throw InputProblem.invalid({}, [{ path: 'format', code: 'input.choice', details: { values } }])
}
