import type { Received, Whole } from '#platform/files/receive.ts'
import { type Endpoint, type HttpRequest, write } from '#platform/http/endpoint.ts'
import { InputProblem } from '#platform/http/problems.ts'
import { translator } from '#platform/i18n/translate.ts'
import * as api from './api.ts'
import type { ImportFormat } from './format.ts'
import { runImport } from './run-import.ts'
import { receiveUpload, receiveWholeUpload } from './upload.ts'
import type { WholeFormat } from './whole-format.ts'

/** Signed in is all that is asked at first: the permission is the format's, which the header of the file may tell. */
export const importEndpoints = (
  formats: readonly ImportFormat[],
  wholeFormats: readonly WholeFormat[] = [],
): Endpoint[] => [
  write(api.importFile, {
    access: 'signed-in',
    body: 'raw',
    receive: ({ http, input }) => receiveFor(http, input.format, formats, wholeFormats),
    async handle({ tx, input, received, actor, now, today, lang, http, audit, discard }) {
      const dryRun = input.dryRun === 'true'
      const keepGood = input.keepGood === 'true'
      const doing = { dryRun, keepGood, actor, now, today, t: translator(lang), audit }
      const { answer, keep } = received.whole
        ? await received.whole.run(tx, {
            ...doing,
            lang,
            file: received.file,
            submit: input.submit === 'true',
            conflicts: input.conflicts,
          })
        : await runImport(tx, {
            ...doing,
            formats,
            files: [received.file],
            format: findFormat(formats, input.format),
          })
      if (!keep) discard()
      if (answer.rejectedCount > 0 && !keep && !dryRun) http.answer.status = 422
      return answer
    },
  }),
]

/** The file, and the format that reads it as a whole, if that was asked for. */
type Upload = AsyncDisposable & ({ whole: WholeFormat; file: Whole } | { whole: null; file: Received })

async function receiveFor(
  http: HttpRequest,
  name: string | undefined,
  formats: readonly ImportFormat[],
  wholeFormats: readonly WholeFormat[],
): Promise<Upload> {
  const whole = wholeFormats.find((candidate) => candidate.name === name)
  if (!whole) findFormat(formats, name)
  const taken = whole
    ? { whole, file: await receiveWholeUpload(http) }
    : { whole: null, file: await receiveUpload(http) }
  return { ...taken, [Symbol.asyncDispose]: () => taken.file[Symbol.asyncDispose]() }
}

/** @throws input.invalid for a name that no format has. */
function findFormat(formats: readonly ImportFormat[], name: string | undefined): ImportFormat | undefined {
  const format = formats.find((candidate) => candidate.name === name)
  if (format || name === undefined) return format
  const values = formats.map((candidate) => candidate.name).join(', ')
  throw InputProblem.invalid({}, [{ path: 'format', code: 'input.choice', details: { values } }])
}
