import { basename, resolve } from 'node:path'
import { dayOf } from '#kernel/day.ts'
import type { House } from '#platform/db/house.ts'
import { OPERATOR } from '#platform/http/endpoint.ts'
import type { Translate } from '#platform/i18n/translate.ts'
import type { FileAnswer, ImportAnswer } from '#platform/imports/api.ts'
import type { ImportFormat } from '#platform/imports/format.ts'
import { importFiles } from '#platform/imports/import-files.ts'
import { type Command, type CommandContext, UsageError } from './command.ts'

/**
 * `songma import`: exit 1 when a row was refused, also when the good ones were written.
 *
 * @param settle brings what is worked out from the rows up to date after they are committed; the answer waits for it.
 */
export const importCommandFor = (
  formats: readonly ImportFormat[],
  settle: (house: House) => Promise<void>,
): Command => ({
  name: 'import',
  usage: 'cli.import',
  options: {
    format: { type: 'string' },
    'dry-run': { type: 'boolean' },
    'keep-good': { type: 'boolean' },
  },
  needs: 'database',
  creates: true,

  async run(c) {
    if (c.args.length === 0) throw new UsageError('import.noFile')
    const sources = c.args.map((file) => ({ name: basename(file), path: resolve(c.cwd, file) }))
    const now = c.now()
    const answer = await importFiles(c.house, sources, {
      formats,
      format: findFormat(formats, c.options.format),
      dryRun: c.options['dry-run'] === true,
      keepGood: c.options['keep-good'] === true,
      actor: OPERATOR,
      now,
      today: dayOf(now),
      t: c.t,
      progress: (file, rows) => c.progress(c.t('cli.import.progress', { file, rows })),
    })
    if (!answer.dryRun && answer.created + answer.changed > 0) await settle(c.house)
    c.json(answer)
    tell(c, answer)
    return answer.rejectedCount > 0 ? 1 : 0
  },
})

function findFormat(formats: readonly ImportFormat[], name: unknown): ImportFormat | undefined {
  const format = formats.find((candidate) => candidate.name === name)
  if (format || name === undefined) return format
  const names = formats.map((candidate) => candidate.name).join(', ')
  throw new UsageError('import.noFormat', { format: name, formats: names })
}

const MAX_TOLD = 20

function tell({ args, out, t }: CommandContext, answer: ImportAnswer): void {
  const files = answer.files ?? [{ ...answer, file: basename(args[0]!) }]
  for (const file of files) tellFile(file, isRefused(answer), t, out)
  const wrote = answer.created + answer.changed > 0
  if (answer.dryRun) out(t('cli.import.dryRun'))
  else if (isRefused(answer)) out(t('cli.import.nothingKept'))
  else if (!wrote) out(t('cli.import.nothingNew'))
}

/** Nothing was written because of what was refused. */
const isRefused = ({ rejectedCount, created, changed, unchanged }: ImportAnswer) =>
  rejectedCount > 0 && created + changed + unchanged === 0

function tellFile(
  file: FileAnswer,
  isWholeRefused: boolean,
  t: Translate,
  out: (text: string) => void,
): void {
  const { rejected, rejectedCount } = file
  out(t(isWholeRefused ? 'cli.import.refused' : 'cli.import.done', { ...file }))
  for (const { row, field, message } of rejected.slice(0, MAX_TOLD))
    out(t('cli.import.rejected', { row, field: field || 'none', message }))
  if (rejected.length > MAX_TOLD)
    out(t('cli.import.more', { count: Math.max(rejected.length, rejectedCount) - MAX_TOLD }))
}
