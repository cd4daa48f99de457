import { resolve } from 'node:path'
import { writeBackup } from '#platform/backup/write.ts'
import { type Command, UsageError } from './command.ts'

/** `songma backup FILE`: the whole state as it is at this moment; a file of that name is replaced by a whole one. */
export const backupCommand: Command = {
  name: 'backup',
  usage: 'cli.backup',
  options: {},
  needs: 'database',
  async run({ house, args, cwd, t, now, out, json, progress }) {
    const [name, ...more] = args
    if (!name || more.length > 0) throw new UsageError('oneFile')
    const file = resolve(cwd, name)
    const written = await writeBackup(house, file, now(), (rows) =>
      progress(t('cli.backup.progress', { rows })),
    )
    json({ file, ...written })
    out(t('cli.backup.done', { file, ...written }))
    return 0
  },
}
