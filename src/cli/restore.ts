import { resolve } from 'node:path'
import { restoreBackup } from '#platform/backup/restore.ts'
import { type Command, UsageError } from './command.ts'

/** `songma restore FILE`: opens the database by itself, since it replaces it; refused while a server holds the folder. */
export const restoreCommand: Command = {
  name: 'restore',
  usage: 'cli.restore',
  options: { force: { type: 'boolean' } },
  needs: 'nothing',
  async run({ config, options, args, cwd, t, out, json, progress }) {
    const [name, ...more] = args
    if (!name || more.length > 0) throw new UsageError('oneFile')
    const file = resolve(cwd, name)
    const restored = await restoreBackup(config, file, {
      force: options.force === true,
      progress: (rows) => progress(t('cli.restore.progress', { rows })),
    })
    json({ file, ...restored })
    out(t('cli.restore.done', { file, ...restored }))
    return 0
  },
}
